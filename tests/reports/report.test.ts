import fc from "fast-check";
import { expect, test } from "vitest";
import { crossBlocks } from "#app/reports/question-blocks.ts";
import { proseOf } from "#app/reports/prose.ts";
import { balanceOf, quotedPart, readQuote } from "#app/reports/quote.ts";
import { movedSection, questionSection, sectionsOf } from "#app/reports/section.ts";
import { differencesOf, type Compared } from "#app/reports/version.ts";
import { readSection } from "#app/reports/section-form.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { removalReasons, type Removal } from "#app/moderation/redaction.ts";

const questions = ["one", "two"].map((id) => ({ id })) as never;

test("the questions stand between who answered and the themes of them all, and the annexes last", () => {
  const keys = sectionsOf({ questions });
  expect(keys.slice(0, 7)).toEqual(["summary", "asked", "how", "who", "method", "q.one", "q.two"]);
  expect(keys.at(-1)).toBe("annex-tables");
});

test("a question that comes later stands behind the one before it, in whatever order officers put the others", () => {
  const placed = sectionsOf({ questions: [{ id: "one" }] as never }).reverse();
  const keys = sectionsOf({ questions }, placed);
  expect(keys.indexOf("q.two")).toBe(keys.indexOf("q.one") + 1);
  expect(keys.filter((key) => key !== "q.two")).toEqual(placed);
});

test("every section is there once, whatever order was kept", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...sectionsOf({ questions }), "q.gone"]), (placed) => {
      expect([...sectionsOf({ questions }, placed)].sort()).toEqual([...sectionsOf({ questions })].sort());
    }),
  );
});

test("a section moves by one place, and at the end of its way it stays", () => {
  expect(movedSection(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  expect(movedSection(["a", "b", "c"], "c", "down")).toEqual(["a", "b", "c"]);
  expect(questionSection("x")).toBe("q.x");
});

test("a caption has one stop where the statement it is about ends with its own", () => {
  const group = { group: "channel", name: { en: "How it came" }, base: 10, columns: [{ id: "online", name: { en: "Online" }, count: 10 }], rows: [] };
  const captionOf = (label: string) => (crossBlocks(wordsFor("en"), { key: "fenced", label: { en: label }, about: null } as never, group as never)[0] as { caption: { text: string } }).caption.text;
  expect(captionOf("Fenced.")).toContain("Fenced: by");
  expect(captionOf("Fenced?")).toContain("Fenced?: by");
});

test("what officers write is paragraphs and lists", () => {
  expect(proseOf("One\nline.\n\nTwo\n- a\n- b\n  more of b\n\n1. first\n2) second")).toEqual([
    { kind: "paragraph", text: "One line." },
    { kind: "paragraph", text: "Two" },
    { kind: "list", isNumbered: false, items: ["a", "b more of b"] },
    { kind: "list", isNumbered: true, items: ["first", "second"] },
  ]);
});

test("nothing that was removed from an answer is ever in what is quoted of it", () => {
  // each character is its own place
  const text = Array.from({ length: 60 }, (_, place) => String.fromCharCode(0x4e00 + place)).join("");
  const spans = fc.record({ start: fc.nat(59), length: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(spans, fc.array(spans, { maxLength: 6 }), (quote, removed) => {
      const [start, end] = [quote.start, Math.min(60, quote.start + quote.length)];
      const removals = removed.map((one): Removal => ({ start: one.start, end: one.start + one.length, reason: removalReasons[0] }));
      const shown = (quotedPart(text, { start, end }, removals) ?? []).flatMap((segment) => ("text" in segment ? [...segment.text] : []));
      const kept = [...text].filter((_, place) => place >= start && place < end && !removals.some((one) => place >= one.start && place < one.end));
      expect(shown).toEqual(kept);
    }),
  );
});

test("an answer of which nothing is left is not quoted", () => {
  expect(quotedPart("Ask Anne.", { start: 4, end: 9 }, [{ start: 4, end: 8, reason: "personal-other" }])).toBeNull();
});

test("the words that are quoted stand in the answer, and why they are chosen is kept", () => {
  expect(readQuote("More  buses, please", { words: "buses, please", side: "support", why: "Clear" })).toEqual({ ok: true, value: { start: 6, end: 19, side: "support", why: "Clear" } });
  expect(readQuote("More", { words: "", side: "neither", why: "All of it" })).toMatchObject({ ok: true, value: { start: 0, end: 4 } });
  expect(readQuote("More", { words: "Fewer", side: "", why: " " })).toMatchObject({ ok: false, problem: [{ code: "words-elsewhere" }, { code: "side-missing" }, { code: "why-missing" }] });
  expect(balanceOf([{ side: "support" }, { side: "support" }, { side: "oppose" }])).toEqual({ support: 2, oppose: 1, neither: 0 });
});

test("a section is left out only with a reason", () => {
  expect(readSection({ hidden: "yes", "words-en": "Kept" })).toEqual({ ok: false, problem: [{ field: "reason-en", code: "reason-missing" }] });
  expect(readSection({ hidden: "", "words-en": " A ", "reason-en": "Unused" })).toEqual({ ok: true, value: { words: { en: "A" }, hiddenBecause: null } });
});

const section = (key: string, more: Partial<Compared> = {}): Compared => ({ key, words: {}, hiddenBecause: null, quotes: [], made: [], ...more });

test("a version tells in which sections it differs from the one before, and in what", () => {
  const before = [section("asked"), section("who"), section("next"), section("other")];
  const after = [section("asked", { words: { en: "New" } }), section("who", { hiddenBecause: { en: "Wrong" } }), section("next"), section("replies", { quotes: ["q"] })];
  expect(differencesOf(before, after)).toEqual([
    { key: "asked", in: ["words"] },
    { key: "who", in: ["left-out"] },
    { key: "replies", in: ["new"] },
    { key: "other", in: ["gone"] },
  ]);
});
