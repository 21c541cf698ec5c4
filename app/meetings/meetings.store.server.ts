// The meetings of a partnership's bodies: found, listed, planned, called and cancelled. The caller has asked the policy.
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { meetingSchema, type Meeting } from "./meeting.ts";
import type { MeetingDetails } from "./meeting-form.ts";

/** Who does something, where and when. */
export type By = { partnershipId: string; personId: string; now: Date };

const bodyColumns = { id: true, slug: true, name: true, isFull: true, papersInDays: true, minutesRule: true, minutesInDays: true, reportBackInDays: true, quorum: true } as const;
export const withBody = { body: { select: bodyColumns } } as const;

/** A meeting of the partnership, or 404. */
export async function findMeeting(on: Database, partnershipId: string, id: string | undefined): Promise<Meeting> {
  const row = await on.meeting.findFirst({ where: { id: id ?? "", partnershipId }, include: withBody });
  if (!row) throw notFound();
  return meetingSchema.parse(row);
}

/** The same, held so that nobody else changes it or what hangs on it until the transaction is over. */
export async function holdMeeting(transaction: Transaction, partnershipId: string, id: string | undefined): Promise<Meeting> {
  await transaction.$executeRaw`SELECT 1 FROM "Meeting" WHERE "partnershipId" = ${partnershipId} AND id = ${id ?? ""} FOR UPDATE`;
  return findMeeting(transaction, partnershipId, id);
}

export const meetingsAPage = 20;

type Listed = { partnershipId: string; bodyIds?: readonly string[]; when: "coming" | "past"; after?: string | null; now: Date };

/** Meetings that have not ended, soonest first, or those that have, latest first; `after` is the last that was shown. */
export async function listMeetings(on: Database, { partnershipId, bodyIds, when, after, now }: Listed): Promise<{ meetings: Meeting[]; nextAfter: string | null }> {
  const isComing = when === "coming";
  const last = after ? await on.meeting.findFirst({ where: { id: after, partnershipId }, select: { id: true, startsAt: true } }) : null;
  const further = isComing ? "gt" : "lt";
  const rows = await on.meeting.findMany({
    where: {
      ...{ partnershipId, ...(bodyIds && { bodyId: { in: [...bodyIds] } }), endsAt: isComing ? { gt: now } : { lte: now } },
      ...(last && { OR: [{ startsAt: { [further]: last.startsAt } }, { startsAt: last.startsAt, id: { [further]: last.id } }] }),
    },
    orderBy: isComing ? [{ startsAt: "asc" }, { id: "asc" }] : [{ startsAt: "desc" }, { id: "desc" }],
    take: meetingsAPage + 1,
    include: withBody,
  });
  const meetings = rows.slice(0, meetingsAPage).map((row) => meetingSchema.parse(row));
  return { meetings, nextAfter: rows.length > meetingsAPage ? (meetings.at(-1)?.id ?? null) : null };
}

/** What a calendar shows: a year back, and all that is planned. */
const mostInCalendar = 500;
const daysBack = 366;

export async function listForCalendar(on: Database, { partnershipId, bodyId, now }: { partnershipId: string; bodyId?: string; now: Date }): Promise<Meeting[]> {
  const rows = await on.meeting.findMany({
    where: { partnershipId, ...(bodyId && { bodyId }), startsAt: { gt: new Date(now.getTime() - daysBack * 86_400_000) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: mostInCalendar,
    include: withBody,
  });
  return rows.map((row) => meetingSchema.parse(row));
}

async function record(transaction: Transaction, { partnershipId, personId }: By, action: string, id: string, facts: Record<string, string | number> = {}): Promise<void> {
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "meeting", subjectId: id, facts });
}

export type NewMeeting = MeetingDetails & { bodyId: string };

/** Plans meetings; one of the same body that begins at the same instant is there already and is not planned twice. */
export async function planMeetings(transaction: Transaction, by: By, wanted: readonly NewMeeting[]): Promise<string[]> {
  const { partnershipId, now } = by;
  const added: string[] = [];
  for (const { bodyId, ...details } of wanted) {
    await transaction.$executeRaw`SELECT 1 FROM "Body" WHERE "partnershipId" = ${partnershipId} AND id = ${bodyId} FOR UPDATE`;
    const isThere = await transaction.meeting.count({ where: { partnershipId, bodyId, startsAt: details.startsAt, cancelledAt: null } });
    if (isThere > 0) continue;
    const id = newId();
    await transaction.meeting.create({ data: { id, partnershipId, bodyId, ...details, createdAt: now } });
    added.push(id);
  }
  if (added[0] !== undefined) await record(transaction, by, "meeting.plan", added[0], { meetings: added.length });
  return added;
}

/** Changes when and where; the caller holds the meeting. */
export async function changeMeeting(transaction: Transaction, by: By, { id }: Pick<Meeting, "id">, details: MeetingDetails): Promise<void> {
  await transaction.meeting.update({ where: { id }, data: { ...details, revision: { increment: 1 } } });
  await record(transaction, by, "meeting.change", id);
}

/** Cancels a meeting, with the reason that everybody reads; the caller holds it. */
export async function cancelMeeting(transaction: Transaction, by: By, { id }: Pick<Meeting, "id">, why: Text): Promise<void> {
  await transaction.meeting.update({ where: { id }, data: { cancelledAt: by.now, cancelledFor: why, revision: { increment: 1 } } });
  await record(transaction, by, "meeting.cancel", id);
}

/** Takes a planned meeting away that nobody was told of; the caller holds it. False where something hangs on it. */
export async function removeMeeting(by: By, id: string): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const held = await holdMeeting(transaction, by.partnershipId, id);
    const hanging = await transaction.agendaItem.count({ where: { meetingId: held.id } });
    if (held.calledAt !== null || hanging > 0) return false;
    await transaction.attendance.deleteMany({ where: { meetingId: id } });
    await transaction.meeting.delete({ where: { id } });
    await record(transaction, by, "meeting.remove", id);
    return true;
  });
}
