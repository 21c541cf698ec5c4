import { expect, test } from "vitest";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { addJob, freeAbandonedJobs } from "#app/shared/jobs.server.ts";

test("a job whose taker did not live to end it is given back after a quarter of an hour, one just taken is not", async () => {
  const now = new Date();
  const takenAt = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000);
  for (const storageKey of ["long ago", "just now"]) await inTransaction((transaction) => addJob(transaction, "remove-bytes", { storageKey }));
  const take = (storageKey: string, minutesAgo: number) => db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = ${takenAt(minutesAgo)}, locked_by = ${storageKey} WHERE payload->>'storageKey' = ${storageKey}`;
  await take("long ago", 16);
  await take("just now", 14);
  await freeAbandonedJobs(now);
  const jobs = await db().$queryRaw<{ taker: string | null; attempts: number }[]>`
    SELECT locked_by AS taker, attempts FROM graphile_worker.jobs ORDER BY id`;
  expect(jobs.map(({ taker }) => taker)).toEqual([null, "just now"]);
});
