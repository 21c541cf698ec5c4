import { expect, test } from "vitest";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { saveLetter } from "#app/shared/mail.server.ts";

const sender = { partnershipId: null, name: "Marlshire Partnership", address: "hello@marlshire.example" };
const letter = { kind: "consultations/receipt", to: "bronwen@example.org", language: "cy" as const, subject: "Diolch", text: "Diolch.\n" };

const jobs = () => db().$queryRaw<{ line: string }[]>`SELECT row_to_json(j)::text AS line FROM graphile_worker._private_jobs j`;

test("a letter is saved with what it tells, or not at all", async () => {
  const undone = inTransaction(async (transaction) => {
    await saveLetter(transaction, sender, letter);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await db().letter.count()).toBe(0);
  expect(await jobs()).toEqual([]);
});

test("a saved letter is due, and its job names it without its address", async () => {
  await inTransaction((transaction) => saveLetter(transaction, sender, letter));
  const saved = await db().letter.findFirst();
  expect(saved).toMatchObject({ sentAt: null, failedAt: null, attempts: 0 });
  expect(saved!.nextAttemptAt!.getTime()).toBeLessThanOrEqual(Date.now());
  const [job, ...more] = await jobs();
  expect(more).toEqual([]);
  expect(job?.line).toContain(saved!.id);
  expect(job?.line).not.toContain("bronwen");
});
