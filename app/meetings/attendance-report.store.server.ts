// How often each partner came to meetings in a year, beside what they promised. [A1.18]
import { z } from "zod";
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { countKept } from "#app/bodies/kept-attendance.store.server.ts";
import type { Kept } from "#app/bodies/kept-attendance.ts";
import { seniorities } from "#app/bodies/seniority.ts";
import { endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { countAttendance, attendanceSchema, type Attendance, type AttendanceCount } from "./attendance.ts";

export type PartnerAttendance = { id: string; name: Text; count: AttendanceCount; promises: { id: string; text: Text; kept: Kept | null }[] };

const rowSchema = attendanceSchema.pick({ said: true, came: true }).extend({ organisationId: z.string() });
type Row = Pick<Attendance, "said" | "came">;

/** Partners with a seat at a meeting of that year whose attendance is written down, or who promised to come, by name. */
export async function reportAttendance(on: Database, partnershipId: string, year: number): Promise<PartnerAttendance[]> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const rows = await on.$queryRaw<unknown[]>`
    SELECT a."organisationId", t.said, t.came FROM "Attendance" t JOIN "Appointment" a ON a.id = t."appointmentId" JOIN "Meeting" m ON m.id = t."meetingId"
    WHERE t."partnershipId" = ${partnershipId} AND t.role = 'member' AND a."organisationId" IS NOT NULL
      AND m."cancelledAt" IS NULL AND m."startsAt" >= ${startOfDay(from)} AND m."startsAt" < ${endOfDay(until)}`;
  const promises = await on.obligation.findMany({
    where: { partnershipId, kind: "attendance", startsOn: { lte: dayIn(until) }, OR: [{ endsOn: null }, { endsOn: { gte: dayIn(from) } }] },
    orderBy: { id: "asc" },
  });
  const byPartner = new Map<string, Row[]>();
  for (const row of rows) {
    const { organisationId, ...seat } = rowSchema.parse(row);
    byPartner.set(organisationId, [...(byPartner.get(organisationId) ?? []), seat]);
  }
  const ids = [...new Set([...byPartner.keys(), ...promises.map(({ organisationId }) => organisationId)])];
  const ofYear = promises.map(({ id, organisationId, bodyId, share, seniority, startsOn, endsOn }) => ({
    ...{ id, organisationId, bodyId, share, seniority: seniorities.find((one) => one === seniority) ?? null },
    ...{ startsOn: [dayColumn.parse(startsOn), from].sort()[1]!, endsOn: [endsOn ? dayColumn.parse(endsOn) : until, until].sort()[0]! },
  }));
  const kept = await countKept(on, partnershipId, ofYear, until);
  const partners = await on.organisation.findMany({ where: { partnershipId, id: { in: ids } }, orderBy: { sortName: "asc" }, select: { id: true, name: true } });
  return partners.map(({ id, name }) => ({
    ...{ id, name: textSchema.parse(name), count: countAttendance(byPartner.get(id) ?? []) },
    promises: promises.filter(({ organisationId }) => organisationId === id).map((promise) => ({ id: promise.id, text: textSchema.parse(promise.text), kept: kept.get(promise.id) ?? null })),
  }));
}
