// Who came to meetings for partners that promised to come, as their attendance is written down.
import { z } from "zod";
import { dayOf, endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { keptOf, type AttendancePromise, type Kept } from "./kept-attendance.ts";
import { seniorities } from "./seniority.ts";

export type Promised = AttendancePromise & { id: string; organisationId: string; bodyId: string | null; startsOn: string; endsOn: string | null };

const seatSchema = z.object({ came: z.string(), seniority: z.enum(seniorities).nullable() });

/** How far each of these promises is kept, by its id, from its first day to its last or to today; those of whose meetings nothing is written down are left out. */
export async function countKept(on: Database, partnershipId: string, promises: readonly Promised[], today: string): Promise<Map<string, Kept>> {
  if (promises.length === 0) return new Map();
  const first = promises.reduce((least, { startsOn }) => (startsOn < least ? startsOn : least), today);
  const rows = await on.attendance.findMany({
    where: {
      ...{ partnershipId, role: "member", came: { not: null } },
      appointment: { organisationId: { in: [...new Set(promises.map(({ organisationId }) => organisationId))] } },
      meeting: { cancelledAt: null, startsAt: { gte: startOfDay(first), lt: endOfDay(today) } },
    },
    select: { came: true, seniority: true, meeting: { select: { bodyId: true, startsAt: true } }, appointment: { select: { organisationId: true } } },
  });
  const seats = rows.map(({ meeting, appointment, ...row }) => {
    const { came, seniority } = seatSchema.parse(row);
    return { isTaken: came !== "absent", seniority, bodyId: meeting.bodyId, on: dayOf(meeting.startsAt), organisationId: appointment?.organisationId };
  });
  const kept = promises.flatMap((promise): [string, Kept][] => {
    const own = seats.filter((seat) => seat.organisationId === promise.organisationId && (promise.bodyId === null || seat.bodyId === promise.bodyId));
    const counted = keptOf(promise, own.filter((seat) => promise.startsOn <= seat.on && (promise.endsOn === null || seat.on <= promise.endsOn)));
    return counted ? [[promise.id, counted]] : [];
  });
  return new Map(kept);
}
