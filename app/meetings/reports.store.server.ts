// Those who sit for others tell them of a meeting afterwards: what is due of whom, and what was told.
import { z } from "zod";
import { Prisma } from "#prisma/client/client.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Language } from "#app/shared/languages.ts";
import { meetingSchema, type Meeting } from "./meeting.ts";
import { withBody, type By } from "./meetings.store.server.ts";
import { owedForDays, reportStateOf, type ExpectedReport, type ReportChoice, type ReportCount } from "./report-back.ts";

const mostOwed = 20;

/**
 * Of whom a report is expected: whoever sat on the body on the day of a meeting that was held, after their induction. Nobody owes
 * it who was written down as absent, or who has left the seat since; what they told all the same is there.
 */
export function expectedReports({ partnershipId, now }: { partnershipId?: string; now: Date }): Prisma.Sql {
  const today = dayIn(dayOf(now));
  const day = Prisma.sql`(m."startsAt" AT TIME ZONE 'Europe/London')::date`;
  const of = partnershipId === undefined ? Prisma.empty : Prisma.sql`AND m."partnershipId" = ${partnershipId}`;
  return Prisma.sql`"Meeting" m
    JOIN "Body" b ON b.id = m."bodyId"
    JOIN "Appointment" a ON a."bodyId" = m."bodyId" AND a."startsOn" <= ${day} AND LEAST(a."endsOn", a."endedOn") >= ${day} AND a."inductedOn" <= ${day}
    LEFT JOIN "Attendance" t ON t."meetingId" = m.id AND t."appointmentId" = a.id
    LEFT JOIN "ReportBack" r ON r."meetingId" = m.id AND r."appointmentId" = a.id
    WHERE m."cancelledAt" IS NULL AND m."endsAt" <= ${now} ${of}
      AND (r.id IS NOT NULL OR (LEAST(a."endsOn", a."endedOn") >= ${today}::date AND (t.came IS NULL OR t.came <> 'absent')))`;
}

// From the instant at which that day begins, not by each meeting's day: the index of meetings goes by instants.
const stillAskedFor = (now: Date) => Prisma.sql`m."startsAt" >= ${startOfDay(addDays(dayOf(now), -owedForDays))}`;

/** Not told yet, and still asked for. */
export function stillOwed(now: Date): Prisma.Sql {
  return Prisma.sql`r.id IS NULL AND ${stillAskedFor(now)}`;
}

/** Meetings of which whoever holds these seats still has to tell; the latest first. */
export async function listOwed(on: Database, { partnershipId, seats, now }: { partnershipId: string; seats: readonly { appointmentId: string }[]; now: Date }): Promise<Meeting[]> {
  const owed = await on.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM ${expectedReports({ partnershipId, now })} AND ${stillOwed(now)} AND a.id = ANY(${seats.map(({ appointmentId }) => appointmentId)})
    ORDER BY m."startsAt" DESC, m.id DESC LIMIT ${mostOwed}`;
  const rows = await on.meeting.findMany({ where: { id: { in: owed.map(({ id }) => id) } }, orderBy: [{ startsAt: "desc" }, { id: "desc" }], include: withBody });
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

const expectedSchema = z.object({
  ...{ meetingId: z.string(), appointmentId: z.string(), startsAt: z.date(), bodyName: textSchema, reportBackInDays: z.number(), holder: textSchema },
  ...{ name: z.string(), organisation: textSchema.nullable(), hasAccount: z.boolean(), remindedAt: z.date().nullable() },
  ...{ text: z.string().nullable(), language: z.string().nullable(), givenAt: z.date().nullable() },
});

export const reportsAPage = 50;

type Wanted = { partnershipId: string; bodyId?: string | undefined; meetingId?: string | undefined; which: ReportChoice; after: string | null; now: Date; most?: number };

/** Reports of past meetings, of the latest first, by name; `after` is the last that was shown, as `<meeting>.<seat>`. */
export async function listReports(on: Database, { partnershipId, bodyId, meetingId, which, after, now, most = reportsAPage }: Wanted): Promise<{ reports: ExpectedReport[]; nextAfter: string | null }> {
  const only = [
    ...(bodyId === undefined ? [] : [Prisma.sql`AND m."bodyId" = ${bodyId}`]),
    ...(meetingId === undefined ? [] : [Prisma.sql`AND m.id = ${meetingId}`]),
    ...(which === "owed" ? [Prisma.sql`AND ${stillOwed(now)}`] : which === "sent" ? [Prisma.sql`AND r.id IS NOT NULL`] : []),
  ];
  const [lastMeeting = "", lastSeat = ""] = after?.split(".") ?? [];
  const last = after === null ? null : await on.meeting.findFirst({ where: { id: lastMeeting, partnershipId }, select: { startsAt: true } });
  const seat = last === null ? null : await on.appointment.findFirst({ where: { id: lastSeat, partnershipId }, select: { name: true } });
  const further = last === null ? Prisma.empty : Prisma.sql`AND (m."startsAt" < ${last.startsAt} OR (m."startsAt" = ${last.startsAt} AND (m.id, a.name, a.id) > (${lastMeeting}, ${seat?.name ?? ""}, ${lastSeat})))`;
  const rows = await on.$queryRaw<unknown[]>`
    SELECT m.id AS "meetingId", a.id AS "appointmentId", m."startsAt", b.name AS "bodyName", b."reportBackInDays", l.holder, a.name, o.name AS organisation,
      a."personId" IS NOT NULL AS "hasAccount", r.text, r.language, r."givenAt",
      (SELECT max(n."sentAt") FROM "ReportReminder" n WHERE n."meetingId" = m.id AND n."appointmentId" = a.id) AS "remindedAt"
    FROM (SELECT m.id AS "ofMeeting", a.id AS "ofSeat" FROM ${expectedReports({ partnershipId, now })} ${Prisma.join([...only, further], " ")}
      ORDER BY m."startsAt" DESC, m.id, a.name, a.id LIMIT ${most + 1}) shown
    JOIN "Meeting" m ON m.id = "ofMeeting" JOIN "Body" b ON b.id = m."bodyId" JOIN "Appointment" a ON a.id = "ofSeat" JOIN "SeatLine" l ON l.id = a."lineId"
    LEFT JOIN "Organisation" o ON o.id = a."organisationId" LEFT JOIN "ReportBack" r ON r."meetingId" = m.id AND r."appointmentId" = a.id
    ORDER BY m."startsAt" DESC, m.id, a.name, a.id`;
  const today = dayOf(now);
  const reports = rows.slice(0, most).map((row) => {
    const { bodyName, reportBackInDays, ...report } = expectedSchema.parse(row);
    const body = { name: bodyName, reportBackInDays };
    return { ...report, body, state: reportStateOf({ startsAt: report.startsAt, body }, { givenAt: report.givenAt, today }) };
  });
  const shown = reports.at(-1);
  return { reports, nextAfter: rows.length > most && shown ? `${shown.meetingId}.${shown.appointmentId}` : null };
}

/** How many reports are expected of one meeting, or of the meetings of the last twelve weeks, and how many of them are there. */
export async function countReports(on: Database, { partnershipId, bodyId, meetingId, now }: Pick<Wanted, "partnershipId" | "bodyId" | "meetingId" | "now">): Promise<ReportCount> {
  const since = Prisma.sql`AND ${stillAskedFor(now)}`;
  const only = meetingId === undefined ? since : Prisma.sql`AND m.id = ${meetingId}`;
  const ofBody = bodyId === undefined ? Prisma.empty : Prisma.sql`AND m."bodyId" = ${bodyId}`;
  const rows = await on.$queryRaw<{ startsAt: Date; reportBackInDays: number; of: number; sent: number }[]>`
    SELECT m."startsAt", b."reportBackInDays", count(*)::int AS of, count(r.id)::int AS sent
    FROM ${expectedReports({ partnershipId, now })} ${only} ${ofBody} GROUP BY m.id, b.id`;
  const count: ReportCount = { of: 0, sent: 0, due: 0, late: 0, never: 0 };
  for (const { startsAt, reportBackInDays, of, sent } of rows) {
    count.of += of;
    count.sent += sent;
    count[reportStateOf({ startsAt, body: { reportBackInDays } }, { givenAt: null, today: dayOf(now) })] += of - sent;
  }
  return count;
}
