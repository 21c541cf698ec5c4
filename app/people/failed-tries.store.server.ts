// Tries at passwords and codes that failed, counted for each account, whether there is such an account or not.
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { keyedHash } from "#app/shared/keys.server.ts";
import { areForgotten, countTry } from "./failed-tries.ts";

export type Tried = "password" | "code";

const keyOf = (tried: Tried, whose: string) => keyedHash("tries", `${tried} ${whose}`);

/**
 * Counts a try before it is made, `whose` being the address or the person; null where it may be made, else from when the next may.
 * In a transaction of its own, so that it is counted whatever becomes of the rest.
 */
export function takeTry(tried: Tried, whose: string, now: Date): Promise<Date | null> {
  const key = keyOf(tried, whose);
  return inTransaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${key}))`;
    const before = await transaction.failedTries.findUnique({ where: { key } });
    const after = countTry(before, now);
    if (!after) return before?.nextAt ?? null;
    await transaction.failedTries.upsert({ where: { key }, create: { key, ...after }, update: after });
    return null;
  });
}

/** Writes down that a try failed, of whom where there is such a person: as much is written where there is none. */
export async function tellFailure(tried: Tried, whose: string, personId: string | null): Promise<void> {
  const subject = personId ? { subjectKind: "person", subjectId: personId } : { subjectKind: "sign-in-address", subjectId: keyOf(tried, whose).slice(0, 16) };
  await recordAudit(db(), { action: tried === "password" ? "person.wrong-password" : "person.wrong-second-factor", ...subject });
}

/** Whoever got it right begins anew. */
export async function forgiveTries(on: Database, tried: Tried, whose: string): Promise<void> {
  await on.failedTries.deleteMany({ where: { key: keyOf(tried, whose) } });
}

/** Deletes what is not counted any more. */
export async function forgetTries(on: Database, now: Date): Promise<void> {
  const rows = await on.failedTries.findMany({ where: { nextAt: { lt: now } }, select: { key: true, lastAt: true } });
  const old = rows.filter((row) => areForgotten(row, now)).map(({ key }) => key);
  await on.failedTries.deleteMany({ where: { key: { in: old } } });
}
