// What is told where only the order is.
import { expect, test } from "vitest";
import { ballotFile, isSalted, rulesText } from "#app/elections/ballot-file.ts";
import { usualHead } from "#app/elections/election.ts";
import { orderJson, orderOf, tellsOrderOnly } from "#app/elections/order-only.ts";
import { isBelowTurnout } from "#app/elections/outcome.ts";
import { rulesOf } from "#app/counting/rule-sets.ts";
import { sha256 } from "#app/shared/keys.server.ts";

const contest = { title: "Chair", candidates: ["Ann", "Bob", "Cai", "Dee"], seats: 2, withdrawn: [], ballots: [{ papers: 3, preferences: [1, 4] }, { papers: 2, preferences: [2] }, { papers: 2, preferences: [3] }, { papers: 1, preferences: [4, 3] }] };
const prepared = (issued: number) => [{ kind: "poll-prepared" as const, facts: { issued } }];

test("only the order is told where that was announced and fewer than ten could vote when the poll was prepared, or can now", () => {
  expect(tellsOrderOnly({ resultsDetail: "order", issued: 9, steps: prepared(9) })).toBe(true);
  expect(tellsOrderOnly({ resultsDetail: "order", issued: 12, steps: prepared(9) })).toBe(true);
  expect(tellsOrderOnly({ resultsDetail: "order", issued: 9, steps: prepared(12) })).toBe(true);
  expect(tellsOrderOnly({ resultsDetail: "order", issued: 10, steps: prepared(10) })).toBe(false);
  expect(tellsOrderOnly({ resultsDetail: "counts", issued: 3, steps: prepared(3) })).toBe(false);
  expect(tellsOrderOnly({ resultsDetail: "order", issued: null, steps: [] })).toBe(false);
});

test("the order holds everybody once, those elected first, the ties a lot decided, and no figure but numbers of candidates and places", () => {
  const order = orderOf(rulesOf.scottish.count(contest, { reserved: [], lots: [1, 3, 2, 4] }));
  expect(order).toEqual({ title: "Chair", rules: "scottish", seats: 2, candidates: contest.candidates, elected: [1, 3], order: [1, 3, 2, 4], lots: [], reserves: [] });
  const tied = { ...contest, seats: 1, ballots: [{ papers: 2, preferences: [1] }, { papers: 2, preferences: [2] }] };
  expect(orderOf(rulesOf.fptp.count(tied, { reserved: [], lots: [2, 1, 3, 4] })).lots).toEqual([{ kind: "elect", tied: [1, 2], chosen: 2 }]);
  expect(orderJson(order, "ab")).not.toMatch(/votes|valid|quota|stage|\d\.\d/);
});

test("what few can have cast cannot be tried out against a hash, unless the ballots are published whole", () => {
  expect([isSalted(usualHead), isSalted({ ...usualHead, publication: "full" }), isSalted({ ...usualHead, publication: "full", resultsDetail: "order" })]).toEqual([true, false, true]);
  expect(sha256(ballotFile(contest, "A"))).not.toBe(sha256(ballotFile(contest, "B")));
  expect(ballotFile(contest, "7KQ2")).toContain('"Chair (7KQ2)"');
  expect(rulesText({ ...usualHead, resultsDetail: "order" })).toContain('"resultsDetail":"order"');
  expect(rulesText(usualHead)).not.toContain("resultsDetail");
});

test("fewer voted than must where their share of the roll is smaller than the notice says, and not where it is as large", () => {
  const totals = { returned: 5, issued: 10 };
  expect([50, 51].map((turnoutLeast) => isBelowTurnout({ turnoutLeast, totals }))).toEqual([false, true]);
  expect([isBelowTurnout({ turnoutLeast: null, totals }), isBelowTurnout({ turnoutLeast: 50, totals: null })]).toEqual([false, false]);
});
