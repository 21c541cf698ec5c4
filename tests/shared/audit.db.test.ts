import { afterEach, expect, test } from "vitest";
import { checkNewestSeals, recordAudit, sealAudit } from "#app/shared/audit.server.ts";
import { findBrokenSeal } from "#app/shared/audit-walk.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";

const anHourFromNow = () => new Date(Date.now() + 3_600_000);

async function record(times: number, action = "consultation.open") {
  await inTransaction(async (transaction) => {
    for (let index = 0; index < times; index += 1) {
      await recordAudit(transaction, { action, subjectKind: "consultation", subjectId: `c${index}`, facts: { place: index } });
    }
  });
}

const logs = ["AuditEntry", "AuditSeal"];

/** Does to the log what only the owner of its tables could. */
async function tamper(statement: string) {
  const eachLog = (what: string) => logs.map((log) => db().$executeRawUnsafe(`ALTER TABLE "${log}" ${what} TRIGGER USER`));
  await db().$transaction([...eachLog("DISABLE"), db().$executeRawUnsafe(statement), ...eachLog("ENABLE")]);
}

afterEach(() => tamper(`TRUNCATE "AuditEntry", "AuditSeal" RESTART IDENTITY`));

test("the database itself refuses to change, delete or empty the audit log", async () => {
  await record(1);
  await sealAudit(anHourFromNow());
  for (const table of logs) {
    await expect(db().$executeRawUnsafe(`UPDATE "${table}" SET id = id + 1`)).rejects.toThrow(/append-only/);
    await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only/);
    await expect(db().$executeRawUnsafe(`TRUNCATE "${table}"`)).rejects.toThrow(/append-only/);
  }
  expect(await db().auditEntry.count()).toBe(1);
});

test("an entry is written with what it tells or not at all", async () => {
  const undone = inTransaction(async (transaction) => {
    await recordAudit(transaction, { action: "consultation.close", subjectKind: "consultation", subjectId: "c1" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await db().auditEntry.count()).toBe(0);
});

test("seals hold over a log that nobody touched, run after run", async () => {
  await record(3);
  expect(await sealAudit(anHourFromNow())).toBe(3);
  await record(2);
  expect(await sealAudit(anHourFromNow())).toBe(2);
  expect(await sealAudit(anHourFromNow())).toBe(0);
  expect(await db().auditSeal.count()).toBe(2);
  expect(await findBrokenSeal(db())).toBeNull();
});

test("a log that nobody sealed for long is sealed in several runs, each small enough for a transaction", async () => {
  await db().$executeRaw`INSERT INTO "AuditEntry" (action, "subjectKind", "subjectId") SELECT 'response.send', 'response', place::text FROM generate_series(1, 50010) place`;
  expect(await sealAudit(anHourFromNow())).toBe(50_010);
  expect((await db().auditSeal.findMany({ orderBy: { id: "asc" } })).map(({ entries }) => entries)).toEqual([50_000, 10]);
  expect(await findBrokenSeal(db())).toBeNull();
});

test("an entry is not sealed until every transaction that could come before it has ended", async () => {
  await record(1);
  expect(await sealAudit(new Date())).toBe(0);
});

test("two processes sealing at once seal every entry once", async () => {
  await record(5);
  const sealed = await Promise.all([sealAudit(anHourFromNow()), sealAudit(anHourFromNow())]);
  expect(sealed.sort()).toEqual([0, 5]);
  expect(await findBrokenSeal(db())).toBeNull();
});

test("a changed, a deleted and an inserted entry each break the seal they lie under", async () => {
  await record(2);
  await sealAudit(anHourFromNow());
  await record(3);
  await sealAudit(anHourFromNow());
  const [first, second] = await db().auditSeal.findMany({ orderBy: { id: "asc" } });

  await tamper(`UPDATE "AuditEntry" SET facts = '{"place": 9}' WHERE id = ${second!.fromEntryId}`);
  expect((await findBrokenSeal(db()))?.toEntryId).toBe(second!.toEntryId);
  await tamper(`UPDATE "AuditEntry" SET facts = '{"place": 0}' WHERE id = ${second!.fromEntryId}`);
  expect(await findBrokenSeal(db())).toBeNull();

  await tamper(`UPDATE "AuditEntry" SET id = id + 1000 WHERE id = ${second!.fromEntryId}`);
  await tamper(`INSERT INTO "AuditEntry" (id, action, "subjectKind", "subjectId") VALUES (${second!.fromEntryId}, 'x', 'x', 'x')`);
  expect((await findBrokenSeal(db()))?.toEntryId).toBe(second!.toEntryId);

  await tamper(`DELETE FROM "AuditEntry" WHERE id = ${first!.toEntryId}`);
  expect((await findBrokenSeal(db()))?.toEntryId).toBe(first!.toEntryId);
});

test("a seal put in place of another breaks the chain", async () => {
  await record(2);
  await sealAudit(anHourFromNow());
  await record(2);
  await sealAudit(anHourFromNow());
  const [first, second] = await db().auditSeal.findMany({ orderBy: { id: "asc" } });
  await tamper(`DELETE FROM "AuditSeal" WHERE id = ${first!.id}`);
  expect((await findBrokenSeal(db()))?.toEntryId).toBe(second!.toEntryId);
});

test("the newest seals are checked as far as was asked for, and a change under them is seen", async () => {
  for (const entries of [4, 3, 2]) {
    await record(entries);
    await sealAudit(anHourFromNow());
  }
  const [first, , third] = await db().auditSeal.findMany({ orderBy: { id: "asc" } });
  expect(await checkNewestSeals(db(), 5)).toEqual({ lastSealedAt: third!.sealedAt, seals: 2, hold: true });
  expect(await checkNewestSeals(db(), 1)).toMatchObject({ seals: 1, hold: true });
  expect(await checkNewestSeals(db(), 100)).toMatchObject({ seals: 3, hold: true });
  await tamper(`UPDATE "AuditEntry" SET facts = '{"place": 9}' WHERE id = ${first!.fromEntryId}`);
  expect(await checkNewestSeals(db(), 5)).toMatchObject({ hold: true });
  expect(await checkNewestSeals(db(), 100)).toMatchObject({ hold: false });
  await tamper(`DELETE FROM "AuditSeal" WHERE id = ${first!.id}`);
  expect(await checkNewestSeals(db(), 5)).toMatchObject({ seals: 1, hold: false });
});
