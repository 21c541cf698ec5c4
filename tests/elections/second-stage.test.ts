// Places that are filled once the others are: who can be missing, and what is reserved for them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { gapsToChoose, gapValue, missingSectors, readSecondStage, reservesFor } from "#app/elections/second-stage.ts";

const gaps = gapsToChoose(["faith"]);
const whole = { "title-en": "Whoever is missing", seats: "2", "justification-en": "None has ever sat.", first: "first" };
const known = { gaps, free: 3, elections: [{ id: "first" }] };
const codes = (entries: Record<string, string>, chosen: string[] = ["sector:faith"]) => {
  const read = readSecondStage({ ...whole, ...entries }, chosen, known);
  return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
};

test("a sector is missing that a network can bring in and nobody sits for; public bodies are none of a network's", () => {
  expect(missingSectors(["council", "voluntary-community", null])).toEqual(["private", "faith", "residents"]);
  expect(missingSectors(["private", "faith", "residents", "voluntary-community"])).toEqual([]);
});

test("places can be kept for what is missing and for what people say of themselves, not for those who say nothing or that nothing is so", () => {
  const values = gaps.map(gapValue);
  expect(values).toEqual(expect.arrayContaining(["sector:faith", "age-band:16-24", "sex:female", "condition:yes"]));
  expect(values.filter((value) => value.endsWith(":no") || value.includes("prefer"))).toEqual([]);
});

test("a name, a reason, somebody who is missing and no more places than are free are asked for", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ "title-en": "", "justification-en": "", seats: "4" }, [])).toEqual(["title-en title-missing", "seats seats-free", "gap gap-missing", "justification-en justification"]);
  expect(codes({ seats: "1" }, ["age-band:16-24", "age-band:u16"])).toEqual(["gap leasts-over-seats"]);
  expect(codes({ seats: "1" }, ["age-band:16-24", "sex:female"])).toEqual([]);
  expect(codes({}, ["age-band:16-24", "sex:female", "sector:faith", "religion:sikh", "ethnic-group:black"])).toEqual(["gap gap-categories"]);
  const read = readSecondStage({ ...whole, first: "another" }, ["sector:faith", "sector:unknown"], known);
  expect(read.ok && read.value).toMatchObject({ seats: 2, gaps: [{ category: "sector", group: "faith" }], firstStageId: null });
});

test("each group that was chosen has one place at least, and no category keeps more than there are places", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...gaps), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (chosen, seats) => {
      const read = readSecondStage({ ...whole, seats: String(seats) }, chosen.map(gapValue), known);
      if (!read.ok) return;
      let count = 0;
      const reserves = reservesFor(read.value, { category: (category) => ({ en: category }), group: ({ group }) => ({ en: group }) }, () => String((count += 1)));
      expect(reserves.flatMap(({ groups }) => groups.map(({ name }) => name.en)).sort()).toEqual(chosen.map(({ group }) => group).sort());
      for (const { groups, justification } of reserves) {
        expect(groups.every(({ least, most }) => least === 1 && most === null)).toBe(true);
        expect(groups.length).toBeLessThanOrEqual(seats);
        expect(justification.en).toBe("None has ever sat.");
      }
    }),
  );
});
