// What is sent about a consultation to its stakeholders: the text, whom it invites, and setting it going, pausing and stopping it.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textSchema } from "#app/shared/languages.ts";
import { textInAll } from "#app/shared/words.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { MailingHead } from "./mailing-form.ts";
import { isMailedState, restInDays, usualPerMinute, type MailedState, type MailingKind, type Sending } from "./mailing.ts";
import type { StakeholderHead } from "./stakeholder.ts";
import type { By } from "./stakeholders.store.server.ts";

type Of = { id: string; partnershipId: string };

/** `isWritten`: somebody has saved it; until then it is our proposal. */
export type Mailing = MailingHead & Sending & { kind: MailingKind; isWritten: boolean };

export async function findMailing(on: Database, { id: consultationId }: Of, kind: MailingKind): Promise<Mailing> {
  const row = await on.mailing.findUnique({ where: { consultationId_kind: { consultationId, kind } } });
  if (!row) {
    const proposed = { subject: textInAll(`mailings:proposed.${kind}.subject`), body: textInAll(`mailings:proposed.${kind}.body`) };
    return { kind, isWritten: false, ...proposed, perMinute: usualPerMinute, daysBefore: null, startedAt: null, pausedAt: null, stoppedAt: null };
  }
  const { subject, body, perMinute, daysBefore, startedAt, pausedAt, stoppedAt } = row;
  return { kind, isWritten: true, subject: textSchema.parse(subject), body: textSchema.parse(body), perMinute, daysBefore, startedAt, pausedAt, stoppedAt };
}

export async function saveMailing(transaction: Transaction, { id: consultationId, partnershipId }: Of, kind: MailingKind, head: MailingHead, by: By): Promise<void> {
  await transaction.mailing.upsert({
    where: { consultationId_kind: { consultationId, kind } },
    create: { consultationId, partnershipId, kind, ...head },
    update: head,
  });
  await recordDeed(transaction, { consultationId, by, action: "invitations.write", facts: { kind } });
}

type Deed = { consultationId: string; by: By; action: string; facts?: Record<string, string | number | null> };

async function recordDeed(transaction: Transaction, { consultationId, by, action, facts = {} }: Deed): Promise<void> {
  await recordAudit(transaction, { partnershipId: by.partnershipId, personId: by.personId, action, subjectKind: "consultation", subjectId: consultationId, facts });
}

export async function listChosen(on: Database, consultationId: string): Promise<string[]> {
  return (await on.mailedList.findMany({ where: { consultationId }, select: { listId: true } })).map(({ listId }) => listId);
}

/** Chooses the lists whose stakeholders are invited; who was invited stays so. */
export async function chooseLists(transaction: Transaction, { id: consultationId, partnershipId }: Of, listIds: readonly string[], by: By): Promise<void> {
  const known = await transaction.stakeholderList.findMany({ where: { partnershipId, id: { in: [...listIds] } }, select: { id: true } });
  await transaction.mailedList.deleteMany({ where: { consultationId, listId: { notIn: known.map(({ id }) => id) } } });
  await transaction.mailedList.createMany({ data: known.map(({ id: listId }) => ({ consultationId, listId, partnershipId })), skipDuplicates: true });
  await recordDeed(transaction, { consultationId, by, action: "invitations.choose-lists", facts: { count: known.length } });
}

// Everybody once who is on a list that the consultation invites, however many lists that is.
const onChosen = (consultationId: string) => Prisma.sql`
  EXISTS (SELECT 1 FROM "ListedStakeholder" listed JOIN "MailedList" chosen ON chosen."listId" = listed."listId"
          WHERE listed."stakeholderId" = s.id AND chosen."consultationId" = ${consultationId})`;

/** How many the chosen lists hold; of them with an address, whom no letter goes to and why, whom a letter is for already, and those left to invite. */
export type Whom = { all: number; withEmail: number; unsubscribed: number; bounced: number; invited: number; fresh: number; byPost: number; posted: number };

export async function countWhom(on: Database, { id, partnershipId }: Of): Promise<Whom> {
  const [row] = await on.$queryRaw<[Whom]>`
    SELECT count(*)::int AS all, count(s.email)::int AS "withEmail",
      count(*) FILTER (WHERE s.email IS NOT NULL AND stop.why = 'unsubscribed')::int AS unsubscribed,
      count(*) FILTER (WHERE s.email IS NOT NULL AND stop.why = 'bounced')::int AS bounced,
      count(*) FILTER (WHERE s.email IS NOT NULL AND m.id IS NOT NULL)::int AS invited,
      count(*) FILTER (WHERE s.email IS NOT NULL AND m.id IS NULL AND stop.why IS NULL)::int AS fresh,
      count(*) FILTER (WHERE s.email IS NULL AND stop.why IS NULL)::int AS "byPost",
      count(*) FILTER (WHERE m.state = 'posted')::int AS posted
    FROM "Stakeholder" s
    LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = s."partnershipId" AND stop."keyHash" = s."keyHash"
    LEFT JOIN "MailedLetter" m ON m."consultationId" = ${id} AND m.kind = 'invitation' AND m."keyHash" = s."keyHash"
    WHERE s."partnershipId" = ${partnershipId} AND ${onChosen(id)}`;
  return row;
}

/** How many letters of a mailing are where. */
export async function countMailed(on: Database, consultationId: string, kind: MailingKind): Promise<Record<MailedState, number>> {
  const rows = await on.mailedLetter.groupBy({ by: ["state"], where: { consultationId, kind }, _count: true });
  const counted = { waiting: 0, written: 0, sent: 0, refused: 0, "given-up": 0, posted: 0, unsubscribed: 0, bounced: 0, changed: 0 };
  for (const { state, _count } of rows) if (isMailedState(state)) counted[state] = _count;
  return counted;
}

/** How many were invited: letters that went by e-mail, and on paper. */
export async function countInvited(on: Database, consultationId: string): Promise<{ byEmail: number; byPost: number }> {
  const { sent, posted } = await countMailed(on, consultationId, "invitation");
  return { byEmail: sent, byPost: posted };
}

type Fresh = { id: string; keyHash: string; why: string | null };

async function putDown(transaction: Transaction, { id: consultationId, partnershipId }: Of, kind: MailingKind, fresh: readonly Fresh[], state?: MailedState): Promise<number> {
  let put = 0;
  for (let from = 0; from < fresh.length; from += 1_000) {
    const data = fresh.slice(from, from + 1_000).map(({ id: stakeholderId, keyHash, why }) => ({
      ...{ id: newId(), partnershipId, consultationId, kind, stakeholderId, keyHash, state: state ?? why ?? "waiting" },
    }));
    put += (await transaction.mailedLetter.createMany({ data, skipDuplicates: true })).count;
  }
  return put;
}

/** Everybody on the chosen lists whom no invitation is for yet, with an e-mail address or without. */
function freshOn(on: Database, { id, partnershipId }: Of, way: "email" | "post"): Promise<Fresh[]> {
  const has = way === "email" ? Prisma.sql`s.email IS NOT NULL` : Prisma.sql`s.email IS NULL AND stop.why IS NULL`;
  return on.$queryRaw<Fresh[]>`
    SELECT s.id, s."keyHash", stop.why FROM "Stakeholder" s
    LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = s."partnershipId" AND stop."keyHash" = s."keyHash"
    WHERE s."partnershipId" = ${partnershipId} AND ${has} AND ${onChosen(id)}
      AND NOT EXISTS (SELECT 1 FROM "MailedLetter" m WHERE m."consultationId" = ${id} AND m.kind = 'invitation' AND m."keyHash" = s."keyHash")`;
}

/** Sets the invitations going, for everybody on the chosen lists who has none yet; how many are to be written to. */
export async function beginMailing(transaction: Transaction, of: Of, by: By): Promise<number> {
  await putDown(transaction, of, "invitation", await freshOn(transaction, of, "email"));
  // letters that were left out may go where an address works again
  await transaction.$executeRaw`
    UPDATE "MailedLetter" m SET state = 'waiting' WHERE m."consultationId" = ${of.id} AND m.kind = 'invitation' AND m.state IN ('unsubscribed', 'bounced')
      AND NOT EXISTS (SELECT 1 FROM "StoppedAddress" stop WHERE stop."partnershipId" = m."partnershipId" AND stop."keyHash" = m."keyHash")`;
  await transaction.mailing.updateMany({ where: { consultationId: of.id, kind: "invitation" }, data: { startedAt: by.now, pausedAt: null, stoppedAt: null } });
  const waiting = await transaction.mailedLetter.count({ where: { consultationId: of.id, kind: "invitation", state: "waiting" } });
  await recordDeed(transaction, { consultationId: of.id, by, action: "invitations.begin", facts: { count: waiting } });
  return waiting;
}

/** Puts down a reminder for everybody whose invitation went, not lately; how many. */
export async function beginReminders(transaction: Transaction, of: Of, now: Date): Promise<number> {
  const rested = new Date(now.getTime() - restInDays * 86_400_000);
  const fresh = await transaction.$queryRaw<Fresh[]>`
    SELECT s.id, s."keyHash", stop.why FROM "MailedLetter" m JOIN "Stakeholder" s ON s.id = m."stakeholderId" AND s."keyHash" = m."keyHash"
    LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = s."partnershipId" AND stop."keyHash" = s."keyHash"
    WHERE m."consultationId" = ${of.id} AND m.kind = 'invitation' AND m.state = 'sent' AND m."writtenAt" < ${rested}`;
  await transaction.mailing.updateMany({ where: { consultationId: of.id, kind: "reminder" }, data: { startedAt: now } });
  return putDown(transaction, of, "reminder", fresh);
}

/** Pauses a mailing, lets it go on, or stops it. What waits in the outbox is called back by whoever sends. */
export async function steerMailing(transaction: Transaction, { id: consultationId }: Of, kind: MailingKind, deed: "pause" | "resume" | "stop", by: By): Promise<void> {
  const change = { pause: { pausedAt: by.now }, resume: { pausedAt: null }, stop: { stoppedAt: by.now } }[deed];
  await transaction.mailing.updateMany({ where: { consultationId, kind }, data: change });
  await recordDeed(transaction, { consultationId, by, action: `invitations.${deed}`, facts: { kind } });
}

/** Writes down that letters on paper, or telephone calls, went to everybody without an e-mail address; how many. */
export async function recordPosted(transaction: Transaction, of: Of, by: By): Promise<number> {
  const count = await putDown(transaction, of, "invitation", await freshOn(transaction, of, "post"), "posted");
  await transaction.mailedLetter.updateMany({ where: { consultationId: of.id, kind: "invitation", state: "posted", writtenAt: null }, data: { writtenAt: by.now } });
  await recordDeed(transaction, { consultationId: of.id, by, action: "invitations.record-posted", facts: { count } });
  return count;
}

const mostToPreview = 50;

/** Some of those who would be written to, to read the letter as they will. */
export async function listToPreview(on: Database, { id, partnershipId }: Of): Promise<(Pick<StakeholderHead, "name" | "organisation" | "language"> & { id: string; email: string })[]> {
  const rows = await on.$queryRaw<{ id: string; name: string; organisation: string; email: string; language: string }[]>`
    SELECT s.id, s.name, s.organisation, s.email, s.language FROM "Stakeholder" s
    WHERE s."partnershipId" = ${partnershipId} AND s.email IS NOT NULL AND ${onChosen(id)} ORDER BY s.organisation, s.name, s.id LIMIT ${mostToPreview}`;
  return rows.map((row) => ({ ...row, language: isLanguage(row.language) ? row.language : defaultLanguage }));
}

export type Mailed = { id: string; state: MailedState; writtenAt: Date | null; stakeholderId: string | null; name: string; organisation: string; email: string | null };

/** The letters of a mailing that are in a state, `most` a page, from the one after `after` on. */
export async function listMailed(
  on: Database,
  { id: consultationId }: Of,
  { kind, state, after = null, most = 50 }: { kind: MailingKind; state: MailedState; after?: string | null; most?: number },
): Promise<{ mailed: Mailed[]; nextAfter: string | null }> {
  const rows = await on.mailedLetter.findMany({
    where: { consultationId, kind, state, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: most + 1,
    select: { id: true, writtenAt: true, stakeholderId: true, stakeholder: { select: { name: true, organisation: true, email: true } } },
  });
  const mailed = rows.slice(0, most).map(({ stakeholder, ...row }) => ({ ...row, state, name: stakeholder?.name ?? "", organisation: stakeholder?.organisation ?? "", email: stakeholder?.email ?? null }));
  return { mailed, nextAfter: rows.length > most ? (mailed.at(-1)?.id ?? null) : null };
}

export type ToPost = Pick<StakeholderHead, "name" | "organisation" | "telephone" | "post" | "language"> & { id: string; isPosted: boolean };

/** Those on the chosen lists who have no e-mail address and may be written to, `most` a page, by organisation and name. */
export async function listToPost(on: Database, { id, partnershipId }: Of, { after = null, most = 100 }: { after?: string | null; most?: number } = {}): Promise<{ people: ToPost[]; nextAfter: string | null }> {
  const from = after === null ? Prisma.empty : Prisma.sql`AND (s.organisation, s.name, s.id) > (SELECT organisation, name, id FROM "Stakeholder" WHERE id = ${after} AND "partnershipId" = ${partnershipId})`;
  const rows = await on.$queryRaw<(Omit<ToPost, "language"> & { language: string })[]>`
    SELECT s.id, s.name, s.organisation, s.telephone, s.post, s.language, m.id IS NOT NULL AS "isPosted" FROM "Stakeholder" s
    LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = s."partnershipId" AND stop."keyHash" = s."keyHash"
    LEFT JOIN "MailedLetter" m ON m."consultationId" = ${id} AND m.kind = 'invitation' AND m."keyHash" = s."keyHash"
    WHERE s."partnershipId" = ${partnershipId} AND s.email IS NULL AND stop.why IS NULL AND ${onChosen(id)} ${from}
    ORDER BY s.organisation, s.name, s.id LIMIT ${most + 1}`;
  const people = rows.slice(0, most).map((row) => ({ ...row, language: isLanguage(row.language) ? row.language : defaultLanguage }));
  return { people, nextAfter: rows.length > most ? (people.at(-1)?.id ?? null) : null };
}
