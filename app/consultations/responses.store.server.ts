// Every query of people about their own responses: sent, changed and withdrawn with all that belongs to it in one transaction.
import { z } from "zod";
import type { Answers } from "#app/forms/answer.ts";
import { visibleQuestions } from "#app/forms/routing.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { languages, type Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";
import { disclosureNotice } from "./disclosure-notice.ts";
import { checkDraft, isSent, type CheckedDraft, type Draft } from "./draft.ts";
import { holdDraft } from "./drafts.store.server.ts";
import { deleteEqualityAnswers } from "./equality.store.server.ts";
import { changedLetter, receiptLetter, withdrawnLetter } from "./letters.ts";
import { returnPath } from "./paths.ts";
import { isTakenOutOfEverything } from "./policy.ts";
import { permissions, respondentTypes, type Organisation, type OwnResponse, type SaidOfOneself } from "./response.ts";
import { findFormVersion } from "./store.server.ts";

type Asked = { partnership: Partnership; consultation: Consultation; language: Language; now: Date };

/** The whole address of the link that brings back to a draft or a response. */
export function linkBack({ partnership, consultation, language }: Omit<Asked, "now">, reference: string): string {
  return siteOfPartnership(partnership) + pathInLanguage(returnPath(partnership, consultation, reference), language);
}

/**
 * Sends a draft: as a new response, or as a change to the one it became. What has been sent already is not sent again. Fails
 * with what was found wrong. The caller has asked the policy.
 */
export async function sendDraft(
  transaction: Transaction,
  asked: Asked,
  { id }: Pick<Draft, "id">,
): Promise<Result<{ responseId: string }, CheckedDraft>> {
  const draft = await holdDraft(transaction, { id, partnershipId: asked.partnership.id });
  if (!draft) throw notFound();
  if (draft.responseId !== null && isSent(draft)) return succeed({ responseId: draft.responseId });
  const { definition } = await findFormVersion(transaction, draft.formVersionId);
  const checked = checkDraft(draft, definition, textInAll);
  if (!checked.mayBeSent || !checked.said) return fail(checked);
  const { answers, personal } = checked.form;
  const sent = { said: checked.said, answers, personal };
  const responseId =
    draft.responseId === null
      ? await saveResponse(transaction, asked, draft, sent)
      : await saveChange(transaction, asked, draft, draft.responseId, sent);
  await transaction.draft.update({
    where: { id: draft.id },
    data: { responseId, sentAt: asked.now, savedAt: asked.now },
  });
  await saveReceipt(transaction, asked, draft, { ...checked, said: checked.said });
  return succeed({ responseId });
}

type Sent = { said: SaidOfOneself; answers: Answers; personal: Answers };

function headOf({ language }: Asked, { said }: Sent) {
  const { respondentType, permission, confidentialityRequested } = said;
  return { language, respondentType, permission, confidentialityRequested, disclosureVersion: disclosureNotice.version };
}

function contactOf({ said, personal }: Sent) {
  return {
    name: said.name,
    organisation: said.organisation ?? Prisma.DbNull,
    email: said.email?.toLowerCase() ?? null,
    answers: personal as Prisma.InputJsonObject,
    confidentialityReason: said.confidentialityReason,
  };
}

async function saveResponse(transaction: Transaction, asked: Asked, draft: Draft, sent: Sent): Promise<string> {
  const { id: consultationId, partnershipId } = asked.consultation;
  const id = newId();
  await transaction.response.create({
    data: {
      ...{ id, partnershipId, consultationId, reference: draft.reference, draftId: draft.id, channel: "online" },
      ...{ receivedAt: asked.now, enteredAt: asked.now, ...headOf(asked, sent) },
    },
  });
  await saveRevision(transaction, asked, draft, { responseId: id, number: 1 }, sent);
  await transaction.responseContact.create({ data: { responseId: id, partnershipId, ...contactOf(sent) } });
  await recordAudit(transaction, {
    ...{ partnershipId, action: "response.send", subjectKind: "response", subjectId: id },
    facts: { consultationId, channel: "online" },
  });
  return id;
}

async function saveChange(transaction: Transaction, asked: Asked, draft: Draft, responseId: string, sent: Sent): Promise<string> {
  const { id: consultationId, partnershipId } = asked.consultation;
  const [changed] = await transaction.response.updateManyAndReturn({
    where: { id: responseId, partnershipId, consultationId, withdrawnAt: null },
    data: { ...headOf(asked, sent), currentRevision: { increment: 1 } },
    select: { currentRevision: true },
  });
  if (!changed) throw notFound();
  const number = changed.currentRevision;
  await transaction.tallyChange.create({
    data: { partnershipId, consultationId, responseId, revision: number - 1, sign: -1 },
  });
  await saveRevision(transaction, asked, draft, { responseId, number }, sent);
  const contact = contactOf(sent);
  await transaction.responseContact.upsert({
    where: { responseId },
    create: { responseId, partnershipId, ...contact },
    update: contact,
  });
  await recordAudit(transaction, {
    ...{ partnershipId, action: "response.change", subjectKind: "response", subjectId: responseId },
    facts: { consultationId, revision: number },
  });
  return responseId;
}

async function saveRevision(
  transaction: Transaction,
  { consultation, now }: Asked,
  { formVersionId }: Draft,
  { responseId, number }: { responseId: string; number: number },
  { answers }: Sent,
): Promise<void> {
  const { id: consultationId, partnershipId } = consultation;
  await transaction.responseRevision.create({
    data: { partnershipId, responseId, number, formVersionId, answers: answers as Prisma.InputJsonObject, sentAt: now },
  });
  await transaction.tallyChange.create({ data: { partnershipId, consultationId, responseId, revision: number, sign: 1 } });
}

type Copied = { form: Pick<CheckedDraft["form"], "visible" | "answers" | "personal">; said: SaidOfOneself };

/** Sends the receipt, or word that the change was received, to whoever gave an address. */
async function saveReceipt(transaction: Transaction, asked: Asked, draft: Draft, { form, said }: Copied): Promise<void> {
  if (said.email === null) return;
  const { partnership, consultation } = asked;
  const about = aboutLetter(asked, draft.reference, said.email);
  const copy = { questions: form.visible, answers: { ...form.answers, ...form.personal } };
  const letter = draft.responseId === null ? receiptLetter(about, { closesAt: consultation.closesAt, copy }) : changedLetter(about, { copy });
  await saveLetter(transaction, senderOf(partnership), letter);
}

function aboutLetter(asked: Omit<Asked, "now">, reference: string, to: string) {
  const { partnership, consultation, language } = asked;
  return {
    ...{ to, words: wordsFor(language), partnership: partnership.name, consultation: consultation.title, reference },
    link: linkBack(asked, reference),
  };
}

/** Sends the receipt of a response again, to an address given now and kept with it from now on. */
export async function sendReceiptTo(transaction: Transaction, asked: Asked, response: OwnResponse, email: string): Promise<void> {
  const { partnership, consultation } = asked;
  await transaction.responseContact.update({ where: { responseId: response.id }, data: { email: email.toLowerCase() } });
  const { definition } = await findFormVersion(transaction, response.formVersionId);
  const answers = { ...response.answers, ...response.personal };
  const copy = { questions: visibleQuestions(definition, response.answers), answers };
  const about = aboutLetter(asked, response.reference, email);
  await saveLetter(transaction, senderOf(partnership), receiptLetter(about, { closesAt: consultation.closesAt, copy }));
}

const ownResponseSchema = z
  .object({
    id: z.string(),
    partnershipId: z.string(),
    consultationId: z.string(),
    reference: z.string(),
    language: z.enum(languages),
    receivedAt: z.date(),
    currentRevision: z.number(),
    withdrawnAt: z.date().nullable(),
    formVersionId: z.string(),
    sentAt: z.date(),
    answers: z.custom<Answers>(),
    personal: z.custom<Answers>().nullable(),
    respondentType: z.enum(respondentTypes),
    permission: z.enum(permissions),
    confidentialityRequested: z.boolean(),
    confidentialityReason: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    organisation: z.custom<Organisation>().nullable(),
  })
  .transform((row): OwnResponse => {
    const { respondentType, permission, confidentialityRequested, confidentialityReason, name, email, organisation, ...rest } = row;
    const said = { respondentType, permission, confidentialityRequested, confidentialityReason, name, email, organisation };
    return { ...rest, personal: rest.personal ?? {}, said };
  });

/** The response a reference opens in a partnership, or null. */
export async function findOwnResponse(on: Database, partnershipId: string, reference: string): Promise<OwnResponse | null> {
  const [row] = await on.$queryRaw<unknown[]>`
    SELECT r.*, v."formVersionId", v."sentAt", v.answers,
      c.answers AS personal, c."confidentialityReason", c.name, c.email, c.organisation
    FROM "Response" r
    JOIN "ResponseRevision" v ON v."responseId" = r.id AND v.number = r."currentRevision"
    LEFT JOIN "ResponseContact" c ON c."responseId" = r.id
    WHERE r.reference = ${reference} AND r."partnershipId" = ${partnershipId}`;
  return row === undefined ? null : ownResponseSchema.parse(row);
}

/**
 * Withdraws a response: it is not counted, read or published any more, and what names or reaches the person is deleted, with
 * the draft and the equality answers. Withdrawn already, it stays as it is.
 */
export async function withdrawResponse(transaction: Transaction, asked: Asked, response: OwnResponse): Promise<void> {
  const { partnership, consultation, language, now } = asked;
  const { id: responseId, partnershipId, consultationId } = response;
  // because a change takes the draft before the response, and two that wait for each other in turn would never end
  await transaction.draft.deleteMany({ where: { responseId, partnershipId } });
  const [withdrawn] = await transaction.response.updateManyAndReturn({
    where: { id: responseId, partnershipId, withdrawnAt: null },
    data: { withdrawnAt: now },
    select: { currentRevision: true },
  });
  if (!withdrawn) return;
  await transaction.tallyChange.create({
    data: { partnershipId, consultationId, responseId, revision: withdrawn.currentRevision, sign: -1 },
  });
  await transaction.responseContact.deleteMany({ where: { responseId } });
  await deleteEqualityAnswers(transaction, responseId);
  const fromEverything = isTakenOutOfEverything(consultation, now);
  if (response.said.email !== null) {
    const about = { to: response.said.email, words: wordsFor(language), partnership: partnership.name, consultation: consultation.title };
    await saveLetter(transaction, senderOf(partnership), withdrawnLetter(about, { fromEverything }));
  }
  await recordAudit(transaction, {
    ...{ partnershipId, action: "response.withdraw", subjectKind: "response", subjectId: responseId },
    facts: { consultationId, fromEverything },
  });
}
