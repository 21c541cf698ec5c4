// Every query about answers that were raised. Each is reached through its partnership, by contacts alone; the audit log holds
// that something was done that only those concerned may see, and nothing of what it was.
import { holdAnswer, letAnswerGo } from "#app/consultations/held-answers.store.server.ts";
import { findContact } from "#app/consultations/office-response.store.server.ts";
import type { Answer } from "#app/forms/answer.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { listContacts } from "./contacts.store.server.ts";
import { raisedLetter } from "./letters.ts";
import { casePath } from "./paths.ts";
import type { Deed, Note, SafeguardingCase } from "./safeguarding-case.ts";

type By = { personId: string; now: Date };

async function recordRestricted(on: Database, partnershipId: string, personId: string, caseId: string): Promise<void> {
  await recordAudit(on, { partnershipId, personId, action: "restricted.keep", subjectKind: "restricted", subjectId: caseId });
}

type Raised = { consultation: { id: string; partnershipId: string }; responseId: string; questionId: string; answer: Answer };

/**
 * Raises an answer with the contacts: it is held at once, and each contact gets a letter without a word of it. Raised already,
 * nothing more happens. False where there is no contact: then nothing is done at all.
 */
export async function raiseAnswer(transaction: Transaction, partnership: Partnership, { consultation, responseId, questionId, answer }: Raised, { personId, now }: By): Promise<boolean> {
  const contacts = await listContacts(transaction, partnership.id);
  if (contacts.length === 0) return false;
  const id = newId();
  const contact = await findContact(transaction, responseId);
  const { count } = await transaction.safeguardingCase.createMany({
    data: [
      {
        ...{ id, partnershipId: partnership.id, consultationId: consultation.id, responseId, questionId, raisedById: personId, raisedAt: now },
        ...{ answer: answer as Prisma.InputJsonValue, contact },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return true;
  await holdAnswer(transaction, consultation, { responseId, questionId });
  for (const { name, email, language } of contacts) {
    const address = siteOfPartnership(partnership) + pathInLanguage(casePath(partnership, id), language);
    const site = textIn(partnership.name, language).text;
    await saveLetter(transaction, senderOf(partnership), raisedLetter(wordsFor(language), { name, email }, { address, site }));
  }
  await recordRestricted(transaction, partnership.id, personId, id);
  return true;
}

const columns = {
  ...{ id: true, consultationId: true, responseId: true, questionId: true, answer: true, contact: true },
  ...{ raisedById: true, raisedAt: true, releasedAt: true, closedAt: true },
};

function readCase({ answer, contact, ...row }: Prisma.SafeguardingCaseGetPayload<{ select: typeof columns }>): SafeguardingCase {
  return { ...row, answer: answer as Answer, contact: contact as SafeguardingCase["contact"] };
}

/** A case with its notes, the earliest first, or 404; that it was looked at is written down. */
export async function openCase(on: Database, partnershipId: string, id: string | undefined, personId: string): Promise<SafeguardingCase & { notes: Note[] }> {
  const row = id === undefined ? null : await on.safeguardingCase.findFirst({ where: { id, partnershipId }, select: columns });
  if (!row) throw notFound();
  const notes = await on.safeguardingNote.findMany({ where: { caseId: row.id }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  await recordAudit(on, { partnershipId, personId, action: "restricted.read", subjectKind: "restricted", subjectId: row.id });
  return { ...readCase(row), notes: notes.map(({ id: noteId, personId: by, at, text }) => ({ id: noteId, personId: by, at, text })) };
}

export type CaseLine = Pick<SafeguardingCase, "id" | "consultationId" | "raisedAt" | "closedAt">;

/** Cases that are not closed first, then the latest raised, a page at a time; `after` is the last of the page before. */
export async function listCases(on: Database, partnershipId: string, { after = null, most = 25 }: { after?: string | null; most?: number } = {}): Promise<{ cases: CaseLine[]; nextAfter: string | null }> {
  const select = { id: true, consultationId: true, raisedAt: true, closedAt: true };
  const isThere = after !== null && (await on.safeguardingCase.count({ where: { id: after, partnershipId } })) > 0;
  const rows = await on.safeguardingCase.findMany({
    ...{ where: { partnershipId }, select, take: most + 1 },
    ...(isThere && { cursor: { id: after }, skip: 1 }),
    orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { raisedAt: "desc" }, { id: "asc" }],
  });
  const cases = rows.slice(0, most);
  return { cases, nextAfter: rows.length > most ? (cases.at(-1)?.id ?? null) : null };
}

/** Does it to a case that it is timely for; a note is kept with each that has one. */
export async function doToCase(transaction: Transaction, partnershipId: string, found: SafeguardingCase, { deed, text, personId, now }: By & { deed: Deed; text: string }): Promise<void> {
  const caseId = found.id;
  if (text !== "") await transaction.safeguardingNote.create({ data: { id: newId(), partnershipId, caseId, personId, at: now, text } });
  const changes = { note: {}, release: { releasedAt: now }, close: { closedAt: now, closedById: personId }, reopen: { closedAt: null, closedById: null } };
  await transaction.safeguardingCase.update({ where: { id: caseId }, data: changes[deed] });
  if (deed === "release") await letAnswerGo(transaction, found);
  await recordRestricted(transaction, partnershipId, personId, caseId);
}

const closedBefore = (until: Date) => ({ closedAt: { lt: until } });

/** How many cases were closed before a time, of one partnership or, given null, of all. */
export function countForgettableCases(on: Database, until: Date, partnershipId: string | null): Promise<number> {
  return on.safeguardingCase.count({ where: { ...closedBefore(until), ...(partnershipId !== null && { partnershipId }) } });
}

/** Deletes them with their notes; how many. An answer that was not let go stays out of sight. */
export async function forgetCases(transaction: Transaction, until: Date): Promise<number> {
  await transaction.safeguardingNote.deleteMany({ where: { case: closedBefore(until) } });
  return (await transaction.safeguardingCase.deleteMany({ where: closedBefore(until) })).count;
}
