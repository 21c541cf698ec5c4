// What stands on an agenda, in which order, and what may be decided there.
import { z } from "zod";
import { defaultLanguage, filled, textSchema, type Text } from "#app/shared/languages.ts";

/** The words are `meetings:item-kind.<kind>`. */
export const itemKinds = ["item", "emergency", "any-other-business"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The words are `meetings:purpose.<purpose>`. */
export const purposes = ["decide", "discuss", "note"] as const;
export type Purpose = (typeof purposes)[number];

export const agendaItemSchema = z.object({
  id: z.string(),
  kind: z.enum(itemKinds),
  purpose: z.enum(purposes),
  title: textSchema,
  about: textSchema,
  /** Why an emergency could not wait. */
  justification: textSchema,
  lengthInMinutes: z.number().nullable(),
  /** Kept from the public; its title is not. */
  isPrivate: z.boolean(),
  position: z.number(),
  minute: textSchema,
  dueItemId: z.string().nullable(),
  revision: z.number(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** Those planned first, each where it was put; then emergencies; any other business last. */
export function inOrder<Item extends Pick<AgendaItem, "kind" | "position" | "id">>(items: readonly Item[]): Item[] {
  const rank = ({ kind }: Item) => itemKinds.indexOf(kind);
  return [...items].sort((one, other) => rank(one) - rank(other) || one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** Whether a decision may be taken there: never under any other business. [SG11] */
export function isForDecision({ kind, purpose }: Pick<AgendaItem, "kind" | "purpose">): boolean {
  return kind !== "any-other-business" && purpose === "decide";
}

/** When each item begins, in minutes after the meeting does, as far as the lengths of those before it are known. */
export function beginnings(items: readonly Pick<AgendaItem, "lengthInMinutes">[]): (number | null)[] {
  let at: number | null = 0;
  return items.map(({ lengthInMinutes }) => {
    const begins = at;
    at = at === null || lengthInMinutes === null ? null : at + lengthInMinutes;
    return begins;
  });
}

/** How long all items take together, and whether that is more than the meeting has; null where one has no length. */
export function lengthOf(items: readonly Pick<AgendaItem, "lengthInMinutes">[]): number | null {
  return items.reduce<number | null>((sum, { lengthInMinutes }) => (sum === null || lengthInMinutes === null ? null : sum + lengthInMinutes), 0);
}

/** The words are `meetings:item-problem.<code>`. */
export type ItemRule = "title-missing" | "justification-missing" | "decides-nothing";

/** What is wrong with an item as it is meant: an emergency says why it could not wait [SG10], and other business decides nothing [SG11]. */
export function itemProblems({ kind, purpose, title, justification }: { kind: ItemKind; purpose: Purpose; title: Text; justification: Text }): { input: string; code: ItemRule }[] {
  return [
    ...(filled(title) ? [] : [{ input: `title-${defaultLanguage}`, code: "title-missing" as const }]),
    ...(kind === "emergency" && !filled(justification) ? [{ input: `justification-${defaultLanguage}`, code: "justification-missing" as const }] : []),
    ...(kind === "any-other-business" && purpose === "decide" ? [{ input: "purpose", code: "decides-nothing" as const }] : []),
  ];
}
