// How often each partner came to meetings in a year, beside what they promised. [A1.18]
import { seniorities, type Seniority } from "#app/bodies/appointment.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { countAttendance, keptOf, attendanceSchema, type Attendance, type AttendanceCount, type Kept } from "./attendance.ts";

export type PartnerAttendance = { id: string; name: Text; count: AttendanceCount; promises: { id: string; text: Text; share: number | null; seniority: Seniority | null; kept: Kept | null }[] };

type Row = Pick<Attendance, "said" | "came" | "seniority"> & { bodyId: string };

/** Partners with a seat at a meeting of that year whose attendance is written down, or who promised to come, by name. */
export async function reportAttendance(on: Database, partnershipId: string, year: number): Promise<PartnerAttendance[]> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const rows = await on.attendance.findMany({
    where: { partnershipId, role: "member", appointment: { organisationId: { not: null } }, meeting: { cancelledAt: null, startsAt: { gte: startOfDay(from), lt: endOfDay(until) } } },
    select: { id: true, role: true, appointmentId: true, organisationId: true, name: true, said: true, came: true, seniority: true, meeting: { select: { bodyId: true } }, appointment: { select: { organisationId: true } } },
  });
  const promises = await on.obligation.findMany({
    where: { partnershipId, kind: "attendance", startsOn: { lte: dayIn(until) }, OR: [{ endsOn: null }, { endsOn: { gte: dayIn(from) } }] },
    orderBy: { id: "asc" },
  });
  const byPartner = new Map<string, Row[]>();
  for (const { meeting, appointment, ...row } of rows) {
    const id = appointment?.organisationId ?? "";
    byPartner.set(id, [...(byPartner.get(id) ?? []), { ...attendanceSchema.parse(row), bodyId: meeting.bodyId }]);
  }
  const ids = [...new Set([...byPartner.keys(), ...promises.map(({ organisationId }) => organisationId)])];
  const partners = await on.organisation.findMany({ where: { partnershipId, id: { in: ids } }, orderBy: { sortName: "asc" }, select: { id: true, name: true } });
  return partners.map(({ id, name }) => {
    const own = byPartner.get(id) ?? [];
    return {
      ...{ id, name: textSchema.parse(name), count: countAttendance(own) },
      promises: promises
        .filter(({ organisationId }) => organisationId === id)
        .map(({ id: promiseId, text, share, seniority, bodyId }) => {
          const least = seniorities.find((one) => one === seniority) ?? null;
          const there = bodyId === null ? own : own.filter((row) => row.bodyId === bodyId);
          return { id: promiseId, text: textSchema.parse(text), share, seniority: least, kept: keptOf({ share, seniority: least }, there) };
        }),
    };
  });
}
