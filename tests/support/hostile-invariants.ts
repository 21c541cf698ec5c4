// What must hold of the database and of the file store after anything at all was sent.
import { readdir } from "node:fs/promises";
import { expect } from "vitest";
import { sendingForm } from "#app/consultations/sending-form.ts";
import { equalityForm } from "#app/consultations/equality-form.ts";
import { checkDefinition, questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { fieldsOf, longestEntry } from "#app/forms/entries.ts";
import { isPersonal } from "#app/forms/question.ts";
import { fileStoreDir } from "#app/shared/config.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textInAll } from "#app/shared/words.server.ts";

/** Only what was asked is stored, no more of it than may be, and every file on the disk is somebody's. */
export async function expectNothingStrange(): Promise<void> {
  const forms = new Map<string, Question[]>();
  for (const { id, definition } of await db().formVersion.findMany()) forms.set(id, questionsIn(definition));
  const sending = questionsOf(sendingForm(textInAll, {}));
  const problems: string[] = [];
  for (const draft of await db().draft.findMany({ include: { contact: true } })) {
    const asked = forms.get(draft.formVersionId) ?? [];
    const own = (personal: boolean) => asked.filter((question) => isPersonal(question) === personal);
    problems.push(...strangeEntries(own(false), draft.entries), ...strangeEntries(own(true), draft.contact?.entries ?? {}));
    problems.push(...strangeEntries(sending, draft.contact?.sending ?? {}));
    const pages = [...asked.map(({ id }) => id), "priorities"];
    if (draft.pagesSeen.length > 200) problems.push(`a draft that has seen ${draft.pagesSeen.length} of ${pages.length} pages`);
  }
  for (const { formVersionId, answers } of await db().responseRevision.findMany()) {
    problems.push(...unknownKeys(answers, (forms.get(formVersionId) ?? []).filter((question) => !isPersonal(question)).map(({ id }) => id)));
  }
  const equality = questionsOf(equalityForm(textInAll)).map(({ id }) => id);
  for (const { answers } of await db().equalityAnswer.findMany()) problems.push(...unknownKeys(answers, equality));
  expect(problems.slice(0, 10)).toEqual([]);
  expect(await strayFiles()).toEqual([]);
}

function questionsIn(definition: unknown): Question[] {
  const checked = checkDefinition(definition);
  return checked.ok ? questionsOf(checked.value as FormDefinition) : [];
}

function strangeEntries(questions: Question[], stored: unknown): string[] {
  const known = new Map(questions.flatMap((question) => fieldsOf(question).map((field) => [field, question] as const)));
  return Object.entries(stored as Record<string, unknown>).flatMap(([field, values]) => {
    const question = known.get(field);
    if (!question) return [`an entry for ${field}, which nobody asked`];
    if (!Array.isArray(values) || values.some((value) => typeof value !== "string")) return [`${field} is no list of texts`];
    const most = longestEntry(question, field);
    return (values as string[]).some((value) => value.length > most || /[\0-\x08\x0b-\x1f]|\p{Surrogate}/u.test(value)) ? [`${field} holds what it may not`] : [];
  });
}

function unknownKeys(answers: unknown, known: string[]): string[] {
  return Object.keys(answers as object)
    .filter((key) => !known.includes(key))
    .map((key) => `an answer to ${key}, which nobody asked`);
}

async function strayFiles(): Promise<string[]> {
  const found = await readdir(fileStoreDir(), { recursive: true, withFileTypes: true }).catch(() => []);
  const rows = new Set((await db().file.findMany({ select: { storageKey: true } })).map(({ storageKey }) => storageKey.slice(6)));
  return found.filter((entry) => entry.isFile() && !rows.has(entry.name.replace(/\.thumbnail$/, ""))).map(({ name }) => name);
}
