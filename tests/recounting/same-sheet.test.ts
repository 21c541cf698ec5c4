import { describe, expect, it } from "vitest";
import type { Sheet } from "#app/counting/sheet.ts";
import { recount, sameSheet } from "#app/recounting/recount.ts";

const sheet = recount(
  "scottish",
  { title: "Board", candidates: ["Ann", "Bo", "Cy"], seats: 1, withdrawn: [], ballots: [{ papers: 2, preferences: [1] }, { papers: 3, preferences: [2, 1] }] },
  { lots: [1, 2, 3], reserved: [] },
);

const changed = (change: Partial<Sheet>): Sheet => ({ ...sheet, ...change });

describe("Two sheets", () => {
  it("agree where every part is the same", () => {
    expect(sheet.elected).toEqual([2]);
    expect(sameSheet(sheet, structuredClone(sheet))).toBeNull();
  });

  it("part at the first thing that is not the same", () => {
    const stages = sheet.stages.map((stage) => ({ ...stage, votes: { ...stage.votes, 1: "2.00001" } }));
    expect(sameSheet(sheet, changed({ stages, elected: [2] }))).toEqual({ at: ["stages", 0, "votes", "1"], first: '"2.00000"', second: '"2.00001"' });
    expect(sameSheet(sheet, changed({ elected: [1] }))).toEqual({ at: ["elected", 0], first: "2", second: "1" });
  });

  it("part where one says more than the other", () => {
    const tie = { stage: 2, kind: "exclude" as const, tied: [1, 3], chosen: 3, by: "lot" as const };
    expect(sameSheet(sheet, changed({ ties: [tie] }))).toEqual({ at: ["ties", 0], first: null, second: JSON.stringify(tie) });
    expect(sameSheet(changed({ quota: null }), sheet)).toEqual({ at: ["quota"], first: "null", second: '"3"' });
  });

  it("part where the same is said in another order, which other bytes show", () => {
    const { title, ...rest } = sheet;
    expect(sameSheet(sheet, { ...rest, title })?.at).toEqual([]);
  });
});
