// Seats that somebody left before the term was over, and how they are being filled.
import type { Database } from "#app/shared/db.server.ts";
import { readSeated, seatedColumns, type SeatedAppointment } from "./appointments.store.server.ts";
import { dayIn } from "./columns.server.ts";
import { casualReasons, openedOn, waysToFill, type FillingWay } from "./vacancy.ts";

/** Who had a seat last, with the way it is being filled where they left it before the time. */
export async function findLastOn(on: Database, lineId: string, seat: number): Promise<SeatedAppointment | null> {
  const row = await on.appointment.findFirst({ where: { lineId, seat }, orderBy: { startsOn: "desc" }, include: seatedColumns });
  return row && readSeated(row);
}

export type Vacancy = { appointment: SeatedAppointment; openedOn: string; ways: FillingWay[] };

/**
 * The seats of a version's lines that somebody left before the time and that nobody has been put on since, the longest free
 * first. What somebody left in the version before is free in the line that goes on as theirs.
 */
export async function listVacancies(on: Database, schemeId: string, today: string): Promise<Vacancy[]> {
  const ids = await on.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM "Appointment" a JOIN "SeatLine" l ON l."schemeId" = ${schemeId} AND (l.id = a."lineId" OR l."fromId" = a."lineId")
    WHERE a."endedFor" = ANY(${[...casualReasons]}) AND a."endedOn" < ${dayIn(today)}
      AND NOT EXISTS (SELECT 1 FROM "Appointment" b WHERE b."lineId" IN (l.id, a."lineId") AND b.seat = a.seat AND b.id <> a.id AND b."endsOn" > a."endedOn" AND (b."endedOn" IS NULL OR b."endedOn" > a."endedOn"))
    ORDER BY a."endedOn", a.id LIMIT 200`;
  const rows = await on.appointment.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, include: seatedColumns, orderBy: [{ endedOn: "asc" }, { id: "asc" }] });
  return rows.map(readSeated).map((appointment) => {
    const opened = openedOn(appointment);
    return { appointment, openedOn: opened, ways: waysToFill(appointment.line.basis, appointment, opened) };
  });
}
