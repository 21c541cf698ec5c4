// Checks the whole audit log, however long: every seal against the entries under it, read in runs, telling how far it is.
import { beforeTheFirst, chained, type EntryRow } from "./audit.server.ts";
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

async function* entriesUpTo(on: Database, to: bigint, tell: Tell): AsyncGenerator<EntryRow, undefined> {
  let passed = 0;
  for (let after = 0n; ; ) {
    const run = await on.$queryRaw<EntryRow[]>`
      SELECT id::text, at, "partnershipId", "personId", action, "subjectKind", "subjectId", facts FROM "AuditEntry"
      WHERE id > ${after} AND id <= ${to} ORDER BY "AuditEntry".id LIMIT ${entriesInARun}`;
    yield* run;
    passed += run.length;
    await tell(passed);
    const last = run.at(-1);
    if (!last || run.length < entriesInARun) return undefined;
    after = BigInt(last.id);
  }
}

/** Goes through every seal, past broken ones too; what is sealed meanwhile is left for the next time. */
export async function walkSeals(on: Database, tell: Tell): Promise<SealWalk> {
  const newest = await on.auditSeal.findFirst({ orderBy: { id: "desc" } });
  const walk: SealWalk = { seals: 0, entries: 0, brokenSeals: 0, broken: [], sealedUntil: null, newestHash: newest?.hash ?? null, unsealed: 0 };
  walk.unsealed = await on.auditEntry.count({ where: { id: { gt: newest?.toEntryId ?? 0n } } });
  if (!newest) return walk;
  const entries = entriesUpTo(on, newest.toEntryId, tell);
  let next = await entries.next();
  let before = { id: 0n, hash: beforeTheFirst, toEntryId: 0n };
  for (;;) {
    const seals = await on.auditSeal.findMany({ where: { id: { gt: before.id, lte: newest.id } }, orderBy: { id: "asc" }, take: sealsInARun });
    for (const seal of seals) {
      let hash = seal.previousHash;
      let count = 0;
      for (; !next.done && BigInt(next.value.id) <= seal.toEntryId; next = await entries.next()) {
        walk.entries += 1;
        walk.sealedUntil = next.value.at;
        if (BigInt(next.value.id) < seal.fromEntryId) continue; // because the seal it lay under is gone, which the chain tells
        hash = chained(hash, next.value);
        count += 1;
      }
      const follows = seal.previousHash === before.hash && seal.fromEntryId === before.toEntryId + 1n;
      const isAsSealed = hash === seal.hash && count === seal.entries;
      walk.seals += 1;
      if (!follows || !isAsSealed) {
        walk.brokenSeals += 1;
        const [fromEntryId, toEntryId] = [seal.fromEntryId.toString(), seal.toEntryId.toString()];
        if (walk.broken.length < mostBrokenTold) walk.broken.push({ fromEntryId, toEntryId, why: isAsSealed ? "chain" : "entries" });
      }
      before = seal;
    }
    if (seals.length < sealsInARun) return walk;
  }
}
