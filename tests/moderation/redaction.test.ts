import fc from "fast-check";
import { expect, test } from "vitest";
import { findWords, isAllRemoved, segmentsOf, type Removal } from "#app/moderation/redaction.ts";

const text = "Ask Mrs Anne Prys at 12 Mill Lane. Mrs  anne prys knows; Anneka does not.";

test("words are found wherever they stand, as they are written, and not inside other words", () => {
  expect(findWords(text, "Mill Lane").map(({ start, end }) => text.slice(start, end))).toEqual(["Mill Lane"]);
  expect(findWords(text, "Anne")).toEqual([{ start: 8, end: 12 }]);
  expect(findWords("a.b axb", "a.b")).toEqual([{ start: 0, end: 3 }]);
});

test("without capitals or with other blanks they are found when they stand nowhere as they were typed", () => {
  expect(findWords(text, "MRS ANNE PRYS").map(({ start, end }) => text.slice(start, end))).toEqual(["Mrs Anne Prys", "Mrs  anne prys"]);
  expect(findWords(text, "nobody")).toEqual([]);
  expect(findWords(text, "  ")).toEqual([]);
});

test("Urdu and accents are found as they are written", () => {
  const urdu = "جناب احمد خان نے کہا";
  expect(findWords(urdu, "احمد خان").map(({ start, end }) => urdu.slice(start, end))).toEqual(["احمد خان"]);
  expect(findWords("Siân a Siân-Marie", "Siân")).toHaveLength(2);
});

test("what is removed stands as its reason, and the rest as it was", () => {
  const [name] = findWords(text, "Mrs Anne Prys");
  const [place] = findWords(text, "12 Mill Lane");
  const segments = segmentsOf(text, [{ ...place!, reason: "personal-other" }, { ...name!, reason: "personal-other" }]);
  expect(segments.slice(0, 5)).toEqual([{ text: "Ask " }, { removed: "personal-other" }, { text: " at " }, { removed: "personal-other" }, { text: ". Mrs  anne prys knows; Anneka does not." }]);
});

const removals = fc.array(fc.record({ start: fc.nat(60), length: fc.nat(20), reason: fc.constantFrom("abusive", "defamatory") }), { maxLength: 8 });

test("nothing removed can be read, nothing else is lost, whatever overlaps", () => {
  fc.assert(
    fc.property(removals, (made) => {
      const given = made.map(({ start, length, reason }): Removal => ({ start, end: start + length, reason: reason as Removal["reason"] }));
      // each character is its own place, so that what is left tells where it stood
      const original = Array.from({ length: 60 }, (_, place) => String.fromCharCode(0x4e00 + place)).join("");
      const left = segmentsOf(original, given).flatMap((segment) => ("text" in segment ? [...segment.text] : []));
      const expected = [...original].filter((_, place) => !given.some(({ start, end }) => place >= start && place < end));
      expect(left).toEqual(expected);
    }),
  );
});

test("a text of which only stops are left says nothing any more", () => {
  expect(isAllRemoved(segmentsOf("Anne!", [{ start: 0, end: 4, reason: "personal-own" }]))).toBe(true);
  expect(isAllRemoved(segmentsOf("Anne did", [{ start: 0, end: 4, reason: "personal-own" }]))).toBe(false);
});
