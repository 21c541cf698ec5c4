// Reserved places from files and into them.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCon, writeCon } from "#app/counting/con.ts";
import type { ReservedCategory } from "#app/counting/contest.ts";
import { fileProblemInWords } from "#app/counting/in-english.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const reserves: ReservedCategory[] = [
  {
    name: "sector",
    groups: [
      { name: "health", min: 1, max: 2, members: [1, 4] },
      { name: "the rest", min: 0, max: 3, members: [2, 3, 5] },
    ],
  },
  { name: "size", groups: [{ name: 'called "small"', min: 1, max: 1, members: [5] }] },
];

test("groups are read with their categories, and 99 is no maximum", () => {
  const text = '\uFEFF# of 2026\r\n"sector" "health" 1 2 1 4\r\n\r\n"size" "called ""small""" 1 1 5 # one\r\n"sector" "the rest" 0 99 2 3 5\r\n';
  expect(readCon(text, 5)).toEqual({ ok: true, value: reserves });
  expect(readCon("sector health 1 2 1 4\n", 5)).toEqual({ ok: true, value: [{ name: "sector", groups: [reserves[0]!.groups[0]] }] });
});

test("what is written is read as it was", () => {
  const bound = fc.oneof(fc.nat(5), fc.constantFrom(99, 100));
  const group = fc.record({ name: fc.string().map((name) => name.replace(/\s/g, " ")), min: fc.nat(5), more: bound, members: fc.uniqueArray(fc.integer({ min: 1, max: 120 })) });
  const category = fc.record({ name: fc.string().map((name) => name.replace(/\s/g, " ")), groups: fc.uniqueArray(group, { minLength: 1, maxLength: 4, selector: ({ name }) => name }) });
  fc.assert(
    fc.property(fc.uniqueArray(category, { minLength: 1, maxLength: 3, selector: ({ name }) => name }), (drawn) => {
      const categories = drawn.map(({ name, groups }): ReservedCategory => {
        const taken = new Set<number>();
        return {
          name,
          groups: groups.map(({ more, members, ...rest }) => {
            const own = members.filter((candidate) => !taken.has(candidate));
            for (const candidate of own) taken.add(candidate);
            return { ...rest, max: rest.min + more, members: own };
          }),
        };
      });
      const read = readCon(writeCon(categories), 120);
      // because 99 stands for none, a most of 99 comes back as one that no number of places reaches either
      const alike = categories.map(({ name, groups }) => ({ name, groups: groups.map((one) => ({ ...one, max: one.max === 99 && one.members.length !== 99 ? 100 : one.max })) }));
      expect(read).toEqual({ ok: true, value: alike });
    }),
  );
});

test("the file of Hill's programs says who is guarded", () => {
  expect(readCon("11 6\n10\n0\n", 11)).toEqual({ ok: true, value: [{ name: "guarded", groups: [{ name: "guarded", min: 1, max: 1, members: [10] }] }] });
  expect(readCon("11 6 10 3 0", 11)).toEqual({ ok: true, value: [{ name: "guarded", groups: [{ name: "guarded", min: 2, max: 2, members: [10, 3] }] }] });
  expect(readCon("11 6\n0\n", 11)).toEqual({ ok: true, value: [] });
});

describe("what is wrong is told with its line", () => {
  test.each<[string, string, string]>([
    ["nothing", "\n\n", "line 1: there is nothing in the file"],
    ["a line too short", '"a" "b" 1\n', "line 1: a category, a group, the fewest, the most and the candidates were expected"],
    ["a name without its end", '"a" "b 1 2 3\n', 'line 1: what begins with " here is nowhere ended'],
    ["a number that is none", '"a" "b" one 2 3\n', "line 1: a whole number was expected, and “one” stands there"],
    ["a number below none", '"a" "b" 0 2 -3\n', "line 1: a whole number was expected, and “-3” stands there"],
    ["more than the most", '"a" "b" 1 2 3\n\n"a" "c" 3 2 4\n', "line 3: the fewest, 3, are more than the most, 2"],
    ["somebody who is not there", '"a" "b" 1 2 6\n', "line 1: there is no candidate 6; they are numbered 1 to 5"],
    ["somebody twice", '"a" "b" 1 2 3 3\n', "line 1: candidate 3 is listed twice"],
    ["somebody in two groups", '"a" "b" 1 2 3\n"a" "c" 0 2 3\n', "line 2: candidate 3 is in two groups of “a”"],
    ["a group twice", '"a" "b" 1 2 3\n"a" "b" 0 2 4\n', "line 2: the group “b” of “a” stands in the file twice"],
    ["the guarded of another contest", "6 2\n1\n0\n", "line 1: these reserves are for 6 candidates, and the contest has 5"],
    ["the guarded without an end", "5 2\n1\n", "line 2: a whole number was expected, and “1” stands there"],
    ["somebody guarded twice", "5 2\n1\n1\n0\n", "line 3: candidate 1 is listed twice"],
  ])("%s", (_, text, expected) => {
    const read = readCon(text, 5);
    expect(read.ok ? read.value : fileProblemInWords(read.problem)).toBe(expected);
  });
});

test.skipIf(!sharedFile("elections"))("a real file is read whole", () => {
  const read = readCon(readFileSync(sharedFile("elections/constraints/scot-angus_2022_ward3/constraints.con")!, "utf8"), 8);
  expect(read.ok && read.value.map(({ name, groups }) => [name, groups.map(({ min, max, members }) => [min, max, members.length])])).toEqual([
    ["sex", [[2, 4, 4], [1, 4, 4]]],
    ["reserved", [[1, 4, 2], [0, 4, 6]]],
  ]);
});
