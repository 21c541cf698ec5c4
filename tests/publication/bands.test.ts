import fc from "fast-check";
import { expect, test } from "vitest";
import { CountedColumns } from "#app/consultations/counted-columns.ts";
import { bandName } from "#app/publication/band-words.ts";
import { bandId, bandOf, bandsFor, type Figured } from "#app/publication/bands.ts";
import { crossTable, oneWayTable, type Variable } from "#app/publication/tables.ts";
import { wordsFor } from "#app/shared/words.server.ts";

const common = { id: "q", label: { en: "How much?" } };
const pounds: Figured = { ...common, type: "money" };
const years: Figured = { ...common, type: "number", min: 0, max: 100 };
const tenths: Figured = { ...common, type: "number", decimals: 1 };
const day: Figured = { ...common, type: "date" };
const coins: Figured = { ...common, type: "point-budget", points: 20, unit: { en: "coins" }, options: [{ id: "buses", label: { en: "Buses" } }, { id: "paths", label: { en: "Paths" } }] };

test("every figure falls into the one band whose ends it lies between, and bands follow one another", () => {
  for (const question of [pounds, years, tenths, day]) {
    const bands = bandsFor([question], 2026);
    for (const [index, { to }] of bands.entries()) if (index + 1 < bands.length) expect(bands[index + 1]!.from).toBe(to! + 1);
    const values = question === years ? fc.integer({ min: 0, max: 100 }) : fc.integer({ min: -200_000_000, max: 200_000_000 });
    fc.assert(
      fc.property(values, (value) => {
        const within = bands.filter(({ from, to }) => (from ?? -Infinity) <= value && value <= (to ?? Infinity));
        expect(within.map(bandId)).toEqual([bandOf(bands, String(value))]);
      }),
    );
  }
});

test("a question with a least and a most has a few equal bands, one without has a ladder, a day the years around", () => {
  expect(bandsFor([years], 2026).slice(0, 2)).toEqual([{ from: 0, to: 9 }, { from: 10, to: 19 }]);
  expect(bandsFor([pounds], 2026).slice(0, 4)).toEqual([{ from: null, to: -1 }, { from: 0, to: 99 }, { from: 100, to: 199 }, { from: 200, to: 499 }]);
  expect(bandsFor([{ ...pounds, min: 0 }], 2026)[0]).toEqual({ from: 0, to: 99 });
  expect(bandsFor([tenths], 2026)[2]).toEqual({ from: 10, to: 19 });
  expect(bandsFor([{ ...day, earliest: "2026-01-01" }], 2026)[0]).toEqual({ from: 20_454, to: 20_818 });
  expect(bandsFor([coins], 2026)[0]).toEqual({ from: 1, to: 1 });
});

test("of several versions the furthest bounds count, and none where one allows everything", () => {
  expect(bandsFor([years, { ...years, max: 120 }], 2026).at(-1)).toEqual({ from: 120, to: 139 });
  expect(bandsFor([years, { ...years, max: undefined }], 2026).at(-1)).toEqual({ from: 1_000_000, to: null });
});

test("people are counted under their bands, alone and by group", () => {
  const columns = new CountedColumns(4);
  for (const [held, group] of [["50", "a"], ["99", "a"], ["150", "b"], ["700", "b"]] as const) {
    columns.add({ channel: "online", language: "en", respondent: "individual", receivedAt: new Date(0), closed: { q: held, group } });
  }
  const bands = bandsFor([{ ...pounds, min: 0, max: 999 }], 2026);
  const variable: Variable = { key: "q", values: bands.map(bandId), isSeveral: false, care: "ordinary", valueFor: (held) => bandOf(bands, held) };
  const { base, figures } = oneWayTable(columns, {}, variable);
  expect([base, figures.filter(([, , count]) => count > 0)]).toEqual([4, [["0..99", null, 2], ["100..199", null, 1], ["700..799", null, 1]]]);
  const group = { key: "group", values: ["a", "b"], isSeveral: false, care: "ordinary" as const, isEverybody: false };
  const cross = crossTable(columns, {}, variable, group);
  expect(cross.figures.filter(([row, column, count]) => row !== null && column !== null && count > 0)).toEqual([["0..99", "a", 2], ["100..199", "b", 1], ["700..799", "b", 1]]);
});

test("a range is told in the unit of its question, a whole year by its number, and one of a unit without it", () => {
  const words = wordsFor("en");
  const [before, first] = bandsFor([day], 2026);
  expect([bandName(day, before!, words), bandName(day, first!, words)]).toEqual(["Before 1 January 2016", "2016"]);
  expect(bandName(day, { from: 20_454, to: 20_600 }, words)).toBe("1 January 2026 to 27 May 2026");
  expect([bandName(coins, { from: 1, to: 1 }, words), bandName(coins, { from: 2, to: 3 }, words)]).toEqual(["1", "2 to 3 coins"]);
  expect(bandName(pounds, { from: 100, to: 199 }, words)).toBe("£1 to £1.99");
});
