// Who came to meetings for partners that promised to come, as their attendance is written down.
import { z } from "zod";
import { endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { keptOf, type AttendancePromise, type Kept } from "./kept-attendance.ts";
import { seniorities } from "./seniority.ts";

export type Promised = AttendancePromise & { id: string; organisationId: string; bodyId: string | null; startsOn: string; endsOn: string | null };

const seatSchema = z.object({ organisationId: z.string(), bodyId: z.string(), startsAt: z.date(), came: z.string(), seniority: z.enum(seniorities).nullable() });
type Seat = z.infer<typeof seatSchema>;

/** How far each of these promises is kept, by its id, from its first day to its last or to today; those of whose meetings nothing is written down are left out. */
export async function countKept(on: Database, partnershipId: string, promises: readonly Promised[], today: string): Promise<Map<string, Kept>> {
  if (promises.length === 0) return new Map();
  const first = promises.reduce((least, { startsOn }) => (startsOn < least ? startsOn : least), today);
  const rows = await on.$queryRaw<unknown[]>`
    SELECT a."organisationId", m."bodyId", m."startsAt", t.came, t.seniority
    FROM "Attendance" t JOIN "Appointment" a ON a.id = t."appointmentId" JOIN "Meeting" m ON m.id = t."meetingId"
    WHERE t."partnershipId" = ${partnershipId} AND t.role = 'member' AND t.came IS NOT NULL AND a."organisationId" = ANY(${[...new Set(promises.map(({ organisationId }) => organisationId))]})
      AND m."cancelledAt" IS NULL AND m."startsAt" >= ${startOfDay(first)} AND m."startsAt" < ${endOfDay(today)}`;
  const seatsOf = new Map<string, Seat[]>();
  for (const row of rows) {
    const seat = seatSchema.parse(row);
    const others = seatsOf.get(seat.organisationId);
    if (others) others.push(seat);
    else seatsOf.set(seat.organisationId, [seat]);
  }
  const kept = promises.flatMap((promise): [string, Kept][] => {
    const [from, until] = [startOfDay(promise.startsOn), promise.endsOn === null ? null : endOfDay(promise.endsOn)];
    const own = (seatsOf.get(promise.organisationId) ?? []).filter(
      ({ bodyId, startsAt }) => (promise.bodyId === null || bodyId === promise.bodyId) && from <= startsAt && (until === null || startsAt < until),
    );
    const counted = keptOf(promise, own.map(({ came, seniority }) => ({ isTaken: came !== "absent", seniority })));
    return counted ? [[promise.id, counted]] : [];
  });
  return new Map(kept);
}
