// What those who sit say of themselves, under a key made from who they are with a secret, so that nobody reads from one to the
// other. It carries no time and no order, and no log tells who gave it.
import { z } from "zod";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHashes } from "#app/shared/keys.server.ts";
import { dayIn } from "./columns.server.ts";
import { readDiversity, type Diversity } from "./diversity.ts";

type Who = { partnershipId: string; personId: string };

/** That of each secret that is still known, the one to write under first. */
const keysOf = ({ partnershipId, personId }: Who) => keyedHashes("sitting equality", `${partnershipId} ${personId}`);
const answersIn = (json: unknown) => readDiversity(z.record(z.string(), z.unknown()).catch({}).parse(json));

/** What somebody said so far; empty where nothing. */
export async function findDiversity(on: Database, who: Who): Promise<Diversity> {
  const keys = keysOf(who);
  const rows = await on.sittingEquality.findMany({ where: { key: { in: keys } } });
  const row = keys.map((key) => rows.find((one) => one.key === key)).find(Boolean);
  return row ? answersIn(row.answers) : {};
}

/** The same of several people; those who said nothing are not there. */
export async function listOwnDiversity(on: Database, partnershipId: string, personIds: readonly string[]): Promise<Map<string, Diversity>> {
  const own = await Promise.all([...new Set(personIds)].map(async (personId) => [personId, await findDiversity(on, { partnershipId, personId })] as const));
  return new Map(own.filter(([, said]) => Object.keys(said).length > 0));
}

/** Replaces what somebody said; with nothing left nothing is kept. */
export async function saveDiversity(transaction: Transaction, who: Who, answers: Diversity): Promise<void> {
  const keys = keysOf(who);
  await transaction.sittingEquality.deleteMany({ where: { key: { in: keys } } });
  if (Object.keys(answers).length > 0) await transaction.sittingEquality.create({ data: { key: keys[0]!, partnershipId: who.partnershipId, answers } });
}

/** Those who sit on a day and may say something of themselves. */
async function listWho(on: Database, today: string, partnershipId?: string): Promise<Who[]> {
  const date = dayIn(today);
  const rows = await on.appointment.findMany({
    where: { ...(partnershipId !== undefined && { partnershipId }), personId: { not: null }, startsOn: { lte: date }, endsOn: { gte: date }, OR: [{ endedOn: null }, { endedOn: { gte: date } }] },
    ...{ select: { partnershipId: true, personId: true }, distinct: ["partnershipId" as const, "personId" as const] },
  });
  return rows.flatMap((row) => (row.personId === null ? [] : [{ partnershipId: row.partnershipId, personId: row.personId }]));
}

/** What those who sit on a day said, in no order, and of how many who could. */
export async function listDiversity(on: Database, partnershipId: string, today: string): Promise<{ asked: number; answers: Diversity[] }> {
  const who = await listWho(on, today, partnershipId);
  const rows = await on.sittingEquality.findMany({ where: { partnershipId, key: { in: who.flatMap(keysOf) } }, orderBy: { key: "asc" } });
  return { asked: who.length, answers: rows.map(({ answers }) => answersIn(answers)) };
}

/** Forgets what those said who sit no more, and moves the rest under the newest key; how many were moved. */
export async function keepDiversity(transaction: Transaction, today: string): Promise<number> {
  const keys = (await listWho(transaction, today)).map(keysOf);
  await transaction.sittingEquality.deleteMany({ where: { key: { notIn: keys.flat() } } });
  const rows = await transaction.sittingEquality.findMany({ select: { key: true } });
  const kept = new Set(rows.map(({ key }) => key));
  const moves = keys.flatMap(([to = "", ...others]) => (kept.has(to) ? [] : others.filter((from) => kept.has(from)).slice(0, 1).map((from) => ({ from, to }))));
  for (const { from, to } of moves.sort((one, other) => (one.to < other.to ? -1 : 1))) await transaction.sittingEquality.update({ where: { key: from }, data: { key: to } });
  return moves.length;
}
