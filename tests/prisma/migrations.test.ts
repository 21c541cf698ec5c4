// Every migration after the foundation adds and takes nothing away, so that going back a release needs no way down.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { breaksEarlierReleases } from "#app/shared/migration.ts";
import { problemsOf } from "#tests/support/migration-rules.ts";

const names = readdirSync("prisma/migrations").filter((name) => /^\d/.test(name)).sort();
const [foundation, ...later] = names;

/** Where somebody has looked and the rule is too strict: the statement's beginning, and why the release before goes on working. */
const lookedAt: Record<string, { begins: string; because: string }[]> = {
  "20261204120000_seats": [
    { begins: 'ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_partnershipId_fromId_fkey"', because: "the key is of a new column, which the release before leaves empty" },
  ],
  "20261204150000_structure_is_published": [{ begins: "CREATE TRIGGER structure_is_published", because: "it tells that something changed, and refuses and changes nothing" }],
  "20261206470000_texts_of_a_question": [{ begins: 'DROP INDEX "AnswerText_consultationId_questionId_id_idx"', because: "whatever was found by it is found by the longer one that begins with the same columns" }],
};

test("migrations are named so that their order is that of their times", () => {
  expect(foundation).toBe("20261121000000_foundation");
  for (const name of names) expect(name).toMatch(/^\d{14}_[a-z0-9_]+$/);
  expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(names.length);
});

test.each(later)("%s leaves the release before working", (name) => {
  if (breaksEarlierReleases(name)) return;
  const exceptions = lookedAt[name] ?? [];
  const problems = problemsOf(readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8"));
  const unseen = problems.filter((problem) => !exceptions.some(({ begins }) => problem.includes(`: ${begins}`)));
  expect(unseen, "make it additive, or name it …_breaks_… and say so in the release notes (docs/upgrading.md)").toEqual([]);
});
