// Who has missed how many meetings in a row, from what is written down of who came. [D4]
import type { Database } from "#app/shared/db.server.ts";
import { missedInARow, mostCounted, presenceOf } from "./vacancy.ts";

/**
 * How many of the last meetings each seat has missed in a row, without an apology or a substitute. Only meetings that were held and
 * whose attendance is written down count; of the last twelve of them no more is looked at.
 */
export async function listMissed(on: Database, bodyId: string, appointmentIds: readonly string[], now: Date): Promise<Map<string, number>> {
  const held = await on.meeting.findMany({
    where: { bodyId, cancelledAt: null, endsAt: { lte: now }, attendances: { some: { role: "member", came: { not: null } } } },
    ...{ orderBy: [{ startsAt: "desc" }, { id: "desc" }], take: mostCounted, select: { id: true } },
  });
  const rows = await on.attendance.findMany({
    where: { meetingId: { in: held.map(({ id }) => id) }, appointmentId: { in: [...appointmentIds] }, role: "member", came: { not: null } },
    select: { meetingId: true, appointmentId: true, said: true, came: true },
  });
  const presencesOf = (id: string) => held.flatMap((meeting) => rows.filter((row) => row.meetingId === meeting.id && row.appointmentId === id).map(({ said, came }) => presenceOf({ said, came: came! })));
  return new Map(appointmentIds.map((id) => [id, missedInARow(presencesOf(id))]));
}

export async function findMissed(on: Database, bodyId: string, appointmentId: string, now: Date): Promise<number> {
  return (await listMissed(on, bodyId, [appointmentId], now)).get(appointmentId) ?? 0;
}
