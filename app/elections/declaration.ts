// What is declared, as it was at that moment: whatever changes afterwards in names or texts, the declaration stays. [D6]
import { z } from "zod";
import type { Sheet } from "#app/counting/sheet.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";

const delegatesSchema = z.object({ each: z.number(), named: z.number(), organisations: z.number() });

export const declarationSchema = z.object({
  declaredAt: z.string(),
  title: textSchema,
  network: textSchema,
  seats: z.number(),
  isUnopposed: z.boolean(),
  /** Fewer voted than must, so that nothing was counted and nobody is elected. */
  isBelowTurnout: z.boolean().default(false),
  dates: z.object({ noticeOn: z.string().nullable(), pollOpensOn: z.string().nullable(), pollClosesAt: z.string().nullable(), countedOn: z.string(), challengesUntil: z.string().nullable() }),
  term: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable(),
  returningOfficer: z.string().nullable(),
  scrutineers: z.array(z.object({ name: z.string(), report: z.string() })),
  candidates: z.array(z.object({ number: z.number(), name: z.string(), organisation: z.string() })),
  /** Where delegates voted: how many each organisation could have, and how many were on the roll, of how many organisations; null in every other election. */
  delegates: delegatesSchema.nullable().default(null),
  /** Numbers in the order of election. */
  elected: z.array(z.number()),
});
export type Declaration = z.infer<typeof declarationSchema>;

export type Facts = {
  title: Text;
  network: Text;
  seats: number;
  dates: Declaration["dates"];
  term: Declaration["term"];
  returningOfficer: string | null;
  scrutineers: Declaration["scrutineers"];
  candidates: Declaration["candidates"];
  delegates: Declaration["delegates"];
};

/** The declaration of a count; without one, of an election in which no more stood than there are places, or in which too few voted. */
export function declarationOf(facts: Facts, { sheet, isBelow }: { sheet: Sheet | null; isBelow: boolean }, now: Date): Declaration {
  const elected = isBelow ? [] : sheet ? sheet.elected : facts.candidates.map(({ number }) => number);
  return { declaredAt: now.toISOString(), ...facts, isUnopposed: sheet === null && !isBelow, isBelowTurnout: isBelow, elected };
}

/** Places announced that the declaration leaves empty. */
export function emptyPlaces({ seats, elected }: Pick<Declaration, "seats" | "elected">): number {
  return Math.max(0, seats - elected.length);
}
