import { expect, test } from "vitest";
import type { Finding } from "#app/evidence/finding.ts";
import { listFindings, publishFinding } from "#app/evidence/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildPartnership } from "#tests/support/factories.ts";

const now = new Date("2026-03-04T10:00:00Z");

function finding(wanted: Partial<Finding> = {}): Finding {
  return {
    sourceSubject: "consultations",
    sourceId: "c1",
    kind: "responses-received",
    statement: { en: "12 responses were received", cy: "Daeth 12 ymateb i law", ur: "12 جوابات موصول ہوئے" },
    figure: { count: 12, base: 14, of: "responses" },
    method: "count",
    ...wanted,
  };
}

test("a finding of one kind from one source is published once, and the first stands", async () => {
  const { id } = await buildPartnership();
  const publish = (one: Finding) => inTransaction((transaction) => publishFinding(transaction, id, one, now));
  expect(await publish(finding({ sourceId: "c2" }))).toBe(true);
  expect(await publish(finding({ sourceId: "c2", figure: { count: 99, base: 99, of: "responses" } }))).toBe(false);
  const { findings } = await listFindings(db(), { partnershipId: id });
  expect(findings).toMatchObject([{ figure: { count: 12, base: 14, of: "responses" }, publishedAt: now }]);
});

test("two processes that learn the same thing at once publish it once", async () => {
  const { id } = await buildPartnership();
  const publish = () => inTransaction((transaction) => publishFinding(transaction, id, finding({ sourceId: "c3" }), now));
  expect((await Promise.all([publish(), publish()])).sort()).toEqual([false, true]);
});

test("a finding is published with what it tells or not at all", async () => {
  const { id } = await buildPartnership();
  const undone = inTransaction(async (transaction) => {
    await publishFinding(transaction, id, finding({ sourceId: "c4" }), now);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect((await listFindings(db(), { partnershipId: id })).findings).toEqual([]);
});

test("a figure greater than its base is refused", async () => {
  const { id } = await buildPartnership();
  const wrong = finding({ figure: { count: 15, base: 14, of: "responses" } });
  await expect(inTransaction((transaction) => publishFinding(transaction, id, wrong, now))).rejects.toThrow();
});

test("findings are listed newest first, a page at a time, and only those of the partnership", async () => {
  const { id } = await buildPartnership();
  const other = await buildPartnership();
  await inTransaction(async (transaction) => {
    for (const day of [1, 2, 3]) {
      await publishFinding(transaction, id, finding({ sourceId: `d${day}` }), new Date(`2026-03-0${day}T10:00:00Z`));
    }
    await publishFinding(transaction, other.id, finding({ sourceId: "elsewhere" }), now);
  });
  const first = await listFindings(db(), { partnershipId: id, most: 2 });
  expect(first.findings.map(({ sourceId }) => sourceId)).toEqual(["d3", "d2"]);
  const second = await listFindings(db(), { partnershipId: id, most: 2, after: first.nextAfter });
  expect(second.findings.map(({ sourceId }) => sourceId)).toEqual(["d1"]);
  expect(second.nextAfter).toBeNull();
});
