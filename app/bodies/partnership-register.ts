// A register of partnerships as a file: the kinds of partnership there are in an area, what each is for and what it rests on.
// [A1.3, A13]
import { z } from "zod";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { freeSlug, slugOf } from "./slug.ts";
import type { Theme } from "./theme.ts";

const entrySchema = z.object({
  name: z.string().trim().min(1).max(300),
  acronym: z.string().trim().max(40).nullish(),
  purpose: z.string().default(""),
  members: z.string().default(""),
  legalStatus: z.string().default(""),
  legalBasis: z.string().default(""),
  suggestedLaaBlock: z.string().default(""),
});

const fileSchema = z.object({ partnerships: z.array(z.unknown()).min(1).max(1000) });

export const legalStatuses = [
  ...(["statutory", "statutory-requirement", "statutory-direction"] as const),
  ...(["discretionary-power", "under-duty", "non-statutory"] as const),
] as const;
export type LegalStatus = (typeof legalStatuses)[number];

// How the file says them, where that is not the same with a dash.
const statusesInFile: Record<string, LegalStatus> = { non_statutory_under_duty: "under-duty" };

/** A block that goes through all of them names what it keeps in mind, not what it owns. */
const themesOfBlock: Record<string, readonly Theme[]> = {
  CYP: ["children-and-young-people"],
  SSC: ["safer-and-stronger"],
  HCOP: ["healthier-and-older"],
  EDE: ["economy"],
  CROSS: [],
};

export type RegisterEntry = {
  name: string;
  slug: string;
  purpose: string;
  themes: readonly Theme[];
  legalStatus: LegalStatus | null;
  legalBasis: string | null;
};

export type ReadRegister = { entries: RegisterEntry[]; /** What could not be read, by its place in the list from 1. */ problems: string[] };

/** Every entry of the file that can be read, and why each other cannot; a file of another shape is refused whole. */
export function readRegister(json: unknown): Result<ReadRegister, string> {
  const file = fileSchema.safeParse(json);
  if (!file.success) return fail("The file has no list “partnerships” with at least one and at most 1,000 entries.");
  const entries: RegisterEntry[] = [];
  const problems: string[] = [];
  for (const [index, one] of file.data.partnerships.entries()) {
    const read = entrySchema.safeParse(one);
    const issue = read.error?.issues[0];
    if (issue) problems.push(`Entry ${index + 1}: ${issue.path.join(".") || "it"} – ${issue.message}`);
    else entries.push(entryOf(read.data!, entries));
  }
  return succeed({ entries, problems });
}

function entryOf(read: z.infer<typeof entrySchema>, before: readonly RegisterEntry[]): RegisterEntry {
  const { name, acronym, purpose, members, legalStatus, legalBasis, suggestedLaaBlock } = read;
  const said = statusesInFile[legalStatus] ?? legalStatus.replaceAll("_", "-");
  return {
    name,
    slug: freeSlug(slugOf(acronym || name), before.map(({ slug }) => slug)),
    // Whom it brings together is a part of what it is for, and nobody is a member of ours because a list says so.
    purpose: [withoutMarks(purpose), withoutMarks(members)].filter((text) => text !== "").join("\n\n"),
    themes: themesOfBlock[suggestedLaaBlock] ?? [],
    legalStatus: legalStatuses.find((status) => status === said) ?? null,
    legalBasis: legalBasis.trim() || null,
  };
}

/** A list made for a page keeps its words, not its marks. */
function withoutMarks(text: string): string {
  return text.replace(/<[^>]*>/g, " ").replace(/\s*;(\s*;)*\s*/g, "; ").replace(/:\s*;/g, ":").replace(/\s+/g, " ").trim();
}
