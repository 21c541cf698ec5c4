// Checks of the whole audit log, begun by an administrator: at once where it is short, else by a job that tells how far it is.
import { z } from "zod";
import { askOf, recordAudit } from "#app/shared/audit.server.ts";
import { walkSeals } from "#app/shared/audit-walk.server.ts";
import { db, inTransaction, type Database } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId } from "#app/shared/keys.server.ts";

const foundSchema = z.object({
  seals: z.number(),
  entries: z.number(),
  brokenSeals: z.number(),
  broken: z.array(z.object({ fromEntryId: z.string(), toEntryId: z.string(), why: z.enum(["entries", "chain"]) })),
  sealedUntil: z.coerce.date().nullable(),
  newestHash: z.string().nullable(),
  unsealed: z.number(),
});

export type AuditCheck = {
  id: string;
  startedAt: Date;
  entries: number;
  passed: number;
  finishedAt: Date | null;
  found: z.infer<typeof foundSchema> | null;
  /** Whether somebody is at it: no other begins then. */
  isUnderWay: boolean;
};

/** The check begun last, or null. */
export async function findLastCheck(on: Database, now: Date): Promise<AuditCheck | null> {
  const row = await on.auditCheck.findFirst({ orderBy: [{ startedAt: "desc" }, { id: "desc" }] });
  if (!row) return null;
  const { id, startedAt, toldAt, entries, passed, finishedAt, found } = row;
  const isUnderWay = finishedAt === null && toldAt > silentSince(now);
  return { id, startedAt, entries, passed, finishedAt, found: found === null ? null : foundSchema.parse(found), isUnderWay };
}

/** What is gone through while somebody waits: some tenths of a second. */
const mostAtOnce = 20_000;
/** One that has told nothing for so long has been given up by whoever ran it. */
function silentSince(now: Date): Date {
  return new Date(now.getTime() - 5 * 60_000);
}

type By = { partnershipId: string; personId: string; clock: () => Date };

/** Has the whole log checked; while one check is under way no other begins. */
export async function startCheck({ partnershipId, personId, clock }: By): Promise<void> {
  const now = clock();
  const begun = await inTransaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot audit check'))`;
    const underWay = await transaction.auditCheck.count({ where: { finishedAt: null, toldAt: { gt: silentSince(now) } } });
    if (underWay > 0) return null;
    const { _sum } = await transaction.auditSeal.aggregate({ _sum: { entries: true } });
    const check = { id: newId(), partnershipId, personId, startedAt: now, toldAt: now, entries: _sum.entries ?? 0 };
    await transaction.auditCheck.create({ data: check });
    if (check.entries > mostAtOnce) await addJob(transaction, "check-audit", { checkId: check.id }, { attempts: 3 });
    return check;
  });
  if (begun && begun.entries <= mostAtOnce) await runCheck(begun.id, clock);
}

/** Goes through the log from the beginning, telling every few thousand entries how far it is, and writes down what it found. */
export async function runCheck(checkId: string, clock: () => Date): Promise<void> {
  const check = await db().auditCheck.findUnique({ where: { id: checkId } });
  if (!check || check.finishedAt) return;
  const found = await walkSeals(askOf(db()), async (passed) => {
    await db().auditCheck.update({ where: { id: checkId }, data: { passed, toldAt: clock() } });
  });
  await inTransaction(async (transaction) => {
    const finishedAt = clock();
    const data = { finishedAt, toldAt: finishedAt, passed: found.entries, found: { ...found, sealedUntil: found.sealedUntil?.toISOString() ?? null } };
    const { count } = await transaction.auditCheck.updateMany({ where: { id: checkId, finishedAt: null }, data });
    if (count === 0) return;
    const { partnershipId, personId } = check;
    await recordAudit(transaction, {
      ...{ partnershipId, personId, action: "audit.check", subjectKind: "audit-check", subjectId: checkId },
      facts: { seals: found.seals, entries: found.entries, broken: found.brokenSeals },
    });
  });
}
