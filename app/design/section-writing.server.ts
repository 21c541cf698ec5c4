// A section's page as it is posted: a section rewritten beside others, or a new one with its first question.
import type { Transaction } from "#app/shared/db.server.ts";
import { languages as allLanguages, type Language } from "#app/shared/languages.ts";
import { holdWorkingCopy, saveEdit, type Editing } from "./edits.store.server.ts";
import { sectionPart } from "./parts.ts";
import type { Fields } from "./question-parts.ts";
import type { Written } from "./question-writing.server.ts";
import { simpleTypes } from "./question-kinds.ts";
import { readQuestion } from "./read-question.ts";
import { fieldsOfSection, readSection } from "./section-fields.ts";
import { sinceOf, takesOf, whoRemoved, withOthers } from "./writing.server.ts";
import type { Section } from "#app/forms/definition.ts";

/** The fields of a section's page that were posted; `first` are those of a new section's first question. */
export function pickSectionFields(posted: URLSearchParams, languages: readonly Language[], first = false): Fields {
  const names = [...(["heading", "intro"] as const), ...(first ? (["first.label"] as const) : [])].flatMap((name) => languages.map((language) => `${name}-${language}`));
  const read = [...names, "layout", ...(first ? ["first.type"] : [])].map((name) => [name, (posted.get(name) ?? "").replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "")]);
  return Object.fromEntries(read.filter(([, value]) => value !== "")) as Fields;
}

export async function rewriteSection(transaction: Transaction, editing: Editing, id: string, posted: URLSearchParams): Promise<Written> {
  const copy = await holdWorkingCopy(transaction, editing);
  const languages = copy?.definition.languages ?? allLanguages;
  const typed = pickSectionFields(posted, languages);
  if (!copy) return { kind: "refused", fields: typed, problem: { code: "closed" } };
  const section = copy.definition.sections.find((one) => one.id === id);
  const part = sectionPart(id);
  if (!section) return { kind: "removed", fields: typed, by: await whoRemoved(transaction, copy, part) };
  const { fields, clashes, by } = await withOthers(transaction, copy, {
    ...{ part, since: sinceOf(posted), typed, takes: takesOf(posted) },
    current: fieldsOfSection(section, languages),
    fieldsOfBase: (base) => fieldsOfSection(base as Section, languages),
  });
  if (clashes.length > 0) return { kind: "clash", fields, clashes, by, edits: copy.edits };
  const read = readSection(fields, languages, section);
  if (!read.ok) return { kind: "problems", fields, problems: read.problem };
  const saved = await saveEdit(transaction, editing, { kind: "change-section", section: id, head: read.value });
  return saved.ok ? { kind: "saved", edits: saved.value.edits } : { kind: "refused", fields, problem: saved.problem };
}

/** Adds a section after another, or at the end where that is not there any more. */
export async function addSection(transaction: Transaction, editing: Editing, after: string | null, posted: URLSearchParams): Promise<Written> {
  const copy = await holdWorkingCopy(transaction, editing);
  const languages = copy?.definition.languages ?? allLanguages;
  const fields = pickSectionFields(posted, languages, true);
  if (!copy) return { kind: "refused", fields, problem: { code: "closed" } };
  const { sections } = copy.definition;
  const type = simpleTypes.find((one) => one === fields["first.type"]) ?? "long-text";
  const labels = Object.fromEntries(languages.map((language) => [`label-${language}`, fields[`first.label-${language}`] ?? ""]));
  const head = readSection(fields, languages);
  const question = readQuestion(labels, { type, languages });
  if (!head.ok || !question.ok) {
    const ofQuestion = question.ok ? [] : question.problem.map((problem) => ({ ...problem, field: `first.${problem.field}` }));
    return { kind: "problems", fields, problems: [...(head.ok ? [] : head.problem), ...ofQuestion] };
  }
  const place = after === null || sections.some(({ id }) => id === after) ? after : (sections.at(-1)?.id ?? null);
  const saved = await saveEdit(transaction, editing, { kind: "add-section", head: head.value, question: question.value, after: place });
  return saved.ok ? { kind: "saved", edits: saved.value.edits } : { kind: "refused", fields, problem: saved.problem };
}
