// What every page that is read on starts from: whether whoever asks may read, the set, its questions, and what the address asks for.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Side } from "#app/consultations/cross-tabulation.ts";
import { sidesOf } from "#app/consultations/cross-tabulation.ts";
import { mayReadAnswers } from "#app/consultations/office-policy.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { readResultFilter, type FilterProblem } from "#app/consultations/result-filter.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { takesOwnWords } from "#app/forms/own-words.ts";
import { isPersonal, type Question } from "#app/forms/question.ts";
import { listNames } from "#app/people/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import type { Entries } from "#app/shared/edits.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Words } from "#app/shared/words.ts";
import { codedPieces } from "./coded-text.ts";
import { partsOf, type CodingShown } from "./coding-shown.ts";
import { textNotes, type TextShown } from "./reading-shown.ts";
import { piecesOf, readWanted, type Reading } from "./reading.ts";
import { findNewestSet, findSet } from "./sets.store.server.ts";
import { findWords, type AnswerText } from "./texts.store.server.ts";
import { translationShown } from "./translation.ts";
import { listTranslations } from "./translations.store.server.ts";

type ToRead = ForOffice & { set: { id: string; number: number }; sides: Side[]; reading: Reading; typed: Entries; problems: FilterProblem[]; questions: Question[] };

/** The set of the address, or the newest, and the questions that were answered in own words; null while there is no set. */
export async function findToRead(args: LoaderFunctionArgs): Promise<(ForOffice & { set: null }) | ToRead> {
  const found = await findForOffice(args, mayReadAnswers);
  const { searchParams } = new URL(args.request.url);
  const wanted = readWanted(searchParams);
  const [set, versions] = await Promise.all([
    wanted.set === null ? findNewestSet(db(), found.consultation) : findSet(db(), found.consultation, String(wanted.set)),
    listVersions(db(), found.consultation.formId),
  ]);
  if (!set) return { ...found, set: null };
  const sides = sidesOf(versions);
  const { filter, typed, problems } = readResultFilter(searchParams, sides);
  const asked = versions.flatMap(({ definition }) => questionsOf(definition)).filter((question) => takesOwnWords(question) && question.type !== "file" && !isPersonal(question));
  const questions = [...new Map(asked.map((question) => [question.id, question])).values()];
  return { ...found, set, sides, reading: { ...wanted, filter }, typed, problems, questions };
}

export type QuestionToRead = ToRead & { question: Question; of: { setId: string; consultationId: string } };

/** The same with the question of the address; 404. */
export async function findQuestionToRead(args: LoaderFunctionArgs): Promise<QuestionToRead> {
  const found = await findToRead(args);
  if (found.set === null) throw notFound();
  const question = found.questions.find(({ id }) => id === args.params.question);
  if (!question) throw notFound();
  return { ...found, question, of: { setId: found.set.id, consultationId: found.consultation.id } };
}

/** That texts were read is written down. */
export async function recordReading({ partnership, consultation, signedIn }: ForOffice, facts: { set: number; questionId: string; shown: number }): Promise<void> {
  await recordAudit(db(), {
    ...{ partnershipId: partnership.id, personId: signedIn.personId, action: "analysis.read-texts", subjectKind: "consultation", subjectId: consultation.id },
    facts,
  });
}

/** Texts as they are drawn, with the words that were searched for told apart, and the parts that are coded. */
export async function showTexts(texts: readonly AnswerText[], { words: searchedFor }: Pick<Reading, "words">, words: Words, codings: ReadonlyMap<string, CodingShown[]> = new Map()): Promise<TextShown[]> {
  const [found, translations] = await Promise.all([findWords(db(), texts, searchedFor), listTranslations(db(), texts.map(({ id }) => id))]);
  const names = await listNames(db(), [...translations.values()].flat().map(({ personId }) => personId));
  return texts.map((text) => ({
    ...{ id: text.id, responseId: text.responseId, language: text.language },
    pieces: codedPieces(piecesOf(text.text, found), partsOf(codings.get(text.id) ?? [])),
    codings: codings.get(text.id) ?? [],
    translations: (translations.get(text.id) ?? []).map((one) => translationShown(one, names, words)),
    about: textNotes(text, words),
    marks: text.marks.filter(({ settledAt, kind }) => settledAt === null && kind !== "read").map(({ kind }) => kind),
  }));
}
