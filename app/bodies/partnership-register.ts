// A register of partnerships as a file: the kinds of partnership there are in an area, what each is for and what it rests on.
// [A1.3, A13]
import { z } from "zod";
import { issueOf, type FileIssue } from "#app/shared/file-issues.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { freeSlug, slugOf } from "./slug.ts";
import type { Theme } from "./theme.ts";

export const legalStatuses = [
  ...(["statutory", "statutory-requirement", "statutory-direction"] as const),
  ...(["discretionary-power", "under-duty", "non-statutory"] as const),
] as const;
export type LegalStatus = (typeof legalStatuses)[number];

// As the file says them.
const statusesInFile = {
  ...{ statutory: "statutory", statutory_requirement: "statutory-requirement", statutory_direction: "statutory-direction" },
  ...{ discretionary_power: "discretionary-power", non_statutory_under_duty: "under-duty", non_statutory: "non-statutory" },
} as const satisfies Record<string, LegalStatus>;

/** A block that goes through all of them names what it keeps in mind, not what it owns. */
const themesOfBlock = {
  CYP: ["children-and-young-people"],
  SSC: ["safer-and-stronger"],
  HCOP: ["healthier-and-older"],
  EDE: ["economy"],
  CROSS: [],
} as const satisfies Record<string, readonly Theme[]>;

const oneOf = <Key extends string>(known: Record<Key, unknown>) => z.enum(Object.keys(known) as [Key, ...Key[]]);

const entrySchema = z.object({
  name: z.string().trim().min(1).max(300),
  acronym: z.string().trim().max(40).nullish(),
  purpose: z.string().default(""),
  members: z.string().default(""),
  legalStatus: oneOf(statusesInFile).nullish(),
  legalBasis: z.string().default(""),
  suggestedLaaBlock: oneOf(themesOfBlock).nullish(),
});

const fileSchema = z.object({ partnerships: z.array(entrySchema).min(1).max(1000) });

export type RegisterEntry = {
  name: string;
  slug: string;
  purpose: string;
  themes: readonly Theme[];
  legalStatus: LegalStatus | null;
  legalBasis: string | null;
};

/** Every entry of the file, or everything that is wrong with it: a file is taken whole or not at all. */
export function readRegister(json: unknown): Result<RegisterEntry[], FileIssue[]> {
  const file = fileSchema.safeParse(json);
  if (!file.success) return fail(file.error.issues.map((issue) => issueOf(issue)));
  const entries: RegisterEntry[] = [];
  for (const one of file.data.partnerships) entries.push(entryOf(one, entries));
  return succeed(entries);
}

function entryOf(read: z.infer<typeof entrySchema>, before: readonly RegisterEntry[]): RegisterEntry {
  const { name, acronym, purpose, members, legalStatus, legalBasis, suggestedLaaBlock } = read;
  return {
    name,
    slug: freeSlug(slugOf(acronym || name), before.map(({ slug }) => slug)),
    // Whom it brings together is a part of what it is for, and nobody is a member of ours because a list says so.
    purpose: [withoutMarks(purpose), withoutMarks(members)].filter((text) => text !== "").join("\n\n"),
    themes: suggestedLaaBlock ? themesOfBlock[suggestedLaaBlock] : [],
    legalStatus: legalStatus ? statusesInFile[legalStatus] : null,
    legalBasis: legalBasis.trim() || null,
  };
}

/** A list made for a page keeps its words, not its marks. */
function withoutMarks(text: string): string {
  return text.replace(/<[^>]*>/g, " ").replace(/\s*;(\s*;)*\s*/g, "; ").replace(/:\s*;/g, ":").replace(/\s+/g, " ").trim();
}
