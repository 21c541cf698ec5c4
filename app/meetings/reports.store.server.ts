// Those who sit for others tell them of a meeting afterwards: what is due of whom, and what was told.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { meetingSchema, type Meeting } from "./meeting.ts";
import { withBody, type By } from "./meetings.store.server.ts";

const monthsBack = 3;
const mostOwed = 20;

/** Meetings of the last three months, of bodies on which somebody sits, of which they have told nobody yet; the latest first. */
export async function listOwed(on: Database, { partnershipId, seats, now }: { partnershipId: string; seats: readonly { appointmentId: string; bodyId: string }[]; now: Date }): Promise<Meeting[]> {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - monthsBack);
  const rows = await on.meeting.findMany({
    where: {
      ...{ partnershipId, bodyId: { in: seats.map(({ bodyId }) => bodyId) }, cancelledAt: null, endsAt: { lte: now, gte: since } },
      reportBacks: { none: { appointmentId: { in: seats.map(({ appointmentId }) => appointmentId) } } },
    },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: mostOwed,
    include: withBody,
  });
  return rows.map((row) => meetingSchema.parse(row));
}

export type ReportBack = { text: string; language: string; givenAt: Date };

export async function findReport(on: Database, meetingId: string, appointmentId: string): Promise<ReportBack | null> {
  return on.reportBack.findUnique({ where: { meetingId_appointmentId: { meetingId, appointmentId } }, select: { text: true, language: true, givenAt: true } });
}

/** What somebody told those they sit for; told again it takes the place of what was told before. */
export async function giveReport(transaction: Transaction, by: By, meeting: Pick<Meeting, "id">, { appointmentId, text, language }: { appointmentId: string; text: string; language: Language }): Promise<void> {
  const { partnershipId, personId, now } = by;
  const told = { text, language, givenAt: now };
  await transaction.reportBack.upsert({
    where: { meetingId_appointmentId: { meetingId: meeting.id, appointmentId } },
    create: { id: newId(), partnershipId, meetingId: meeting.id, appointmentId, ...told },
    update: told,
  });
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.report-back", subjectKind: "meeting", subjectId: meeting.id });
}
