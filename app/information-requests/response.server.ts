// One response that a request is about, as its page shows it.
import { findConsultationForOfficer, listVersions } from "#app/consultations/store.server.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { db } from "#app/shared/db.server.ts";
import { givenSegments, removalsOf, type Exemption, type GivenReason } from "./decision.ts";
import { listAskedTexts, type AskedResponse, type AskedText } from "./decisions.store.server.ts";
import type { InformationRequest } from "./requests.store.server.ts";

type Change = { deed: string; words: string; why: GivenReason | "let-through"; canChange: boolean };

/** What is kept back or let through of a text, each with what is posted to change it. */
function changesOf({ id, text, moderated, own }: AskedText): Change[] {
  if (text === null) return [];
  const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const through = own.filter(({ reason }) => reason === null);
  const isThrough = (one: { start: number; end: number }) => through.some(({ start, end }) => start === one.start && end === one.end);
  return [
    ...moderated.filter((one) => !isThrough(one)).map((one) => ({ deed: `let-through ${id} ${one.id}`, words: wordsOf(one), why: one.reason, canChange: true })),
    ...own.map((one) => ({ deed: `back ${one.id}`, words: wordsOf(one), why: (one.reason as Exemption | null) ?? ("let-through" as const), canChange: true })),
  ];
}

export async function shownTexts(partnershipId: string, request: InformationRequest, response: AskedResponse) {
  const { formId } = await findConsultationForOfficer(db(), partnershipId, response.consultationId);
  const labels = new Map((await listVersions(db(), formId)).flatMap(({ definition }) => questionsOf(definition)).map(({ id, label }) => [id, label]));
  const texts = await listAskedTexts(db(), request.id, [response]);
  return texts.map((text) => ({
    ...{ id: text.id, language: text.language, text: text.text, question: labels.get(text.questionId) ?? {}, changes: changesOf(text) },
    segments: text.text === null ? [] : givenSegments(text.text, text.moderated, text.own, request.law),
  }));
}

/** How many parts of what it says are not given: each text that is held is one. */
export function countRemoved(texts: readonly AskedText[], request: InformationRequest): number {
  return texts.reduce((sum, { text, moderated, own }) => sum + (text === null ? 1 : removalsOf(text, moderated, own, request.law).length), 0);
}
