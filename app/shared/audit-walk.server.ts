// Checks the whole audit log, however long: every seal against the entries under it, read in runs, telling how far it is.
import { askOf, beforeTheFirst, chained, entriesBetween, type Ask, type EntryRow } from "./audit.server.ts";
import type { Database } from "./db.server.ts";

/** Entries that are not as they were sealed, or a seal that does not follow the one before it. */
export type BrokenRun = { fromEntryId: string; toEntryId: string; why: "entries" | "chain" };

export type SealWalk = {
  seals: number;
  /** Sealed entries there are now. */
  entries: number;
  brokenSeals: number;
  /** The first of them. */
  broken: BrokenRun[];
  /** When the newest sealed entry was written. */
  sealedUntil: Date | null;
  /** The hash of the newest seal, which stands for the whole log up to it. */
  newestHash: string | null;
  unsealed: number;
};

const sealsInARun = 1000;
const entriesInARun = 2000;
const mostBrokenTold = 20;

type Tell = (entriesSoFar: number) => Promise<void>;

async function* entriesUpTo(ask: Ask, to: bigint, tell: Tell): AsyncGenerator<EntryRow, undefined> {
  let passed = 0;
  for (let after = 0n; ; ) {
    const run = await entriesBetween(ask, after, to, entriesInARun);
    yield* run;
    passed += run.length;
    await tell(passed);
    const last = run.at(-1);
    if (!last || run.length < entriesInARun) return undefined;
    after = BigInt(last.id);
  }
}

type SealRow = Record<"id" | "fromEntryId" | "toEntryId", string> & { entries: number; previousHash: string; hash: string };

function sealsAfter(ask: Ask, id: bigint, to: bigint): Promise<SealRow[]> {
  return ask<SealRow>(
    `SELECT id::text, "fromEntryId"::text, "toEntryId"::text, entries, "previousHash", hash FROM "AuditSeal"
     WHERE id > $1::bigint AND id <= $2::bigint ORDER BY "AuditSeal".id LIMIT ${sealsInARun}`,
    ...[id.toString(), to.toString()],
  );
}

async function sealsThere(ask: Ask): Promise<{ newest: { id: bigint; toEntryId: bigint; hash: string } | null; unsealed: number }> {
  const [row] = await ask<{ id: string | null; toEntryId: string; hash: string | null; unsealed: number }>(
    `SELECT seal.id::text, coalesce(seal."toEntryId", 0)::text AS "toEntryId", seal.hash,
       (SELECT count(*)::int FROM "AuditEntry" WHERE id > coalesce(seal."toEntryId", 0)) AS unsealed
     FROM (SELECT 1) AS one LEFT JOIN (SELECT * FROM "AuditSeal" ORDER BY id DESC LIMIT 1) AS seal ON true`,
  );
  const newest = row?.id && row.hash ? { id: BigInt(row.id), toEntryId: BigInt(row.toEntryId), hash: row.hash } : null;
  return { newest, unsealed: row?.unsealed ?? 0 };
}

/** Goes through every seal, past broken ones too; what is sealed meanwhile is left for the next time. */
export async function walkSeals(ask: Ask, tell: Tell): Promise<SealWalk> {
  const { newest, unsealed } = await sealsThere(ask);
  const walk: SealWalk = { seals: 0, entries: 0, brokenSeals: 0, broken: [], sealedUntil: null, newestHash: newest?.hash ?? null, unsealed };
  if (!newest) return walk;
  const entries = entriesUpTo(ask, newest.toEntryId, tell);
  let next = await entries.next();
  let before = { id: 0n, hash: beforeTheFirst, toEntryId: 0n };
  for (;;) {
    const seals = await sealsAfter(ask, before.id, newest.id);
    for (const { id, fromEntryId, toEntryId, ...seal } of seals) {
      const [from, to] = [BigInt(fromEntryId), BigInt(toEntryId)];
      let hash = seal.previousHash;
      let count = 0;
      for (; !next.done && BigInt(next.value.id) <= to; next = await entries.next()) {
        walk.entries += 1;
        walk.sealedUntil = next.value.at;
        if (BigInt(next.value.id) < from) continue; // because the seal it lay under is gone, which the chain tells
        hash = chained(hash, next.value);
        count += 1;
      }
      const follows = seal.previousHash === before.hash && from === before.toEntryId + 1n;
      const isAsSealed = hash === seal.hash && count === seal.entries;
      walk.seals += 1;
      if (!follows || !isAsSealed) {
        walk.brokenSeals += 1;
        if (walk.broken.length < mostBrokenTold) walk.broken.push({ fromEntryId, toEntryId, why: isAsSealed ? "chain" : "entries" });
      }
      before = { id: BigInt(id), hash: seal.hash, toEntryId: to };
    }
    if (seals.length < sealsInARun) return walk;
  }
}

/** Checks every seal against the entries; the ids under the first seal that does not hold, or null. */
export function findBrokenSeal(on: Database): Promise<Sealed | null> {
  return findBrokenSealBy(askOf(on));
}

type Sealed = { fromEntryId: bigint; toEntryId: bigint };

export async function findBrokenSealBy(ask: Ask): Promise<Sealed | null> {
  const { broken } = await walkSeals(ask, async () => {});
  return broken[0] ? { fromEntryId: BigInt(broken[0].fromEntryId), toEntryId: BigInt(broken[0].toEntryId) } : null;
}
