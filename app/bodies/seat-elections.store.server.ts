// Elections as a body knows them: those that are to fill its seats, those in which somebody who sits there was chosen, and those that an
// officer may name for somebody.
import { z } from "zod";
import { addMonths, dayOf } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import type { SeatElection } from "./seat-election.ts";

const electionSchema = z.object({ id: z.string(), title: textSchema, lineId: z.string(), seats: z.number(), termStartsOn: dayColumn, vacancyId: z.string().nullable() });
const columns = { id: true, title: true, lineId: true, seats: true, termStartsOn: true, vacancyId: true } as const;

/** The elections that are to fill seats of a body, planned ones too where the office asks. */
export async function listElectionsAhead(on: Database, { partnershipId, bodyId }: { partnershipId: string; bodyId: string }, isOffice: boolean): Promise<SeatElection[]> {
  const over = { some: { kind: { in: ["confirmed", "annulled", "abandoned"] } } };
  const rows = await on.networkElection.findMany({
    where: { partnershipId, origin: "held", line: { bodyId }, NOT: { steps: over }, ...(!isOffice && { steps: { some: { kind: "notice-published" } } }) },
    ...{ select: columns, orderBy: [{ termStartsOn: "asc" }, { id: "asc" }], take: 100 },
  });
  const left = await on.appointment.findMany({ where: { bodyId, id: { in: rows.flatMap(({ vacancyId }) => vacancyId ?? []) } }, select: { id: true, seat: true } });
  return rows.map((row) => {
    const { vacancyId, ...election } = electionSchema.parse(row);
    return { ...election, seat: left.find(({ id }) => id === vacancyId)?.seat ?? null };
  });
}

export type NamedElection = { id: string; title: Text };

const namedSchema = z.object({ id: z.string(), title: textSchema });

/** The day on which voting in an election ended, or for one without a poll of its own the first day of its terms; null where none is known. */
export async function findElectedOn(on: Database, partnershipId: string, electionId: string | null): Promise<string | null> {
  const row = electionId === null ? null : await on.networkElection.findFirst({ where: { id: electionId, partnershipId }, select: { pollClosesAt: true, termStartsOn: true } });
  return row && (row.pollClosesAt ? dayOf(row.pollClosesAt) : dayColumn.parse(row.termStartsOn));
}

/** What elections are called, of those that everybody may read of. */
export async function nameElections(on: Database, partnershipId: string, ids: readonly (string | null)[]): Promise<Map<string, NamedElection>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  if (known.length === 0) return new Map();
  const rows = await on.networkElection.findMany({ where: { partnershipId, id: { in: known }, OR: [{ origin: "loaded" }, { steps: { some: { kind: "notice-published" } } }] }, select: { id: true, title: true } });
  return new Map(rows.map((row) => [row.id, namedSchema.parse(row)]));
}

/** What rounds of nominations are called; whoever sits by one, sits by one that everybody may read of. */
export async function nameRounds(on: Database, partnershipId: string, ids: readonly (string | null)[]): Promise<Map<string, NamedElection>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  if (known.length === 0) return new Map();
  const rows = await on.nominatingRound.findMany({ where: { partnershipId, id: { in: known }, invitedAt: { not: null } }, select: { id: true, title: true } });
  return new Map(rows.map((row) => [row.id, namedSchema.parse(row)]));
}

/** The elections whose result is out, from which somebody may have come to a seat that they took up from so long ago; the newest first. */
export async function listElectionsHeld(on: Database, partnershipId: string, today: string): Promise<NamedElection[]> {
  const rows = await on.networkElection.findMany({
    where: { partnershipId, termStartsOn: { gte: dayIn(addMonths(today, -120)) }, steps: { some: { kind: { in: ["declared", "confirmed"] } }, none: { kind: "annulled" } } },
    ...{ select: { id: true, title: true }, orderBy: [{ termStartsOn: "desc" as const }, { id: "asc" as const }], take: 100 },
  });
  return rows.map((row) => namedSchema.parse(row));
}

/** Until when each seat of a body is given to somebody who is yet to begin, by "line seat". */
export async function listGivenAhead(on: Database, bodyId: string, today: string): Promise<Map<string, string>> {
  const rows = await on.appointment.findMany({ where: { bodyId, startsOn: { gt: dayIn(today) }, endedOn: null }, select: { lineId: true, seat: true, endsOn: true }, orderBy: { endsOn: "asc" } });
  return new Map(rows.map(({ lineId, seat, endsOn }) => [`${lineId} ${seat}`, dayColumn.parse(endsOn)]));
}
