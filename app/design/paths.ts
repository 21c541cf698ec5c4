// Addresses of the pages that a form is built and edited on.
import { formPath } from "#app/consultations/office-paths.ts";

type Of = [partnership: { slug: string }, consultation: { id: string }];

/** What was done to the form, newest first. */
export function editsPath(...of: Of): string {
  return `${formPath(...of)}/edits`;
}

export function formLanguagesPath(...of: Of): string {
  return `${formPath(...of)}/languages`;
}

/** A section, to be rewritten. */
export function sectionPath(...[partnership, consultation, id]: [...Of, id: string]): string {
  return `${formPath(partnership, consultation)}/sections/${id}`;
}

/** A section that is added after another. */
export function newSectionPath(...[partnership, consultation, after]: [...Of, after: string | null]): string {
  return `${formPath(partnership, consultation)}/new-section${after === null ? "" : `?${new URLSearchParams({ after })}`}`;
}

/** A question, to be rewritten. */
export function questionPath(...[partnership, consultation, id]: [...Of, id: string]): string {
  return `${formPath(partnership, consultation)}/questions/${id}`;
}

/** A question that is added in a section, after another of its questions or first; of a type, once that is chosen. */
export function newQuestionPath(...[partnership, consultation, where]: [...Of, where: { section: string; after: string | null; type?: string }]): string {
  const { section, after, type } = where;
  const query = new URLSearchParams({ section, ...(after !== null && { after }), ...(type !== undefined && { type }) });
  return `${formPath(partnership, consultation)}/new-question?${query}`;
}

/** The form as JSON, to be kept or taken elsewhere. */
export function formJsonPath(...of: Of): string {
  return `${formPath(...of)}.json`;
}

/** Where consultations are found whose questions may be reused; or the form of one of them. */
export function reusePath(...[partnership, consultation, chosen]: [...Of, chosen?: { from: string; words: string }]): string {
  const start = `${formPath(partnership, consultation)}/reuse`;
  return chosen ? `${start}/${chosen.from}?${new URLSearchParams({ words: chosen.words })}` : start;
}

/** The picture of a question or a section. */
export function picturePath(...[partnership, consultation, part]: [...Of, part: string]): string {
  return `${formPath(partnership, consultation)}/pictures/${part}`;
}

/** When a question or a section is shown. */
export function conditionPath(...[partnership, consultation, part]: [...Of, part: string]): string {
  return `${formPath(partnership, consultation)}/conditions/${part}`;
}
