// How far people got who began and have not sent, and who is missing among those who answered.
import { respondentTypes, type RespondentType } from "#app/consultations/response.ts";
import { questionsOf, type FormDefinition, type Section } from "#app/forms/definition.ts";
import type { Text } from "#app/shared/languages.ts";

export type Counted = { key: string; count: number };

/** One count for each key, the most first. */
export function addUp(counts: readonly Counted[]): Counted[] {
  const sums = new Map<string, number>();
  for (const { key, count } of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Drafts whose last page passed is this one; null where none was. */
export type DraftsAt = { page: string | null; count: number; recent: number };

/** Where a draft stands: at the beginning, in a section, or at what is asked before sending. */
export type Stage = { at: "beginning" | "section" | "sending"; heading?: Text; count: number; recent: number };

/** The drafts by the section of the page they passed last, in the form's order; what a page of an earlier version is not found in counts with the beginning. */
export function stagesOf(definition: FormDefinition, drafts: readonly DraftsAt[]): Stage[] {
  const sectionOf = new Map<string, Section>();
  for (const section of definition.sections) for (const id of [section.id, ...section.questions.map((one) => one.id)]) sectionOf.set(id, section);
  const sum = (found: readonly DraftsAt[]) => ({
    count: found.reduce((total, { count }) => total + count, 0),
    recent: found.reduce((total, { recent }) => total + recent, 0),
  });
  const isSending = ({ page }: DraftsAt) => page?.startsWith("sending/") ?? false;
  const beginning = drafts.filter((one) => !isSending(one) && (one.page === null || !sectionOf.has(one.page)));
  return [
    { at: "beginning", ...sum(beginning) },
    ...definition.sections.map((section): Stage => ({
      ...{ at: "section", heading: section.heading },
      ...sum(drafts.filter(({ page }) => page !== null && sectionOf.get(page) === section)),
    })),
    { at: "sending", ...sum(drafts.filter(isSending)) },
  ];
}

/** Who has not answered at all. */
export function missingTypes(types: readonly Counted[]): RespondentType[] {
  return respondentTypes.filter((type) => type !== "other" && !types.some(({ key, count }) => key === type && count > 0));
}

/** The questions in which somebody may give a postcode, by where it stands in the answer. */
export function postcodeFields(definition: FormDefinition): { personal: string[]; addresses: string[] } {
  const of = (type: string) => questionsOf(definition).filter((question) => question.type === type).map(({ id }) => id);
  return { personal: of("postcode"), addresses: of("address") };
}

const mostSectors = 20;

/** The most frequent, and how many are in the others. */
export function mostFrequent(sectors: readonly Counted[]): { shown: Counted[]; others: Counted } {
  const rest = sectors.slice(mostSectors);
  return { shown: sectors.slice(0, mostSectors), others: { key: "others", count: rest.reduce((sum, { count }) => sum + count, 0) } };
}
