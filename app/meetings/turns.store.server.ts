// Every query about who of a pool takes its places at a meeting. The caller has asked the policy, and holds the meeting where something changes.
import { membersOf, type SeatedAppointment } from "#app/bodies/appointments.store.server.ts";
import { findSchemeOn } from "#app/bodies/schemes.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { isTaken, type Came } from "./attendance.ts";
import { dayOfMeeting, meetingSchema, type Meeting } from "./meeting.ts";
import { withBody, type By } from "./meetings.store.server.ts";
import { inTurn, sittingAt, turnsBy, type InPool } from "./turns.ts";

export type PoolMember = InPool & { name: string; organisation: Text | null };
export type Pool = {
  lineId: string;
  holder: Text;
  /** How many of them take a place at a meeting. */
  places: number;
  /** In the order in which it is their turn. */
  people: PoolMember[];
  /** Whose turn it is. */
  proposed: string[];
  /** Who was named; null where nobody was yet. */
  named: string[] | null;
};

/** Whoever was named for a meeting, of whichever pool. */
export async function namedFor(on: Database, { id: meetingId }: Pick<Meeting, "id">): Promise<Set<string>> {
  return new Set((await on.meetingTurn.findMany({ where: { meetingId }, select: { appointmentId: true } })).map(({ appointmentId }) => appointmentId));
}

/** Those who sit at a meeting, with whether they vote: of a pool whoever was named for it. */
export async function membersAt(on: Database, meeting: Meeting): ReturnType<typeof membersOf> {
  return sittingAt(await membersOf(on, meeting.body.id, dayOfMeeting(meeting)), await namedFor(on, meeting));
}

/** The pools of the body that meets, each in the order in which it is their turn. */
export async function listPools(on: Database, meeting: Meeting): Promise<Pool[]> {
  const day = dayOfMeeting(meeting);
  const scheme = await findSchemeOn(on, meeting.body.id, day);
  const lines = (scheme?.lines ?? []).filter(({ basis }) => basis === "pool");
  if (lines.length === 0) return [];
  const members = await membersOf(on, meeting.body.id, day);
  const last = await lastTurns(on, meeting, members);
  const said = await on.attendance.findMany({ where: { meetingId: meeting.id, role: "member", said: "apologies" }, select: { appointmentId: true } });
  const away = new Set(said.map(({ appointmentId }) => appointmentId));
  const named = await namedFor(on, meeting);
  return lines.map(({ id: lineId, holder, count }) => {
    const people = members
      .filter((one) => one.lineId === lineId)
      .map(({ id, name, seat, organisation }) => ({ appointmentId: id, name, seat, organisation: organisation && organisation.name, lastOn: last.get(id) ?? null, isAway: away.has(id) }));
    const places = count ?? 1;
    const those = people.map(({ appointmentId }) => appointmentId).filter((id) => named.has(id));
    return { lineId, holder, places, people: inTurn(people), proposed: turnsBy(people, places), named: those.length === 0 ? null : those };
  });
}

/** The day of the last meeting before this one to which each came; or, of one that nobody has written down yet, for which they were named. */
async function lastTurns(on: Database, meeting: Meeting, members: readonly SeatedAppointment[]): Promise<Map<string, string>> {
  const appointmentId = { in: members.map(({ id }) => id) };
  const before = { bodyId: meeting.body.id, cancelledAt: null, startsAt: { lt: meeting.startsAt } };
  const came = await on.attendance.findMany({ where: { appointmentId, role: "member", came: { not: null }, meeting: before }, select: { appointmentId: true, came: true, meeting: { select: { startsAt: true } } } });
  const named = await on.meetingTurn.findMany({
    where: { appointmentId, meeting: { ...before, attendances: { none: { role: "member", came: { not: null } } } } },
    select: { appointmentId: true, meeting: { select: { startsAt: true } } },
  });
  const last = new Map<string, string>();
  for (const row of [...came.filter((one) => isTaken(one.came as Came | null)), ...named]) {
    const day = dayOf(row.meeting.startsAt);
    if (row.appointmentId !== null && day > (last.get(row.appointmentId) ?? "")) last.set(row.appointmentId, day);
  }
  return last;
}

/** Names who of a pool takes its places at a meeting, in the place of whoever was named before. */
export async function nameTurns(transaction: Transaction, { partnershipId, personId }: By, { id: meetingId }: Pick<Meeting, "id">, { people, proposed }: Pool, appointmentIds: readonly string[]): Promise<void> {
  await transaction.meetingTurn.deleteMany({ where: { meetingId, appointmentId: { in: people.map(({ appointmentId }) => appointmentId) } } });
  await transaction.meetingTurn.createMany({ data: appointmentIds.map((appointmentId) => ({ partnershipId, meetingId, appointmentId })) });
  const isByRota = [...appointmentIds].sort().join() === [...proposed].sort().join();
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.name-turns", subjectKind: "meeting", subjectId: meetingId, facts: { named: appointmentIds.length, byRota: isByRota } });
  await dropPublishedPages(transaction, partnershipId);
}

const meetingsAhead = 50;

/** Meetings to come of bodies of which a pool fills places, the soonest first. */
export async function listMeetingsWithPools(on: Database, partnershipId: string, now: Date): Promise<Meeting[]> {
  const rows = await on.meeting.findMany({
    where: { partnershipId, cancelledAt: null, endsAt: { gt: now }, body: { lines: { some: { basis: "pool", scheme: { startsOn: { not: null } } } } } },
    ...{ orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: meetingsAhead, include: withBody },
  });
  return rows.map((row) => meetingSchema.parse(row));
}
