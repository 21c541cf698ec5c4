// What of single answers may stand beside what people wrote, and who decides it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { answersOf, excerptOf, rowsOf } from "#app/published-responses/answers.ts";
import { everything, isFiltered, readFilter, withFilter } from "#app/published-responses/filter.ts";
import { keysOf, mayPublish, offered, openKeys, readProposal, standing, type Publication } from "#app/published-responses/publication.ts";
import { publishable } from "#app/publication/choice.ts";
import type { ShownCross, ShownQuestion } from "#app/publication/published-results.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { buildDefinition } from "#tests/support/factories.ts";
import { buildResults } from "#tests/support/published-results.ts";

const definition = buildDefinition([
  {
    id: "one",
    ...{ heading: { en: "One" }, layout: "one-page" as const },
    questions: [
      { id: "stance", type: "one-choice", number: "1", label: { en: "For or against?" }, options: [{ id: "for", label: { en: "For" } }, { id: "against", label: { en: "Against" } }] },
      { id: "age", type: "number", label: { en: "Age?" } },
      { id: "why", type: "long-text", label: { en: "Why?" } },
    ],
  },
]);
const questions = publishable([{ number: 1, definition }], 2026);

const table = (wanted: Partial<ShownQuestion> = {}): ShownQuestion => ({
  ...{ key: "stance", number: "1", label: {}, about: null, of: "answered", order: "as-given", isSeveral: false, isRounded: false, base: 20, by: [] as ShownCross[] },
  ...{ section: {}, versions: [1], rows: [{ id: "for", name: {}, count: 12 }, { id: "against", name: {}, count: 8 }] },
  ...wanted,
});
const cross = (count: number | null): ShownCross => ({
  ...{ group: ".respondent", name: {}, isRounded: false, base: 20, columns: [{ id: "individual", name: {}, count: 20 }] },
  rows: [{ id: "for", name: {}, count: 12, counts: [count] }],
});

test("only questions with a few answers to choose from are offered: a figure singles somebody out", () => {
  expect(offered(questions).map(({ question }) => question.id)).toEqual(["stance"]);
  expect(keysOf(offered(questions), ["stance", "age", "none"])).toEqual(["stance"]);
});

test("an individual's chosen answer is open only while results of its question are published of which nothing is hidden", () => {
  const open = (given: Partial<ShownQuestion>) => openKeys(["stance"], buildResults({ questions: [table(given)] }));
  expect(openKeys(["stance"], null)).toEqual([]);
  expect(openKeys(["stance"], buildResults())).toEqual([]);
  expect(open({})).toEqual(["stance"]);
  expect(open({ base: null })).toEqual([]);
  expect(open({ rows: [{ id: "for", name: {}, count: 16 }, { id: "against", name: {}, count: null }] })).toEqual([]);
  expect(open({ by: [cross(12)] })).toEqual(["stance"]);
  expect(open({ by: [cross(null)] })).toEqual([]);
});

test("a group is closed where a figure is hidden in any table by it", () => {
  const other = table({ key: "other", by: [{ ...cross(null), group: "stance" }] });
  expect(openKeys(["stance", "other"], buildResults({ questions: [table(), other] }))).toEqual([]);
});

const publication = (wanted: Partial<Publication>): Publication => ({
  ...{ id: "1", number: 1, setId: "s", set: 1, whose: "all", questions: [], proposedById: "ann", proposedAt: new Date(0), publishedAt: null, withdrawn: null },
  ...wanted,
});

test("nobody publishes what they proposed, nor whoever may not publish", () => {
  const may = (personId: string, role: "approver" | "analyst" | "administrator") => mayPublish({ personId, roles: [role] }, publication({}));
  expect(may("ann", "administrator")).toBe(false);
  expect(may("ben", "analyst")).toBe(false);
  expect(may("ben", "approver")).toBe(true);
});

test("what was published last holds until it is taken back, whatever is proposed since", () => {
  const first = publication({ publishedAt: new Date(1) });
  const proposed = publication({ id: "2", number: 2 });
  expect(standing([])).toEqual({ latest: null, current: null, proposed: null });
  expect(standing([proposed, first])).toEqual({ latest: first, current: first, proposed });
  const takenBack = { ...first, withdrawn: { at: new Date(2), reason: {} } };
  expect(standing([takenBack])).toEqual({ latest: takenBack, current: null, proposed: null });
});

test("a proposal says whose responses, and keeps of the questions those that are offered", () => {
  expect(readProposal(new URLSearchParams("questions=stance"), offered(questions))).toBeNull();
  expect(readProposal(new URLSearchParams("whose=everybody"), offered(questions))).toBeNull();
  expect(readProposal(new URLSearchParams("whose=all&questions=stance&questions=age&questions=x"), offered(questions))).toEqual({ whose: "all", questions: ["stance"] });
});

test("a filter is read from an address as it was written there", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/);
  const filters = fc.record({
    ...{ words: fc.oneof(fc.constant(""), word), question: fc.option(word), organisation: fc.option(word), area: fc.option(word) },
    ...{ type: fc.option(fc.constantFrom("individual", "organisation")), language: fc.option(fc.constantFrom("en", "cy", "ur")) },
  });
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readFilter(new URL(withFilter("/responses", filter as never, { after: "x" }), "http://localhost").searchParams)).toEqual(filter);
    }),
  );
  expect(isFiltered(everything)).toBe(false);
  expect(withFilter("/responses", everything)).toBe("/responses");
});

test("a beginning never ends within a letter, and shows what was removed as removed", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 250 }).map((text) => ({ text })), fc.constant({ removed: "abusive" as const })), { maxLength: 5 }), (segments) => {
      const { segments: begun, isCut } = excerptOf(segments);
      const written = (parts: readonly object[]) => parts.map((part) => ("text" in part ? String(part.text) : "\u0000")).join("");
      expect(written(segments).startsWith(written(begun))).toBe(true);
      expect(written(begun)).not.toMatch(/\p{Surrogate}/u);
      if (!isCut) expect(begun).toEqual(segments);
    }),
  );
});

test("answers stand in the order of the form, and in the file a line each", () => {
  const put = [{ id: "stance", number: "1", label: { en: "For or against?" } }, { id: "why", number: null, label: { en: "Why?" } }];
  const said = { closed: { stance: "for" }, texts: [{ questionId: "why", segments: [{ text: "Ask " }, { removed: "personal-other" as const }] }] };
  const answers = answersOf(said, put, questions);
  expect(answers.map(({ question }) => question.id)).toEqual(["stance", "why"]);
  const words = wordsFor("en");
  const rows = rowsOf({ reference: "r", address: "a", respondentType: "individual", name: null, language: "en", answers }, words);
  expect(rows.map((row) => row.slice(5))).toEqual([
    ["1", "For or against?", "", "For", ""],
    ["", "Why?", "", "", "Ask [removed: personal information]"],
  ]);
  const waiting = answersOf({ closed: {}, texts: [], notThere: [{ questionId: "why", why: "looked-at" }] }, put, questions);
  expect(waiting).toEqual([{ question: put[1], chosen: [], segments: null, notThere: "looked-at" }]);
});
