// Every query of people about their own responses: sent, changed and withdrawn with all that belongs to it in one transaction.
import type { Answers } from "#app/forms/answer.ts";
import { visibleQuestions } from "#app/forms/routing.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { ask, db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import type { Letter } from "#app/shared/letters.ts";
import { letterRow, lettersSaved, saveLetter } from "#app/shared/mail.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { textInAll, wordsFor } from "#app/shared/words.server.ts";
import type { Consultation } from "./consultation.ts";
import { versionBeforePins } from "./notice.ts";
import { checkDraft, isSent, type CheckedDraft, type Draft } from "./draft.ts";
import { holdDraft } from "./drafts.store.server.ts";
import { takeOut } from "./erasing.store.server.ts";
import { changedLetter, receiptLetter, withdrawnLetter } from "./letters.ts";
import { returnPath } from "./paths.ts";
import { isTakenOutOfEverything } from "./policy.ts";
import type { OwnResponse, SaidOfOneself } from "./response.ts";
import { saveContact, saveRevision, type Sent } from "./revisions.store.server.ts";
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
export async function sendDraft(asked: Asked, draft: Draft): Promise<Result<{ responseId: string }, CheckedDraft>> {
  const sent = draft.responseId === null ? await sendAtOnce(asked, draft) : null;
  return sent ?? inTransaction((transaction) => sendHeld(transaction, asked, draft));
}

// $1 draft, $2 its state, $3 new id, $4 now, $5 language, $6 respondent, $7 permission, $8 confidentiality, $9 notice,
// $10 answers; of the contact $11 name, $12 organisation, $13 e-mail, $14 answers, $15 reason; $16 letters
const firstSending = {
  name: "first sending",
  text: `
    WITH draft AS (
      UPDATE "Draft" SET "responseId" = $3, "sentAt" = $4::timestamptz, "savedAt" = $4::timestamptz
      WHERE id = $1 AND xmin::text = $2 AND "responseId" IS NULL
      RETURNING id, "partnershipId", "consultationId", "formVersionId", reference),
    response AS (
      INSERT INTO "Response" (id, "partnershipId", "consultationId", reference, "draftId", channel, language, "respondentType",
        permission, "confidentialityRequested", "disclosureVersion", "receivedAt", "enteredAt")
      SELECT $3, "partnershipId", "consultationId", reference, id, 'online', $5, $6, $7, $8::boolean, $9, $4::timestamptz, $4::timestamptz
      FROM draft),
    revision AS (
      INSERT INTO "ResponseRevision" ("partnershipId", "responseId", number, "formVersionId", answers, "sentAt")
      SELECT "partnershipId", $3, 1, "formVersionId", $10::jsonb, $4::timestamptz FROM draft),
    contact AS (
      INSERT INTO "ResponseContact" ("responseId", "partnershipId", name, organisation, email, answers, "confidentialityReason")
      SELECT $3, "partnershipId", $11, $12::jsonb, $13, $14::jsonb, $15 FROM draft),
    tally AS (
      INSERT INTO "TallyChange" ("partnershipId", "consultationId", "responseId", revision, sign)
      SELECT "partnershipId", "consultationId", $3, 1, 1 FROM draft),
    audit AS (
      INSERT INTO "AuditEntry" ("partnershipId", action, "subjectKind", "subjectId", facts)
      SELECT "partnershipId", 'response.send', 'response', $3,
        jsonb_build_object('consultationId', "consultationId", 'channel', 'online') FROM draft),
    ${lettersSaved("$16", "draft")}
    SELECT id, (SELECT count(*) FROM posted) AS letters FROM draft`,
};

/** The first sending, its letter and all, in one statement, where the draft is as it was read; null where it has changed since. */
async function sendAtOnce(asked: Asked, draft: Draft): Promise<Result<{ responseId: string }, CheckedDraft> | null> {
  const { definition } = await findFormVersion(db(), draft.formVersionId);
  const { form, said, ...checked } = checkDraft(draft, definition, textInAll);
  if (!checked.mayBeSent || !said) return fail({ form, said, ...checked });
  const responseId = newId();
  const head = headOf(asked, { said });
  const receipt = receiptOf(asked, draft, { form, said });
  const letters = receipt ? [letterRow(senderOf(asked.partnership), receipt)] : [];
  const rows = await ask(firstSending, [
    ...[draft.id, draft.state, responseId, asked.now, head.language, head.respondentType, head.permission],
    ...[head.confidentialityRequested, head.disclosureVersion, JSON.stringify(form.answers)],
    ...[said.name, said.organisation && JSON.stringify(said.organisation), said.email?.toLowerCase() ?? null],
    ...[JSON.stringify(form.personal), said.confidentialityReason, JSON.stringify(letters)],
  ]);
  return rows.length === 1 ? succeed({ responseId }) : null;
}

async function sendHeld(
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
  const receipt = receiptOf(asked, draft, { ...checked, said: checked.said });
  if (receipt) await saveLetter(transaction, senderOf(asked.partnership), receipt);
  return succeed({ responseId });
}

function headOf({ language, consultation }: Asked, { said }: Pick<Sent, "said">) {
  const { respondentType, permission, confidentialityRequested } = said;
  return { language, respondentType, permission, confidentialityRequested, disclosureVersion: consultation.disclosureVersion ?? versionBeforePins.disclosure };
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
  const { formVersionId } = draft;
  await saveRevision(transaction, asked.consultation, { responseId: id, number: 1, formVersionId, answers: sent.answers, now: asked.now });
  await saveContact(transaction, asked.consultation, id, sent);
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
    select: { currentRevision: true, excludedAt: true },
  });
  if (!changed) throw notFound();
  const { currentRevision: number, excludedAt } = changed;
  const revision = { responseId, number, formVersionId: draft.formVersionId, answers: sent.answers, now: asked.now };
  await saveRevision(transaction, asked.consultation, revision, { isCounted: excludedAt === null });
  await saveContact(transaction, asked.consultation, responseId, sent);
  await recordAudit(transaction, {
    ...{ partnershipId, action: "response.change", subjectKind: "response", subjectId: responseId },
    facts: { consultationId, revision: number },
  });
  return responseId;
}

type Copied = { form: Pick<CheckedDraft["form"], "visible" | "answers" | "personal">; said: SaidOfOneself };

/** The receipt, or word that the change was received, for whoever gave an address. */
function receiptOf(asked: Asked, draft: Draft, { form, said }: Copied): Letter | null {
  if (said.email === null) return null;
  const about = aboutLetter(asked, draft.reference, said.email);
  const copy = { questions: form.visible, answers: { ...form.answers, ...form.personal } };
  return draft.responseId === null ? receiptLetter(about, { closesAt: asked.consultation.closesAt, copy }) : changedLetter(about, { copy });
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

type OwnResponseRow = Omit<OwnResponse, "said" | "personal"> & SaidOfOneself & { personal: Answers | null };

const responseByReference = {
  name: "response by reference",
  text: `
    SELECT r.id, r."partnershipId", r."consultationId", r.reference, r.language, r."receivedAt", r."currentRevision", r."withdrawnAt",
      r."respondentType", r.permission, r."confidentialityRequested", v."formVersionId", v."sentAt", v.answers,
      c.answers AS personal, c."confidentialityReason", c.name, c.email, c.organisation
    FROM "Response" r
    JOIN "ResponseRevision" v ON v."responseId" = r.id AND v.number = r."currentRevision"
    LEFT JOIN "ResponseContact" c ON c."responseId" = r.id
    WHERE r.reference = $1 AND r."partnershipId" = $2`,
};

/** The response a reference opens in a partnership, or null. */
export async function findOwnResponse(partnershipId: string, reference: string): Promise<OwnResponse | null> {
  const [row] = await ask<OwnResponseRow>(responseByReference, [reference, partnershipId]);
  if (!row) return null;
  const { respondentType, permission, confidentialityRequested, confidentialityReason, name, email, organisation, ...rest } = row;
  const said = { respondentType, permission, confidentialityRequested, confidentialityReason, name, email, organisation };
  return { ...rest, personal: rest.personal ?? {}, said };
}

/**
 * Withdraws a response: it is not counted, read or published any more, and what names or reaches the person is deleted, with
 * the draft and the equality answers. Withdrawn already, it stays as it is.
 */
export async function withdrawResponse(transaction: Transaction, asked: Asked, response: OwnResponse): Promise<void> {
  const { partnership, consultation, language, now } = asked;
  const { id: responseId, partnershipId, consultationId } = response;
  if (!(await takeOut(transaction, { id: responseId, partnershipId, consultationId }, now))) return;
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
