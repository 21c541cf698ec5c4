// The audit log: who did what to what, as ids and facts. The database refuses to change or delete an entry, and runs of
// entries are sealed in a hash chain, in batches so that writes never queue behind it.
import { sha256 } from "./keys.server.ts";
import { inTransaction, type Database, type Transaction } from "./db.server.ts";

export type AuditFact = {
  partnershipId?: string;
  personId?: string;
  /** A verb of the domain, e.g. "consultation.open". */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** Ids, counts and names of fields; never personal text. */
  facts?: Record<string, string | number | boolean | null>;
};

/** Writes an entry in the transaction of what it tells; a view or an export changes nothing, and is told by itself. */
export async function recordAudit(on: Database, fact: AuditFact): Promise<void> {
  await on.auditEntry.create({ data: { ...fact, facts: fact.facts ?? {} } });
}

// Entries younger than this are not sealed yet: a transaction lasts a minute at most, so what has an older time is all there.
const settlingInSeconds = 120;

export const beforeTheFirst = "0".repeat(64);

/** How the log is read: over Prisma, or over a connection in a transaction of its own. */
export type Ask = <Row extends object>(sql: string, ...values: string[]) => Promise<Row[]>;

export function askOf(on: Database): Ask {
  return (sql, ...values) => on.$queryRawUnsafe(sql, ...values);
}

export type EntryRow = { id: string; at: Date } & Record<"partnershipId" | "personId" | "action" | "subjectKind" | "subjectId" | "facts", unknown>;

/** The hash of everything up to an entry, from that of everything before it. */
export function chained(hash: string, { id, at, partnershipId, personId, action, subjectKind, subjectId, facts }: EntryRow): string {
  const line = [id, at.toISOString(), partnershipId, personId, action, subjectKind, subjectId, facts];
  return sha256(`${hash}\n${JSON.stringify(line)}`);
}

/** The next entries after one id up to another, in order. */
export function entriesBetween(ask: Ask, after: bigint, to: bigint, most: number): Promise<EntryRow[]> {
  return ask<EntryRow>(
    `SELECT id::text, at, "partnershipId", "personId", action, "subjectKind", "subjectId", facts FROM "AuditEntry"
     WHERE id > $1::bigint AND id <= $2::bigint ORDER BY "AuditEntry".id LIMIT ${most}`,
    ...[after.toString(), to.toString()],
  );
}

async function hashOfRun(ask: Ask, previousHash: string, from: bigint, to: bigint) {
  let hash = previousHash;
  let entries = 0;
  for (let after = from - 1n; ; ) {
    const run = await entriesBetween(ask, after, to, 1000);
    for (const entry of run) hash = chained(hash, entry);
    entries += run.length;
    const last = run.at(-1);
    if (!last) return { hash, entries };
    after = BigInt(last.id);
  }
}

// A run of ids under one seal, so that sealing fits into a transaction however long nothing was sealed.
const mostUnderASeal = 50_000n;

/** Seals every settled entry not yet sealed; how many that was. */
export async function sealAudit(now: Date): Promise<number> {
  let entries = 0;
  for (;;) {
    const sealed = await inTransaction((transaction) => sealRun(transaction, now));
    entries += sealed.entries;
    if (sealed.isLast) return entries;
  }
}

async function sealRun(transaction: Transaction, now: Date): Promise<{ entries: number; isLast: boolean }> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot audit seal'))`;
  const last = await transaction.auditSeal.findFirst({ orderBy: { id: "desc" } });
  const from = (last?.toEntryId ?? 0n) + 1n;
  const settled = await transaction.auditEntry.findFirst({
    where: { id: { gte: from }, at: { lt: new Date(now.getTime() - settlingInSeconds * 1000) } },
    orderBy: { id: "desc" },
  });
  if (!settled) return { entries: 0, isLast: true };
  const isLast = settled.id < from + mostUnderASeal;
  const to = isLast ? settled.id : from + mostUnderASeal - 1n;
  const previousHash = last?.hash ?? beforeTheFirst;
  const run = await hashOfRun(askOf(transaction), previousHash, from, to);
  await transaction.auditSeal.create({ data: { fromEntryId: from, toEntryId: to, previousHash, ...run } });
  return { entries: run.entries, isLast };
}

export type SealCheck = { lastSealedAt: Date | null; seals: number; hold: boolean };

/** Checks the newest seals, as many as lie over so many entries and one at least; the whole log takes as long as it is. */
export async function checkNewestSeals(on: Database, mostEntries: number): Promise<SealCheck> {
  const most = 100;
  const newest = await on.auditSeal.findMany({ orderBy: { id: "desc" }, take: most });
  let seals = 0;
  let entries = 0;
  for (const [index, seal] of newest.entries()) {
    entries += seal.entries;
    if (entries > mostEntries && seals > 0) break;
    const before = newest[index + 1];
    const isFirst = seal.fromEntryId === 1n;
    if (!before && !isFirst && newest.length === most) break;
    const run = await hashOfRun(askOf(on), seal.previousHash, seal.fromEntryId, seal.toEntryId);
    const follows = isFirst ? seal.previousHash === beforeTheFirst : seal.previousHash === before?.hash && seal.fromEntryId === before.toEntryId + 1n;
    if (!follows || run.hash !== seal.hash || run.entries !== seal.entries) return { lastSealedAt: newest[0]!.sealedAt, seals, hold: false };
    seals += 1;
  }
  return { lastSealedAt: newest[0]?.sealedAt ?? null, seals, hold: true };
}
