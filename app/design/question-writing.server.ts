// A question's page as it is posted: a row of its lists changed, or the whole written into the form.
import { questionsOf } from "#app/forms/definition.ts";
import { optionIdsOf } from "#app/forms/ids.ts";
import type { Question, QuestionType } from "#app/forms/question.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { languages as allLanguages, type Language } from "#app/shared/languages.ts";
import { holdWorkingCopy, saveEdit, type Editing, type SaveProblem } from "./edits.store.server.ts";
import type { Clash } from "./merging.ts";
import { questionPart } from "./parts.ts";
import { placeStillThere } from "./place.ts";
import { fieldsOfQuestion } from "./question-fields.ts";
import { pickFields, type Fields } from "./question-parts.ts";
import { readQuestion, type FieldProblem } from "./read-question.ts";
import { sinceOf, takesOf, whoRemoved, withOthers, type Other } from "./writing.server.ts";

/** What came of it: done, or what is to be shown with everything that was typed. */
export type Written =
  | { kind: "saved"; edits: number }
  | { kind: "problems"; fields: Fields; problems: FieldProblem[] }
  | { kind: "refused"; fields: Fields; problem: SaveProblem }
  | { kind: "clash"; fields: Fields; clashes: Clash[]; by: Other | null; edits: number }
  | { kind: "removed"; fields: Fields; by: Other | null };

/** The fields of a question as it stands that its page has for these languages. */
export function shownFields(question: Question, languages: readonly Language[]): Fields {
  return pickFields(Object.entries(fieldsOfQuestion(question)), question.type, languages);
}

/** Writes a question that is there. */
export async function rewriteQuestion(transaction: Transaction, editing: Editing, id: string, posted: URLSearchParams, type: QuestionType): Promise<Written> {
  const copy = await holdWorkingCopy(transaction, editing);
  const languages = copy?.definition.languages ?? allLanguages;
  const typed = pickFields(posted, type, languages);
  if (!copy) return { kind: "refused", fields: typed, problem: { code: "closed" } };
  const question = questionsOf(copy.definition).find((one) => one.id === id);
  const part = questionPart(id);
  if (!question || question.type !== type) return { kind: "removed", fields: typed, by: await whoRemoved(transaction, copy, part) };
  const { fields, clashes, by } = await withOthers(transaction, copy, {
    ...{ part, since: sinceOf(posted), typed, takes: takesOf(posted) },
    current: shownFields(question, languages),
    fieldsOfBase: (base) => shownFields(base as Question, languages),
  });
  if (clashes.length > 0) return { kind: "clash", fields, clashes, by, edits: copy.edits };
  const taken = optionIdsOf(id, [...copy.earlier, copy.definition]);
  const read = readQuestion(fields, { type, languages, before: question, taken });
  if (!read.ok) return { kind: "problems", fields, problems: read.problem };
  const saved = await saveEdit(transaction, editing, { kind: "change-question", to: { ...read.value, id } as Question });
  return saved.ok ? { kind: "saved", edits: saved.value.edits } : { kind: "refused", fields, problem: saved.problem };
}

/** Writes a new question after another, or as near to it as there still is a place. */
export async function addQuestion(
  transaction: Transaction,
  editing: Editing,
  where: { section: string; after: string | null },
  posted: URLSearchParams,
  type: QuestionType,
): Promise<Written> {
  const copy = await holdWorkingCopy(transaction, editing);
  const languages = copy?.definition.languages ?? allLanguages;
  const fields = pickFields(posted, type, languages);
  if (!copy) return { kind: "refused", fields, problem: { code: "closed" } };
  const read = readQuestion(fields, { type, languages });
  if (!read.ok) return { kind: "problems", fields, problems: read.problem };
  const saved = await saveEdit(transaction, editing, { kind: "add-question", question: read.value, ...placeStillThere(copy.definition, where) });
  return saved.ok ? { kind: "saved", edits: saved.value.edits } : { kind: "refused", fields, problem: saved.problem };
}
