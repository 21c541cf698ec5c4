import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaMismatch, overlapsOf, themeOwners, type ComparedBody } from "#app/bodies/overlap.ts";

function body(id: string, wanted: Partial<Omit<ComparedBody, "people">> & { people?: string[] } = {}): ComparedBody {
  const { people = [], ...rest } = wanted;
  return { id, parentId: null, themes: [], crossCutting: [], areaCodes: [], ...rest, people: new Set(people) };
}

describe("bodies that overlap", () => {
  test("are those half of whose people sit on both", () => {
    const [one, other] = [body("health", { people: ["a", "b", "c", "d"] }), body("care", { people: ["a", "b", "x", "y", "z"] })];
    expect(overlapsOf([one, other])).toEqual([{ one: "health", other: "care", people: 2, ofPeople: 4, themes: [], areas: null }]);
    expect(overlapsOf([one, body("care", { people: ["a", "x", "y"] })])).toEqual([]);
  });

  test("are those of one theme in one area, even where nobody sits on both", () => {
    const north = body("north", { themes: ["health"], areaCodes: ["E1", "E2"] });
    expect(overlapsOf([north, body("middle", { themes: ["health"], areaCodes: ["E2", "E3"] })])).toMatchObject([{ themes: ["health"], areas: ["E2"] }]);
    expect(overlapsOf([north, body("whole", { themes: ["health"] })])).toMatchObject([{ areas: null }]);
    expect(overlapsOf([north, body("south", { themes: ["health"], areaCodes: ["E9"] })])).toEqual([]);
    expect(overlapsOf([north, body("crime", { themes: ["crime"], areaCodes: ["E1"] })])).toEqual([]);
  });

  test("a board is not said to overlap with the groups below it, which it is made of", () => {
    const people = ["a", "b", "c"];
    const tree = [body("board", { people }), body("group", { parentId: "board", people }), body("task", { parentId: "group", people })];
    expect(overlapsOf(tree)).toEqual([]);
    expect(overlapsOf([...tree, body("twin", { parentId: "board", people })]).map(({ one, other }) => [one, other])).toEqual([["group", "twin"], ["task", "twin"]]);
  });

  test("are each told once, whichever comes first", () => {
    const anyBodies = fc.uniqueArray(fc.record({ id: fc.string(), people: fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 }) }), { selector: ({ id }) => id, maxLength: 8 });
    fc.assert(
      fc.property(anyBodies, (wanted) => {
        const bodies = wanted.map(({ id, people }) => body(id, { people }));
        const pairs = (of: readonly ComparedBody[]) => overlapsOf(of).map(({ one, other, people }) => JSON.stringify([[one, other].sort(), people])).sort();
        expect(new Set(pairs(bodies)).size).toBe(pairs(bodies).length);
        expect(pairs([...bodies].reverse())).toEqual(pairs(bodies));
      }),
    );
  });
});

describe("areas that do not match", () => {
  test("are where a body is and its member is not, and where its member is and the body is not", () => {
    expect(areaMismatch(["E1", "E2"], ["E2", "E3"])).toEqual({ missing: ["E1"], beyond: ["E3"] });
    expect(areaMismatch(["E1"], ["E1"])).toBeNull();
  });

  test("whoever names no area works everywhere", () => {
    expect(areaMismatch([], ["E1"])).toBeNull();
    expect(areaMismatch(["E1"], [])).toBeNull();
  });
});

test("a theme that bodies only keep in mind has no owner", () => {
  const bodies = [body("green", { themes: ["environment"], crossCutting: ["culture"] }), body("arts", { crossCutting: ["environment", "culture"] })];
  expect(themeOwners(["environment", "culture", "transport"], bodies)).toEqual([
    { theme: "environment", owners: ["green"], keptInMindBy: ["arts"] },
    { theme: "culture", owners: [], keptInMindBy: ["green", "arts"] },
    { theme: "transport", owners: [], keptInMindBy: [] },
  ]);
});
