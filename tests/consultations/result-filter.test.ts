import { describe, expect, test } from "vitest";
import { sidesOf } from "#app/consultations/cross-tabulation.ts";
import { chosenIn, everything, isFiltered, partOf, pathWith, readResultFilter } from "#app/consultations/result-filter.ts";
import { everyType } from "#tests/support/forms.ts";

const sides = sidesOf([{ number: 1, definition: everyType() }]);
const read = (query: string) => readResultFilter(new URLSearchParams(query), sides);

test("nothing asked for is everything", () => {
  expect(read("")).toMatchObject({ filter: everything, problems: [] });
  expect(isFiltered(read("channel=&answer=&from-day=").filter)).toBe(false);
  expect(pathWith("/results", everything)).toBe("/results");
});

test("what is asked for stands in the address as it was read from it", () => {
  const { filter, problems } = read("channel=letter&language=cy&answer=several-choices:park&answer=matrix.monday:morning&from-day=1&from-month=3&from-year=2026&to-day=٣١&to-month=March&to-year=2026&after=x");
  expect(problems).toEqual([]);
  expect(filter).toEqual({
    said: [
      { key: ".channel", value: "letter" },
      { key: ".language", value: "cy" },
      { key: "several-choices", value: "park" },
      { key: "matrix.monday", value: "morning" },
    ],
    from: "2026-03-01",
    to: "2026-03-31",
  });
  expect(readResultFilter(new URL(pathWith("http://x/results", filter, { rows: "bus" })).searchParams, sides).filter).toEqual(filter);
  expect(partOf(filter)).toMatchObject({ answered: filter.said, from: new Date("2026-03-01T00:00:00Z"), until: new Date("2026-03-31T23:00:00Z") });
});

test("what no form ever offered is left out, and what is asked for twice is asked for once", () => {
  expect(read("channel=pigeon&answer=one-choice:nothing&answer=equality:white&answer=rating:5&answer=rating:5").filter.said).toEqual([{ key: "rating", value: "5" }]);
});

describe("days", () => {
  test.each([
    ["from-day=31&from-month=2&from-year=2026", [{ field: "from", code: "not-a-day" }]],
    ["to-day=3", [{ field: "to", code: "not-a-day" }]],
    ["from-day=2&from-month=3&from-year=2026&to-day=1&to-month=3&to-year=2026", [{ field: "to", code: "ends-before" }]],
  ])("%s cannot be", (query, problems) => {
    expect(read(query).problems).toEqual(problems);
  });

  test("what was typed is kept", () => {
    expect(read("from-day=31&from-month=2&from-year=2026").typed).toMatchObject({ "from-day": "31", "from-month": "2", "from-year": "2026", "to-day": "" });
  });
});

test("each thing that was chosen can be taken away alone", () => {
  const { filter } = read("channel=letter&answer=rating:5&from-day=1&from-month=3&from-year=2026");
  const chosen = chosenIn(filter, sides);
  expect(chosen.map(({ id }) => id)).toEqual([".channel:letter", "rating:5", "from"]);
  expect(chosen.map(({ without }) => pathWith("", without))).toEqual([
    "?answer=rating%3A5&from-day=1&from-month=3&from-year=2026",
    "?channel=letter&from-day=1&from-month=3&from-year=2026",
    "?channel=letter&answer=rating%3A5",
  ]);
});
