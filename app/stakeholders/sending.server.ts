// Sends mailings slowly: each minute so many letters are written, as long as people can answer, and nobody gets one twice.
import { stateOf } from "#app/consultations/life.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { consultationPath } from "#app/consultations/paths.ts";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { newToken, sha256 } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import type { Letter } from "#app/shared/letters.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetters } from "#app/shared/mail.server.ts";
import { isAboutTheLetter } from "#app/shared/sending.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { bounceOfProblem } from "./bounce.ts";
import { languageOfLetter, mailingLetter, valuesFor } from "./letters.ts";
import { goingOf, isMailingKind, remindersBeginAt, toWriteNow, type MailingKind } from "./mailing.ts";
import { beginReminders, findMailing, type Mailing } from "./mailings.store.server.ts";
import { unsubscribePath } from "./paths.ts";
import { recordBounce } from "./stopped.store.server.ts";

/** Somewhat less than a minute, because jobs do not begin to the second. */
const betweenTicks = 50_000;

/** Takes down what became of the letters written before, and writes the next ones; how many it wrote. */
export async function sendMailings(now: Date): Promise<number> {
  await settleWritten(now);
  const underWay = await db().$queryRaw<{ consultationId: string; partnershipId: string; kind: string }[]>`
    SELECT "consultationId", "partnershipId", kind FROM "Mailing"
    WHERE "stoppedAt" IS NULL AND ("startedAt" IS NOT NULL OR (kind = 'reminder' AND "daysBefore" IS NOT NULL)) ORDER BY "tickedAt" NULLS FIRST`;
  let written = 0;
  for (const { kind, ...one } of underWay) if (isMailingKind(kind)) written += await inTransaction((transaction) => tick(transaction, { ...one, kind }, now));
  // what was paused or stopped by hand is called back too
  await inTransaction((transaction) => callBack(transaction, null, now));
  return written;
}

type Which = { consultationId: string; partnershipId: string; kind: MailingKind };

async function tick(transaction: Transaction, { consultationId, partnershipId, kind }: Which, now: Date): Promise<number> {
  const [held] = await transaction.$queryRaw<{ tickedAt: Date | null }[]>`
    SELECT "tickedAt" FROM "Mailing" WHERE "consultationId" = ${consultationId} AND kind = ${kind} AND "stoppedAt" IS NULL FOR UPDATE`;
  if (!held || (held.tickedAt && now.getTime() - held.tickedAt.getTime() < betweenTicks)) return 0;
  const of = { id: consultationId, partnershipId };
  const consultation = await findConsultationForOfficer(transaction, partnershipId, consultationId);
  const mailing = await findMailing(transaction, of, kind);
  const going = goingOf(mailing, consultation, now);
  if (going === "over") {
    await callBack(transaction, { consultationId, kind }, now);
    await transaction.mailing.updateMany({ where: { consultationId, kind }, data: { stoppedAt: now } });
    return 0;
  }
  if (going === "waits") await callBack(transaction, { consultationId, kind }, now);
  if (going === "not-begun") {
    const begins = remindersBeginAt(consultation, mailing.daysBefore);
    if (kind !== "reminder" || begins === null || now < begins || stateOf(consultation, now) !== "open") return 0;
    await beginReminders(transaction, of, now);
  } else if (going !== "going") return 0;
  const partnership = await findPartnershipById(transaction, partnershipId);
  const unsent = await transaction.mailedLetter.count({ where: { consultationId, kind, state: "written" } });
  await transaction.mailing.updateMany({ where: { consultationId, kind }, data: { tickedAt: now } });
  return writeSome(transaction, { partnership, consultation, mailing }, toWriteNow(mailing.perMinute, unsent), now);
}

type About = { partnership: Partnership; consultation: Consultation; mailing: Mailing };
type Due = { id: string; keyHash: string; ownHash: string | null; name: string; organisation: string; email: string | null; language: string; why: string | null };

async function writeSome(transaction: Transaction, { partnership, consultation, mailing }: About, most: number, now: Date): Promise<number> {
  const { kind } = mailing;
  const due = await transaction.$queryRaw<Due[]>`
    SELECT m.id, m."keyHash", s."keyHash" AS "ownHash", s.name, s.organisation, s.email, s.language, stop.why
    FROM "MailedLetter" m LEFT JOIN "Stakeholder" s ON s.id = m."stakeholderId"
    LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = m."partnershipId" AND stop."keyHash" = m."keyHash"
    WHERE m."consultationId" = ${consultation.id} AND m.kind = ${kind} AND m.state = 'waiting' ORDER BY m.id LIMIT ${most} FOR UPDATE OF m`;
  const leave = async (state: string, left: readonly Due[]) => {
    if (left.length > 0) await transaction.mailedLetter.updateMany({ where: { id: { in: left.map(({ id }) => id) } }, data: { state } });
  };
  await transaction.mailedLetter.deleteMany({ where: { id: { in: due.filter(({ ownHash }) => ownHash === null).map(({ id }) => id) } } });
  await leave("unsubscribed", due.filter(({ why }) => why === "unsubscribed"));
  await leave("bounced", due.filter(({ why }) => why === "bounced"));
  await leave("changed", due.filter(({ why, ownHash, keyHash, email }) => why === null && ownHash !== null && (ownHash !== keyHash || email === null)));
  const site = siteOfPartnership(partnership);
  const written = due.flatMap(({ id, email, why, ownHash, keyHash, ...to }): { id: string; linkHash: string; letter: Letter }[] => {
    if (email === null || why !== null || ownHash !== keyHash) return [];
    const language = languageOfLetter(mailing, isLanguage(to.language) ? to.language : defaultLanguage);
    const words = wordsFor(language);
    const token = newToken();
    const link = site + pathInLanguage(consultationPath(partnership, consultation), language);
    const unsubscribeUrl = site + pathInLanguage(unsubscribePath(partnership, token), language);
    const values = valuesFor(words, to, { consultation, partnership, link });
    return [{ id, linkHash: sha256(token), letter: mailingLetter(words, email, mailing, values, { kind, unsubscribeUrl }) }];
  });
  if (written.length === 0) return 0;
  const letterIds = await saveLetters(transaction, senderOf(partnership), written.map(({ letter }) => letter));
  const rows = written.map(({ id, linkHash }, index) => ({ id, linkHash, letterId: letterIds[index] }));
  await transaction.$executeRaw`
    UPDATE "MailedLetter" m SET state = 'written', "writtenAt" = ${now}, "linkHash" = one."linkHash", "letterId" = one."letterId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one(id text, "linkHash" text, "letterId" text) WHERE m.id = one.id`;
  return written.length;
}

/**
 * Takes letters that nobody has begun to send out of the outbox: they wait again, and go once the mailing goes on. Given none,
 * those of every mailing that is paused or stopped.
 */
async function callBack(transaction: Transaction, which: { consultationId: string; kind: MailingKind } | null, now: Date): Promise<void> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    UPDATE "Letter" letter SET "givenUpAt" = ${now}, "nextAttemptAt" = NULL, text = '', "unsubscribeUrl" = NULL
    FROM "MailedLetter" m JOIN "Mailing" mailing ON mailing."consultationId" = m."consultationId" AND mailing.kind = m.kind
    WHERE m."letterId" = letter.id AND m.state = 'written' AND letter."sentAt" IS NULL AND letter."failedAt" IS NULL AND letter."givenUpAt" IS NULL
      AND letter."sendingAt" IS NULL
      AND ((m."consultationId" = ${which?.consultationId ?? ""} AND m.kind = ${which?.kind ?? ""})
        OR (${which === null} AND (mailing."pausedAt" IS NOT NULL OR mailing."stoppedAt" IS NOT NULL)))
    RETURNING letter.id`;
  const back = { state: "waiting", letterId: null, linkHash: null, writtenAt: null };
  if (rows.length > 0) await transaction.mailedLetter.updateMany({ where: { letterId: { in: rows.map(({ id }) => id) } }, data: back });
}

/** Takes down which letters went, which did not arrive, and which an administrator gave up. */
async function settleWritten(now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE "MailedLetter" m SET state = CASE WHEN letter."sentAt" IS NOT NULL THEN 'sent' ELSE 'given-up' END
    FROM "Letter" letter WHERE m.state = 'written' AND letter.id = m."letterId" AND (letter."sentAt" IS NOT NULL OR letter."givenUpAt" IS NOT NULL)`;
  const failed = await db().$queryRaw<{ id: string; partnershipId: string; stakeholderId: string | null; keyHash: string; letterId: string; lastProblem: string | null }[]>`
    SELECT m.id, m."partnershipId", m."stakeholderId", m."keyHash", m."letterId", letter."lastProblem"
    FROM "MailedLetter" m JOIN "Letter" letter ON letter.id = m."letterId" WHERE m.state = 'written' AND letter."failedAt" IS NOT NULL LIMIT 2000`;
  for (const { id, partnershipId, stakeholderId, keyHash, letterId, lastProblem } of failed) {
    await inTransaction(async (transaction) => {
      const { count } = await transaction.mailedLetter.updateMany({ where: { id, state: "written" }, data: { state: "refused" } });
      // what the mail server as a whole could not do says nothing about an address
      if (count === 0 || stakeholderId === null || lastProblem === null || !isAboutTheLetter(lastProblem)) return;
      await recordBounce(transaction, partnershipId, { stakeholderId, keyHash, ...bounceOfProblem(lastProblem), source: "sent", messageKey: letterId }, now);
    });
  }
}
