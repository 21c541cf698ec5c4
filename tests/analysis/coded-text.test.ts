// Where codes stand in a text, and which part of it is meant by what somebody types.
import fc from "fast-check";
import { expect, test } from "vitest";
import { codedPieces, matchingCodes, nextSentence, quoteOf, readPart, sentencesOf, withoutFirstWord } from "#app/analysis/coded-text.ts";
import { liesIn } from "#app/analysis/coding.ts";
import { piecesOf, wordsIn } from "#app/analysis/reading.ts";

const said = "Buses after seven, please. The bus is always late, and the fares are too high! Buses for all.";
const partOf = (words: string, from = 0) => ({ start: said.indexOf(words, from), end: said.indexOf(words, from) + words.length });

test("cut wherever parts begin and end, the text says what it said, and each piece knows the parts it is in", () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(span, { maxLength: 6 }), fc.nat(4), (text, spans, every) => {
      const found = new Set(wordsIn(text).filter((_, place) => place % (every + 1) === 0));
      const parts = spans.map((one, number) => ({ ...one, number }));
      const pieces = codedPieces(piecesOf(text, found), parts);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      const inside = parts.filter(({ start, end }) => start < end && end <= text.length);
      for (const { from, text: words, within } of pieces) {
        expect(text.slice(from, from + words.length)).toBe(words);
        expect(within).toEqual(inside.filter(({ start, end }) => start <= from && end >= from + words.length).map(({ number }) => number));
      }
      expect(pieces.flatMap(({ begins }) => begins).sort()).toEqual(inside.map(({ number }) => number).sort());
      expect(pieces.flatMap(({ ends }) => ends).sort()).toEqual(inside.map(({ number }) => number).sort());
    }),
  );
});

test("a part is meant by its words as they stand, by its first and last ones, and by nothing the whole answer", () => {
  expect(readPart(said, "  ")).toEqual({ ok: true, value: null });
  expect(readPart(said, "the BUS  is")).toEqual({ ok: true, value: partOf("The bus is") });
  for (const typed of ["The bus … too high", "the bus... too high"]) expect(readPart(said, typed)).toEqual({ ok: true, value: partOf("The bus is always late, and the fares are too high") });
  expect(readPart(said, "buses")).toEqual({ ok: false, problem: "several" });
  for (const typed of ["trains", "too high … the bus", "a … b … c", "…", "(["]) expect(readPart(said, typed)).toEqual({ ok: false, problem: "missing" });
  expect(readPart("Free... for all", "Free... for all")).toEqual({ ok: true, value: { start: 0, end: 15 } });
});

test("what is cut out of a text is found in it again where it stands there once", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.nat(30), fc.nat(30), (text, one, other) => {
      const span = { start: Math.min(one, other), end: Math.max(one, other) };
      const words = text.slice(span.start, span.end);
      fc.pre(liesIn(span, text) && words.trim() === words && text.toLowerCase().split(words.toLowerCase()).length === 2 && !/\s/u.test(words));
      const read = readPart(text, words);
      if (read.ok) expect(text.slice(read.value!.start, read.value!.end).toLowerCase()).toBe(words.toLowerCase());
      else expect(read.problem).toBe("several");
    }),
  );
});

test("sentence by sentence the parts go through a text and begin again, and a word is taken off the front", () => {
  const texts = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  expect(texts(said)).toEqual(["Buses after seven, please.", "The bus is always late, and the fares are too high!", "Buses for all."]);
  expect(texts("Fares of £2.50 each\nبس دیر سے آتی ہے۔ کیوں؟")).toEqual(["Fares of £2.50 each", "بس دیر سے آتی ہے۔", "کیوں؟"]);
  const second = nextSentence(said, nextSentence(said, null));
  expect(second).toEqual(partOf("The bus is always late, and the fares are too high!"));
  expect(nextSentence(said, partOf("Buses for all."))).toEqual(partOf("Buses after seven, please."));
  expect(nextSentence("", null)).toBeNull();
  expect(withoutFirstWord(said, second!)).toEqual(partOf("bus is always late, and the fares are too high!"));
  expect(withoutFirstWord(said, partOf("please."))).toEqual(partOf("please."));
});

test("a part is named by what it says, a long one by its beginning and end", () => {
  expect(quoteOf(said, partOf("The bus"))).toBe("The bus");
  const long = quoteOf(said, { start: 0, end: said.length });
  expect(long).toBe("Buses after seven, please. The bus is … the fares are too high! Buses for all.");
  expect(quoteOf("x".repeat(200), { start: 0, end: 200 })).toBe(`${"x".repeat(40)} … ${"x".repeat(40)}`);
});

test("codes are found by the beginnings of their words, those called so themselves first", () => {
  const codes = ["Travel", "Travel › Buses", "Homes", "Homes › Café by the bus stop", "Buses › Fares"].map((name) => ({ name, own: name.split(" › ").at(-1)! }));
  const found = (typed: string) => matchingCodes(codes, typed).map(({ name }) => name);
  expect(found("bus")).toEqual(["Travel › Buses", "Homes › Café by the bus stop", "Buses › Fares"]);
  expect(found("CAFE sto")).toEqual(["Homes › Café by the bus stop"]);
  expect(found("trav bus")).toEqual(["Travel › Buses"]);
  expect(found(" ")).toEqual([]);
  // what parts the words of a name may be typed too
  const hyphened = [{ name: "Books › E-books & audio", own: "E-books & audio" }];
  for (const typed of ["e-books", "E-books & audio", "books/e-b"]) expect(matchingCodes(hyphened, typed)).toEqual(hyphened);
});
