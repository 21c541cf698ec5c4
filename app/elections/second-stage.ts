// The second stage of filling a body: once the seats that a network elects people to are filled, it is seen who is missing, and the last
// places are filled by an election of their own with places reserved for them. [A6.3]
import { diversityQuestions, optionsOf, isApart } from "#app/bodies/diversity.ts";
import { sides } from "#app/bodies/balance.ts";
import { sectors, type Sector } from "#app/bodies/sector.ts";
import type { Entries } from "#app/shared/edits.ts";
import type { Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, tooLong } from "#app/shared/texts.ts";
import { line, passage, readNumber } from "#app/shared/typed.ts";
import { titleProblems, type FormProblem } from "./election-form.ts";
import type { Reserve } from "./election.ts";
import { longest, mostCategories, mostGroups } from "./reserve-form.ts";

/** Somebody who is missing: of a sector, or by what people say of themselves. Written "sector:faith", "sex:female". */
export type Gap = { category: string; group: string };

export const sectorCategory = "sector";

export function gapValue({ category, group }: Gap): string {
  return `${category}:${group}`;
}

/** Sectors that a network's election can bring in and that nobody on the body sits for. */
export function missingSectors(held: readonly (Sector | null)[]): Sector[] {
  const ofNetworks = sectors.filter((sector) => !(sides.public as readonly Sector[]).includes(sector) && sector !== "other" && sector !== "partnership");
  return ofNetworks.filter((sector) => !held.includes(sector));
}

/** All that places can be kept for: sectors that are missing, and whatever people say of themselves. */
export function gapsToChoose(missing: readonly Sector[]): Gap[] {
  const told = diversityQuestions.flatMap((category) => optionsOf(category).filter((option) => !isApart(option) && option !== "no").map((group) => ({ category, group })));
  return [...missing.map((group) => ({ category: sectorCategory, group })), ...told];
}

export type SecondStage = { title: Text; seats: number; gaps: Gap[]; justification: Text; firstStageId: string | null };

type Known = { gaps: readonly Gap[]; free: number; elections: readonly { id: string }[] };

/** What was typed, or all that is wrong with it. One place at least is kept for each group that was chosen. */
export function readSecondStage(entries: Entries, chosen: readonly string[], { gaps, free, elections }: Known): Result<SecondStage, FormProblem[]> {
  const title = readText("title", entries, line);
  const justification = readText("justification", entries, passage);
  const problems = titleProblems(title);
  const number = readNumber(entries.seats ?? "");
  const isWithin = number !== undefined && number.decimals === 0 && number.value >= 1 && number.value <= free;
  if (!isWithin) problems.push({ field: "seats", code: "seats-free", most: free });
  const seats = isWithin ? number.value : free;
  const those = gaps.filter((gap) => chosen.includes(gapValue(gap)));
  const categories = [...new Set(those.map(({ category }) => category))];
  const inCategory = (category: string) => those.filter((gap) => gap.category === category).length;
  if (those.length === 0) problems.push({ field: "gap", code: "gap-missing" });
  else if (categories.length > mostCategories) problems.push({ field: "gap", code: "gap-categories", most: mostCategories });
  else if (categories.some((category) => inCategory(category) > Math.min(seats, mostGroups))) problems.push({ field: "gap", code: "leasts-over-seats", most: seats });
  // [Equality Act 2010 s.158(2)] positive action is allowed as far as it is a proportionate means
  if (Object.keys(justification).length === 0) problems.push({ field: "justification-en", code: "justification" });
  problems.push(...tooLong("justification", justification, longest.justification).map((field) => ({ field, code: "too-long", most: longest.justification })));
  if (problems.length > 0) return fail(problems);
  return succeed({ title, seats, gaps: those, justification, firstStageId: elections.find(({ id }) => id === entries.first)?.id ?? null });
}

/** The reserves of the second election: a category of each kind of gap, and one place at least for each group. */
export function reservesFor({ gaps, justification }: Pick<SecondStage, "gaps" | "justification">, say: { category: (category: string) => Text; group: (gap: Gap) => Text }, newId: () => string): Reserve[] {
  return [...new Set(gaps.map(({ category }) => category))].map((category) => ({
    ...{ id: newId(), name: say.category(category), justification },
    groups: gaps.filter((gap) => gap.category === category).map((gap) => ({ id: newId(), name: say.group(gap), least: 1, most: null })),
  }));
}
