// What is planned and kept free already, for seeing what stands in the way of a date; and who sits on a body.
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays, dayOf, endOfDay, startOfDay } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textIn, textSchema, type Text } from "#app/shared/languages.ts";
import { mostReserved, type Planned, type Reserved } from "./meeting-dates.ts";
import type { By } from "./meetings.store.server.ts";

/** Sits from the first to the last day of the term, or until it ended. */
export const isSittingOn = (day: string) => ({ startsOn: { lte: dayIn(day) }, endsOn: { gte: dayIn(day) }, OR: [{ endedOn: null }, { endedOn: { gte: dayIn(day) } }] });

/** Those who sit on each of these bodies on a day, each by the same name on every body. */
export async function sittingOn(on: Database, bodyIds: readonly string[], day: string): Promise<Map<string, string[]>> {
  const rows = await on.appointment.findMany({
    where: { bodyId: { in: [...bodyIds] }, ...isSittingOn(day) },
    select: { bodyId: true, personId: true, name: true, organisationId: true },
  });
  const sitting = new Map<string, string[]>();
  for (const { bodyId, personId, name, organisationId } of rows) {
    sitting.set(bodyId, [...(sitting.get(bodyId) ?? []), personId ?? `${name.toLowerCase()} ${organisationId ?? ""}`]);
  }
  return sitting;
}

type Range = { partnershipId: string; from: string; until: string; except?: string };

/** Meetings that are planned from one day to another, with where they are and who sits there; `except` is left out. */
export async function listPlanned(on: Database, { partnershipId, from, until, except }: Range): Promise<Planned[]> {
  const rows = await on.meeting.findMany({
    where: { partnershipId, cancelledAt: null, startsAt: { gte: startOfDay(from), lt: endOfDay(until) }, ...(except && { id: { not: except } }) },
    select: { id: true, bodyId: true, startsAt: true, endsAt: true, venue: true, body: { select: { name: true } } },
  });
  const sitting = await sittingOn(on, [...new Set(rows.map(({ bodyId }) => bodyId))], from);
  return rows.map(({ body, venue, ...row }) => ({
    ...{ ...row, bodyName: textSchema.parse(body.name), place: textIn(textSchema.parse(venue), "en").text, sitting: sitting.get(row.bodyId) ?? [] },
  }));
}

export type ReservedDay = Reserved & { id: string };

/** Days that are kept free from one day on, up to another, soonest first. */
export async function listReserved(on: Database, { partnershipId, from, until }: Omit<Range, "except">): Promise<ReservedDay[]> {
  const rows = await on.reservedDay.findMany({
    where: { partnershipId, endsOn: { gte: dayIn(from) }, startsOn: { lte: dayIn(until) } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: mostReserved,
  });
  return rows.map((row) => ({ id: row.id, name: textSchema.parse(row.name), startsOn: dayColumn.parse(row.startsOn), endsOn: dayColumn.parse(row.endsOn) }));
}

/** Everything that could stand in the way between two days. */
export async function listInTheWay(on: Database, range: Range): Promise<{ planned: Planned[]; reserved: ReservedDay[] }> {
  const [planned, reserved] = await Promise.all([listPlanned(on, range), listReserved(on, range)]);
  return { planned, reserved };
}

/** Keeps days free; the same written down twice is one. */
export async function reserveDays(transaction: Transaction, { partnershipId, personId }: By, { name, startsOn, endsOn }: { name: Text; startsOn: string; endsOn: string }): Promise<void> {
  const days = { partnershipId, startsOn: dayIn(startsOn), endsOn: dayIn(endsOn) };
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`reserved days ${partnershipId}`}))`;
  if ((await transaction.reservedDay.count({ where: { ...days, name: { equals: name } } })) > 0) return;
  const id = newId();
  await transaction.reservedDay.create({ data: { id, ...days, name } });
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.reserve-days", subjectKind: "partnership", subjectId: partnershipId });
}

export async function releaseDays(transaction: Transaction, { partnershipId, personId }: By, id: string): Promise<void> {
  const { count } = await transaction.reservedDay.deleteMany({ where: { id, partnershipId } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "meeting.release-days", subjectKind: "partnership", subjectId: partnershipId });
}

/** The days on which meetings can be planned: from today, for two years. */
export function planningRange(now: Date): { from: string; until: string } {
  const from = dayOf(now);
  return { from, until: addDays(from, 731) };
}
