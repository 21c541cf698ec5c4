import { expect, test } from "vitest";
import { lineAsTyped, readLine, readTotals, totalsAsTyped, type LineSaid } from "#app/bodies/line-form.ts";

const choices = { within: ["around"], organisations: ["cvs"], networks: ["network"] };
const typed = { ...lineAsTyped(null), "holder-en": "Community representatives", sector: "voluntary-community", basis: "elected", count: "6" };
const codes = (entries: Record<string, string>) => {
  const read = readLine({ ...typed, ...entries }, choices);
  return read.ok ? [] : read.problem.map(({ field, code }) => `${field} ${code}`);
};

test("a line says for whom, of which sector, how it is filled and how many; terms are as they usually are", () => {
  expect(codes({})).toEqual([]);
  expect(readLine(typed, choices)).toMatchObject({ ok: true, value: { count: 6, countMost: null, termInMonths: 36, mostTerms: 2, isVoting: true } });
  expect(codes({ "holder-en": "", sector: "", basis: "", howMany: "" })).toEqual(["holder-en missing", "sector choose", "basis choose", "howMany choose"]);
});

test("seats kept for some need how many, for whom and why that is right", () => {
  expect(codes({ reservedLeast: "1" })).toEqual(["reserved-en missing", "reservedFor-en reason"]);
  expect(codes({ "reserved-en": "A group of minority ethnic people" })).toEqual(["reservedLeast reserve-order"]);
  expect(codes({ reservedLeast: "1", "reserved-en": "A group", "reservedFor-en": "Nobody of them sat before" })).toEqual([]);
});

test("numbers that contradict each other are said", () => {
  expect(codes({ howMany: "between", count: "5", countMost: "3" })).toEqual(["countMost most"]);
  expect(codes({ basis: "pool", count: "8", poolSize: "5" })).toEqual(["poolSize pool"]);
  expect(codes({ basis: "organisation" })).toEqual(["organisation organisation"]);
  expect(codes({ within: "another", network: "none" })).toEqual(["within choose", "network choose"]);
});

test("a line comes back out of its form as it went in", () => {
  const said: LineSaid = {
    ...{ holder: { en: "Crime", cy: "Trosedd" }, sector: "public", basis: "pool", withinId: "around", count: 0, countMost: 5, poolSize: 15 },
    ...{ chosenBy: { en: "The network" }, organisationId: "cvs", networkId: "network", termInMonths: 24, mostTerms: 3, isVoting: false, isRequired: true },
    ...{ reserves: [{ least: 1, criterion: { en: "Police" }, justification: { en: "Law" } }], roleDescription: { en: "Comes\n\nand tells" } },
  };
  expect(readLine(lineAsTyped({ id: "x", ...said }), choices)).toEqual({ ok: true, value: said });
  const rest = { ...said, count: null, countMost: null, poolSize: null, basis: "fixed" as const };
  expect(readLine(lineAsTyped({ id: "x", ...rest }), choices)).toEqual({ ok: true, value: rest });
});

test("a share promised to some sectors says which, and comes back as it went in", () => {
  const whole = { turns: null, totalLeast: 12, totalMost: 17, rules: [{ kind: "share" as const, sectors: ["faith" as const, "residents" as const], least: 50, most: null }] };
  expect(readTotals(totalsAsTyped(whole))).toEqual({ ok: true, value: whole });
  expect(readTotals(totalsAsTyped({ totalLeast: null, totalMost: null, rules: [], turns: null }))).toMatchObject({ ok: true, value: { rules: [] } });
  expect(readTotals({ totalLeast: "9", totalMost: "3", shareLeast: "120", shareSectors: "" })).toMatchObject({ problem: [{ field: "shareLeast", code: "number" }, { field: "totalMost", code: "most" }, { field: "shareSectors" }] });
});

test("turns need a number of them and a day that every month has; both or neither", () => {
  const whole = { totalLeast: null, totalMost: null, rules: [], turns: { turns: 3, from: "2026-10-01" } };
  expect(readTotals(totalsAsTyped(whole))).toEqual({ ok: true, value: whole });
  const day = (date: string) => totalsAsTyped({ ...whole, turns: { turns: 3, from: date } });
  expect(readTotals(day("2026-10-29"))).toMatchObject({ problem: [{ field: "turnsFrom-day", code: "turns-day", most: 28 }] });
  expect(readTotals({ ...day("2026-10-01"), turns: "" })).toMatchObject({ problem: [{ field: "turns", code: "turns-number" }] });
  expect(readTotals({ ...day("2026-10-01"), turns: "1" })).toMatchObject({ problem: [{ field: "turns", code: "turns-number" }] });
  expect(readTotals({ turns: "3" })).toMatchObject({ problem: [{ field: "turnsFrom-day", code: "day" }] });
});
