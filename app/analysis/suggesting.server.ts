// What the pages of suggestions start from: whether whoever asks may code, the set, the question and the codeframes that serve it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayCode } from "#app/consultations/office-policy.ts";
import { findForOffice, type ForOffice } from "#app/consultations/office.server.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import type { Question } from "#app/forms/question.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { codedQuestions } from "./coded-questions.ts";
import type { Codeframe } from "./codeframe.ts";
import { listCodeframes } from "./codeframes.store.server.ts";
import { findSet } from "./sets.store.server.ts";

export type ForSuggestions = ForOffice & { set: { id: string; number: number }; questions: Question[]; frames: Codeframe[] };

export async function findSuggestionsPage(args: LoaderFunctionArgs): Promise<ForSuggestions> {
  const found = await findForOffice(args, mayCode);
  const set = await findSet(db(), found.consultation, args.params.set);
  const questions = codedQuestions(await listVersions(db(), found.consultation.formId));
  return { ...found, set, questions, frames: await listCodeframes(db(), found.consultation) };
}

/** The same with the question of the address and the codeframes that serve it; or 404. */
export async function findQuestionPage(args: LoaderFunctionArgs): Promise<ForSuggestions & { question: Question }> {
  const found = await findSuggestionsPage(args);
  const question = found.questions.find(({ id }) => id === args.params.question);
  if (!question) throw notFound();
  return { ...found, question, frames: found.frames.filter(({ questionIds }) => questionIds.includes(question.id)) };
}
