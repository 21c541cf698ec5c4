// Every query about hustings in writing: questions asked by nobody known, put to all candidates or declined, and answered by each.
import { z } from "zod";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textIn, textSchema, type Language, type Text } from "#app/shared/languages.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { listCandidates } from "./candidates.store.server.ts";
import type { By, Election } from "./elections.store.server.ts";
import { answerWords } from "./hustings.ts";
import { questionLetter } from "./letters.ts";
import { renewedLink, type Nomination } from "./nominations.store.server.ts";

const storedSchema = z.object({
  ...{ id: z.string(), text: textSchema, askedText: z.string(), askedLanguage: z.string(), askedAt: z.date(), putAt: z.date().nullable(), declinedAt: z.date().nullable(), reason: textSchema },
  answers: z.array(z.object({ nominationId: z.string(), text: textSchema })),
});
export type HustingsQuestion = Omit<z.infer<typeof storedSchema>, "askedLanguage"> & { askedLanguage: Language };

const answers = { answers: { select: { nominationId: true, text: true } } } as const;

function read(row: unknown): HustingsQuestion {
  const { askedLanguage: said, ...rest } = storedSchema.parse(row);
  return { ...rest, askedLanguage: isLanguage(said) ? said : defaultLanguage };
}

/** Keeps a question for the office to put or decline; who asked is not known. Asked twice in the same words, it is kept once. */
export async function askQuestion(transaction: Transaction, { partnershipId, id }: Election, { text, language, now }: { text: string; language: Language; now: Date }): Promise<void> {
  const same = { electionId: id, askedText: text, putAt: null, declinedAt: null };
  if ((await transaction.hustingsQuestion.count({ where: same })) > 0) return;
  await transaction.hustingsQuestion.create({ data: { id: newId(), partnershipId, electionId: id, text: {}, askedText: text, askedLanguage: language, askedAt: now } });
}

const questionsAPage = 20;
type Listed = { questions: HustingsQuestion[]; nextAfter: string | null };

async function listPage(on: Database, where: object, orderBy: object[], after: string | null): Promise<Listed> {
  const rows = await on.hustingsQuestion.findMany({ where, include: answers, orderBy, take: questionsAPage + 1, ...(after && { cursor: { id: after }, skip: 1 }) });
  const questions = rows.slice(0, questionsAPage).map(read);
  return { questions, nextAfter: rows.length > questionsAPage ? questions.at(-1)!.id : null };
}

/** Questions that were put, with their answers, the first first. */
export function listPut(on: Database, { id }: Pick<Election, "id">, after: string | null = null): Promise<Listed> {
  return listPage(on, { electionId: id, putAt: { not: null } }, [{ putAt: "asc" }, { id: "asc" }], after);
}

/** Questions that wait to be put or declined, the oldest first. */
export function listAsked(on: Database, { id }: Pick<Election, "id">, after: string | null = null): Promise<Listed> {
  return listPage(on, { electionId: id, putAt: null, declinedAt: null }, [{ askedAt: "asc" }, { id: "asc" }], after);
}

/** One that waits to be put or declined; null where it was settled, or never was. */
export async function findAsked(on: Database, election: Pick<Election, "id">, id: string): Promise<{ id: string; askedText: string; askedLanguage: Language } | null> {
  const row = await on.hustingsQuestion.findFirst({ where: { id, electionId: election.id, putAt: null, declinedAt: null }, include: answers });
  if (!row) return null;
  const { askedText, askedLanguage } = read(row);
  return { id, askedText, askedLanguage };
}

/** Questions that were declined, with why, the last first. */
export function listDeclined(on: Database, { id }: Pick<Election, "id">, after: string | null = null): Promise<Listed> {
  return listPage(on, { electionId: id, declinedAt: { not: null } }, [{ declinedAt: "desc" }, { id: "asc" }], after);
}

type Settling = { partnership: Partnership; election: Election; by: By };

const toldBy = ({ by: { partnershipId, personId } }: Settling, action: string, subjectId: string) => ({ partnershipId, ...(personId && { personId }), action, subjectKind: "hustings-question", subjectId });

/** Puts a question to every candidate and writes to each. False where it was put or declined already. */
export async function putQuestion(transaction: Transaction, settling: Settling, id: string, text: Text): Promise<boolean> {
  const { partnership, election, by } = settling;
  const open = { id, electionId: election.id, putAt: null, declinedAt: null };
  // What was typed is gone once it is put: it might tell who asked.
  const { count } = await transaction.hustingsQuestion.updateMany({ where: open, data: { text, askedText: "", putAt: by.now } });
  if (count === 0) return false;
  for (const { email, language, name, ...one } of await listCandidates(transaction, election)) {
    // because who asked for their details to be erased is written to no more
    if (email === "") continue;
    const link = await renewedLink(transaction, partnership, election, { id: one.id, language });
    const about = { to: email, words: wordsFor(language), partnership: partnership.name, election: election.title, name };
    await saveLetter(transaction, senderOf(partnership), questionLetter(about, { link, question: textIn(text, language), words: answerWords }));
  }
  await recordAudit(transaction, toldBy(settling, "hustings-question.put", id));
  await dropPublishedPages(transaction, by.partnershipId);
  return true;
}

/** Declines a question; why stands on the public page. False where it was put or declined already. */
export async function declineQuestion(transaction: Transaction, settling: Settling, id: string, reason: Text): Promise<boolean> {
  const { election, by } = settling;
  const { count } = await transaction.hustingsQuestion.updateMany({ where: { id, electionId: election.id, putAt: null, declinedAt: null }, data: { askedText: "", declinedAt: by.now, reason } });
  if (count === 0) return false;
  await recordAudit(transaction, toldBy(settling, "hustings-question.decline", id));
  await dropPublishedPages(transaction, by.partnershipId);
  return true;
}

/** A candidate answers a question that was put, or changes their answer. False where there is none. */
export async function answerQuestion(transaction: Transaction, { partnershipId, id: electionId }: Election, nomination: Pick<Nomination, "id">, questionId: string, { text, now }: { text: Text; now: Date }): Promise<boolean> {
  const question = await transaction.hustingsQuestion.findFirst({ where: { id: questionId, electionId, putAt: { not: null } }, select: { id: true } });
  if (!question) return false;
  const key = { questionId, nominationId: nomination.id };
  await transaction.hustingsAnswer.upsert({ where: { questionId_nominationId: key }, create: { ...key, partnershipId, text, at: now }, update: { text, at: now } });
  await recordAudit(transaction, { partnershipId, action: "hustings-question.answer", subjectKind: "hustings-question", subjectId: questionId, facts: { nominationId: nomination.id } });
  await dropPublishedPages(transaction, partnershipId);
  return true;
}
