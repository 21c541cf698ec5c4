// Codes of a codeframe: three levels, their order, their names, and what stays.
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAsTyped, fullName, inTree, keptBecause, languagesTaken, levels, mayStandUnder, movedBy, readCode, takesCodes, wayTo, withAllUnder, type Code } from "#app/analysis/code.ts";
import { alwaysThere, frameAsTyped, readFrame } from "#app/analysis/codeframe.ts";
import { isStance, liesIn } from "#app/analysis/coding.ts";

const code = (id: string, parentId: string | null = null, more: Partial<Code> = {}): Code => ({
  ...{ id, parentId, place: 1, kind: "usual", name: { en: id }, definition: { en: id }, include: {}, exclude: {}, example: {} },
  ...{ isCrossCutting: false, isEquality: false, retiredAt: null, mergedIntoId: null },
  ...more,
});

const codes = [
  ...[code("other", null, { kind: "other" }), code("uncodable", null, { kind: "uncodable", place: 2 })],
  ...[code("travel", null, { place: 2 }), code("homes"), code("buses", "travel"), code("fares", "buses"), code("cycling", "travel", { place: 2 })],
];
const retired = (id: string) => codes.map((one) => (one.id === id ? { ...one, retiredAt: new Date() } : one));

test("the tree goes from each theme to what is under it, and what fits nowhere stands last", () => {
  expect(inTree(codes).map(({ id, level }) => `${level} ${id}`)).toEqual(["theme homes", "theme travel", "code buses", "sub-code fares", "code cycling", "theme other", "theme uncodable"]);
  expect(fullName(codes, "fares", "cy")).toBe("travel › buses › fares");
  expect(withAllUnder(codes, "travel")).toEqual(["travel", "buses", "fares", "cycling"]);
});

test("codes are put under themes and codes in use, never under a sub-code, a retired one or what fits nowhere", () => {
  expect(["travel", "buses", null].map((id) => takesCodes(codes, id))).toEqual([true, true, true]);
  expect(["fares", "other", "uncodable", "nothing"].map((id) => takesCodes(codes, id))).toEqual([false, false, false, false]);
  expect(takesCodes(retired("travel"), "travel")).toBe(false);
});

test("a code moves with what is under it, and there is never a fourth level", () => {
  expect(mayStandUnder(codes, "buses", "homes")).toBe(true);
  expect(mayStandUnder(codes, "buses", "cycling")).toBe(false);
  expect(mayStandUnder(codes, "travel", "homes")).toBe(false);
  expect(mayStandUnder(codes, "cycling", "buses")).toBe(true);
  expect(mayStandUnder(codes, "travel", "buses")).toBe(false);
  expect(mayStandUnder(codes, "buses", "travel")).toBe(false);
  expect(mayStandUnder(codes, "fares", null)).toBe(true);
  expect(mayStandUnder(codes, "other", "homes")).toBe(false);
  expect(mayStandUnder(retired("cycling"), "cycling", "homes")).toBe(false);
});

test("whatever is moved wherever it may, the tree holds every code on one of three levels", () => {
  const ids = codes.map(({ id }) => id);
  const moves = fc.array(fc.record({ id: fc.constantFrom(...ids), parentId: fc.constantFrom(...ids, null) }), { maxLength: 30 });
  fc.assert(
    fc.property(moves, (all) => {
      let now: Code[] = [...codes];
      for (const { id, parentId } of all) if (mayStandUnder(now, id, parentId)) now = now.map((one) => (one.id === id ? { ...one, parentId } : one));
      expect(inTree(now).map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(now.every(({ id }) => wayTo(now, id).length <= levels.length)).toBe(true);
    }),
  );
});

test("two in use under the same have no name in common in any language, whatever their capitals; a retired one does not count", () => {
  const named = [code("a", "travel", { name: { en: "Night buses", cy: "Bysiau nos" } }), ...codes];
  expect(languagesTaken(named, { id: null, parentId: "travel", name: { en: "Late buses", cy: "bysiau  Nos" } })).toEqual(["cy"]);
  expect(languagesTaken(named, { id: null, parentId: "homes", name: { en: "Night buses" } })).toEqual([]);
  expect(languagesTaken(named, { id: "a", parentId: "travel", name: { en: "Night buses" } })).toEqual([]);
  expect(languagesTaken([code("a", null, { retiredAt: new Date() })], { id: null, parentId: null, name: { en: "a" } })).toEqual([]);
});

test("codes are moved among those in use beside them, up to the ends", () => {
  expect(movedBy(codes, "travel", "up")).toEqual(["travel", "homes"]);
  expect(movedBy(codes, "travel", "down")).toBeNull();
  expect(movedBy(codes, "other", "up")).toBeNull();
  expect(movedBy(retired("homes"), "travel", "up")).toBeNull();
});

test("what every codeframe has is kept, and so is what has codes in use under it", () => {
  expect(["other", "uncodable", "travel", "homes", "fares"].map((id) => keptBecause(codes, id))).toEqual(["always", "always", "has-codes", null, null]);
  expect(keptBecause(retired("fares"), "buses")).toBeNull();
  expect(alwaysThere.map(({ kind }) => kind)).toEqual(["other", "uncodable"]);
});

test("a code needs its name and what it means in English, and reads back as it was typed", () => {
  const typed = { "name-en": " Night  buses ", "name-cy": "Bysiau nos", "definition-en": "After seven", "exclude-ur": "کرایہ", marks: "isEquality" };
  const read = readCode(typed);
  expect(read).toMatchObject({ ok: true, value: { name: { en: "Night buses", cy: "Bysiau nos" }, exclude: { ur: "کرایہ" }, isEquality: true, isCrossCutting: false } });
  expect(read.ok && readCode(codeAsTyped(read.value))).toEqual(read);
  expect(readCode({ "name-cy": "Bysiau", "definition-en": "a".repeat(1001) })).toMatchObject({ problem: [{ field: "name-en", code: "name-missing" }, { field: "definition-en", code: "too-long", most: 1000 }] });
  expect(readCode({ "name-en": "Buses" })).toMatchObject({ problem: [{ field: "definition-en", code: "definition-missing" }] });
});

test("a codeframe has a name and serves at least one of the questions answered in own words", () => {
  expect(readFrame({ "name-en": "Travel", question: "first agree nothing" }, ["agree", "first"])).toEqual({ ok: true, value: { name: { en: "Travel" }, questionIds: ["agree", "first"] } });
  expect(readFrame({ question: "nothing" }, ["first"])).toMatchObject({ problem: [{ code: "frame-name-missing" }, { field: "question", code: "question-missing" }] });
  expect(frameAsTyped({ name: { en: "Travel" }, questionIds: ["agree", "first"] })).toMatchObject({ "name-en": "Travel", "name-cy": "", question: "agree first" });
});

test("a code stands on a part of the text that holds something and cuts no character in two", () => {
  const said = "Buses 🚌 late";
  expect([{ start: 0, end: 5 }, { start: 6, end: 8 }, null, { start: 0, end: said.length }].map((span) => liesIn(span, said))).toEqual([true, true, true, true]);
  const wrong = [{ start: 7, end: 9 }, { start: 5, end: 6 }, { start: 3, end: 3 }, { start: -1, end: 2 }, { start: 0, end: said.length + 1 }, { start: 0.5, end: 2 }];
  expect(wrong.map((span) => liesIn(span, said))).toEqual(wrong.map(() => false));
  expect([isStance("oppose"), isStance("against")]).toEqual([true, false]);
});
