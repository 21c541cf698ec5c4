// A past election as it is loaded: its files are read as whoever counts reads them, and what the rules cannot count is refused before.
import { expect, test } from "vitest";
import { readLoaded } from "#app/elections/loading.ts";

const entries = { network: "ours", "name-en": "Ward 1", "source-en": "A council", "heldOn-day": "5", "heldOn-month": "5", "heldOn-year": "2022", seats: "", rules: "scottish", lots: "" };
const blt = (papers: string) => `2 1\n${papers} 1 2 0\n1 2 0\n0\n"Ann"\n"Bob"\n"Ward 1"\n`;
const con = "Sex Women\n";
const read = (text: string, more: object = {}, reserves: string | null = null) => readLoaded({ ...entries, ...more }, { ballots: text, reserves }, { networkIds: ["ours"], today: "2026-01-01" });

test("says what the file says, with other places where they are typed", () => {
  expect(read(blt("3"))).toMatchObject({ ok: true, value: { rules: "scottish", contest: { seats: 1, candidates: ["Ann", "Bob"] }, reserved: [] } });
  expect(read(blt("3"), { seats: "2" })).toMatchObject({ ok: true, value: { contest: { seats: 2 } } });
});

test("more papers than the rules can count are refused, and the most is told; rules without a bound take them", () => {
  expect(read(blt("20000000000"))).toMatchObject({ ok: false, problem: [{ field: "file", code: "papers", most: 10_000_000_000 }] });
  expect(read(blt("20000000000"), { rules: "fptp" })).toMatchObject({ ok: true });
});

test("what is wrong with either file is said with its line, also where no rules are chosen", () => {
  expect(read("2 1\n3 1 9 0\n0\n", { rules: "" })).toMatchObject({ ok: false, problem: [{ field: "rules" }, { field: "file", code: "file", file: { line: 2 } }] });
  expect(read(blt("3"), {}, con)).toMatchObject({ ok: false, problem: [{ field: "reserves", code: "file", file: { line: 1 } }] });
});
