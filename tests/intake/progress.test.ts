// How far people got who began and have not sent, and who is missing.
import { expect, test } from "vitest";
import { missingTypes, mostFrequent, stagesOf } from "#app/intake/progress.ts";
import { buildDefinition } from "#tests/support/factories.ts";

test("drafts stand where the page they passed last is, whatever page of its section that was", () => {
  const drafts = [
    { page: null, count: 3, recent: 1 },
    { page: "priorities", count: 2, recent: 2 },
    { page: "bus", count: 1, recent: 0 },
    { page: "of-an-earlier-version", count: 1, recent: 0 },
    { page: "sending/about-you", count: 4, recent: 1 },
  ];
  expect(stagesOf(buildDefinition(), drafts).map(({ at, count, recent }) => [at, count, recent])).toEqual([
    ["beginning", 4, 1],
    ["section", 3, 2],
    ["sending", 4, 1],
  ]);
});

test("whoever has not answered is missing, and nobody else", () => {
  expect(missingTypes([{ key: "individual", count: 3 }, { key: "mp", count: 1 }])).not.toContain("mp");
  expect(missingTypes([])).toContain("organisation");
});

test("beyond twenty areas the rest are told together, so that the bars add up to all", () => {
  const sectors = Array.from({ length: 25 }, (_, index) => ({ key: `GL${index} 1`, count: 1 }));
  const { shown, others } = mostFrequent(sectors);
  expect([shown.length, others.count]).toEqual([20, 5]);
});
