// Seats that somebody left before the term was over, and how they are being filled.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { appoint, isSeatTaken, readSeated, seatedColumns, type AppointmentDetails, type SeatedAppointment } from "./appointments.store.server.ts";
import type { By } from "./bodies.store.server.ts";
import { dayIn } from "./columns.server.ts";
import { findSchemeOn } from "./schemes.store.server.ts";
import { casualReasons, isCasual, openedOn, waysToFill, type FillingWay } from "./vacancy.ts";

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

/** A seat that somebody left before the time, in the line that has it now. */
export type FreeSeat = {
  left: SeatedAppointment;
  body: { id: string; slug: string; name: Text; mayCoOpt: boolean };
  openedOn: string;
  line: { id: string; networkId: string | null };
  /** Whether nobody has been put on it since. */
  isFree: boolean;
};

/** The seat that somebody left; null where they did not leave it before the time, or where it is no seat of the body's any more. */
export async function findFreeSeat(on: Database, partnershipId: string, appointmentId: string, today: string): Promise<FreeSeat | null> {
  const row = await on.appointment.findFirst({ where: { id: appointmentId, partnershipId }, include: { ...seatedColumns, body: { select: { id: true, slug: true, name: true, mayCoOpt: true } } } });
  if (!row) return null;
  const left = readSeated(row);
  const line = (await findSchemeOn(on, left.bodyId, today))?.lines.find(({ id, fromId }) => id === left.lineId || fromId === left.lineId);
  if (!line || !isCasual(left)) return null;
  const opened = openedOn(left);
  const isTaken = await isSeatTaken(on, { lineId: line.id, seat: left.seat }, { startsOn: opened, endsOn: left.endsOn }, left.id);
  return { left, body: { ...row.body, name: textSchema.parse(row.body.name) }, openedOn: opened, line: { id: line.id, networkId: line.networkId }, isFree: !isTaken };
}

/** Puts somebody on a seat that was left free, from a day until the old term would have ended; null where somebody sits there by now, or it is over. */
export async function fillVacancy(transaction: Transaction, by: By, { left, line, body }: FreeSeat, startsOn: string, who: Omit<AppointmentDetails, "startsOn" | "endsOn">): Promise<string | null> {
  await transaction.$executeRaw`SELECT 1 FROM "Body" WHERE id = ${body.id} FOR NO KEY UPDATE`;
  const term = { startsOn, endsOn: left.endsOn };
  if (startsOn > left.endsOn || (await isSeatTaken(transaction, { lineId: line.id, seat: left.seat }, term, left.id))) return null;
  return appoint(transaction, by, { bodyId: left.bodyId, lineId: line.id, seat: left.seat }, { ...who, ...term });
}
