// Every query about places that are filled once the others are: which there are, and who is missing then. [A6.3]
import { listSitting } from "#app/bodies/appointments.store.server.ts";
import { sectorOf } from "#app/bodies/balance.ts";
import { listDiversity } from "#app/bodies/diversity.store.server.ts";
import { diversityTables } from "#app/bodies/diversity.ts";
import { findSchemeOn } from "#app/bodies/schemes.store.server.ts";
import { placesOf } from "#app/bodies/seat-scheme.ts";
import { isSector, type Sector } from "#app/bodies/sector.ts";
import type { PublishedTable } from "#app/disclosure/published-table.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { beginElectionOnce, type By } from "./elections.store.server.ts";
import type { ElectionHead } from "./election.ts";

export type GapLine = {
  id: string;
  holder: Text;
  body: { id: string; slug: string; name: Text };
  network: { id: string; slug: string; name: Text };
  /** Its places that nobody holds. */
  free: number;
  /** The number of the first of them, for whoever is co-opted. */
  firstFree: number | null;
  /** Seats that networks choose people for, and are filled before. */
  before: { held: number; vacant: Text[] };
  termInMonths: number;
  /** Of whoever sits on the body. */
  sectors: (Sector | null)[];
};

const name = { select: { id: true, slug: true, name: true } } as const;

/** The places for whoever is missing that a network fills, as they stand on a day, body by body. */
export async function listGapLines(on: Database, partnershipId: string, now: Date): Promise<GapLine[]> {
  const today = dayOf(now);
  const rows = await on.seatLine.findMany({
    where: { partnershipId, basis: "diversity-gap", networkId: { not: null }, scheme: { startsOn: { not: null } }, body: { endedOn: null } },
    ...{ select: { id: true, bodyId: true, body: name, network: name }, orderBy: [{ body: { slug: "asc" } }, { position: "asc" }] },
  });
  const found: GapLine[] = [];
  for (const { id, bodyId, body, network } of rows) {
    const scheme = await findSchemeOn(on, bodyId, today);
    const line = scheme?.lines.find((one) => one.id === id);
    if (!scheme || !line || !network) continue;
    const sitting = (await listSitting(on, bodyId, today)).filter(({ startsOn }) => startsOn <= today);
    const places = placesOf(scheme, sitting);
    const own = places.filter((place) => place.line.id === id && place.state !== "held");
    const before = places.filter((place) => place.line.basis !== "diversity-gap" && place.line.networkId !== null);
    found.push({
      ...{ id, holder: line.holder, body: { ...body, name: textSchema.parse(body.name) }, network: { ...network, name: textSchema.parse(network.name) } },
      ...{ free: own.length, firstFree: own[0]?.seat ?? null, termInMonths: line.termInMonths },
      before: { held: before.filter(({ state }) => state === "held").length, vacant: before.filter(({ state }) => state === "vacant").map((place) => place.line.holder) },
      sectors: sitting.map((one) => sectorOf(one.line, one.organisation && isSector(one.organisation.sector) ? { sector: one.organisation.sector } : null)),
    });
  }
  return found;
}

/** One of them, or 404. */
export async function findGapLine(on: Database, partnershipId: string, id: string, now: Date): Promise<GapLine> {
  const line = (await listGapLines(on, partnershipId, now)).find((one) => one.id === id);
  if (!line) throw notFound();
  return line;
}

/** What those who sit on the partnership's bodies say of themselves, as far as it may be seen. */
export async function sittingTables(on: Database, partnershipId: string, now: Date): Promise<PublishedTable[]> {
  return diversityTables((await listDiversity(on, partnershipId, dayOf(now))).answers);
}

/** Elections that fill other seats of a body and can have come first, the latest first. */
export async function listFirstStages(on: Database, partnershipId: string, line: Pick<GapLine, "id" | "body">): Promise<{ id: string; title: Text }[]> {
  const rows = await on.networkElection.findMany({
    where: { partnershipId, line: { bodyId: line.body.id, basis: { not: "diversity-gap" } }, steps: { none: { kind: { in: ["annulled", "abandoned"] } } } },
    ...{ select: { id: true, title: true }, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: 50 },
  });
  return rows.map(({ id, title }) => ({ id, title: textSchema.parse(title) }));
}

/** Elections for these places that are planned or held already. */
export async function listSecondStages(on: Database, partnershipId: string, { id: lineId }: Pick<GapLine, "id">): Promise<{ id: string; title: Text }[]> {
  const rows = await on.networkElection.findMany({
    where: { partnershipId, lineId, steps: { none: { kind: { in: ["confirmed", "annulled", "abandoned"] } } } },
    ...{ select: { id: true, title: true }, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: 50 },
  });
  return rows.map(({ id, title }) => ({ id, title: textSchema.parse(title) }));
}

/** Begins the second election; sent twice, once. */
export async function beginSecondStage(transaction: Transaction, by: By, line: Pick<GapLine, "network">, head: ElectionHead, firstStageId: string | null): Promise<string> {
  const id = await beginElectionOnce(transaction, by, line.network.slug, head);
  await transaction.networkElection.update({ where: { id }, data: { firstStageId } });
  return id;
}

/** Of the places that an election fills once others are filled, which of those stand empty: its notice waits for them. */
export async function vacantBefore(on: Database, partnershipId: string, lineId: string | null, now: Date): Promise<Text[]> {
  if (lineId === null) return [];
  return (await listGapLines(on, partnershipId, now)).find(({ id }) => id === lineId)?.before.vacant ?? [];
}
