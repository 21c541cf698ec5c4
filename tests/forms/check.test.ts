import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkForm, checkPage, pagesOf } from "#app/forms/check.ts";
import { isPersonal, questionsOf } from "#app/forms/definition.ts";
import { readPosted } from "#app/forms/entries.ts";
import { entriesOfAnswers } from "#app/forms/entries-of-answers.ts";
import { visibleQuestions } from "#app/forms/routing.ts";
import { anyDefinitionAndEntries, anyDefinitionAndPosted } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";

const routed = buildForm([
  buildQuestion("yes-no-unsure", { id: "a" }),
  buildQuestion("long-text", { id: "b", required: true, showWhen: { question: "a", is: "no" } }),
  buildQuestion("rating", { id: "c" }),
]);

describe("a whole form", () => {
  test("personal answers are apart from the others", () => {
    const { answers, personal, errors } = checkForm(everyType(), everyEntry);
    expect(errors).toEqual([]);
    expect(Object.keys(personal).sort()).toEqual(["address", "email", "name", "postcode", "telephone"]);
    expect(Object.keys(answers)).not.toEqual(expect.arrayContaining(Object.keys(personal)));
  });

  test("an answer that routing hides is left out and raises no error", () => {
    expect(checkForm(routed, { a: ["yes"], b: [""] }).errors).toEqual([]);
    expect(checkForm(routed, { a: ["yes"], b: ["Something"] }).answers).toEqual({ a: "yes" });
    expect(checkForm(routed, { a: ["no"], b: ["Something"] }).answers).toEqual({ a: "no", b: "Something" });
    expect(checkForm(routed, { a: ["no"] }).errors.map(({ code }) => code)).toEqual(["answer-missing"]);
  });

  test("no posted body makes it throw, and an answer is only ever to a visible question", () => {
    fc.assert(
      fc.property(anyDefinitionAndPosted, ({ definition, posted }) => {
        const entries = readPosted(questionsOf(definition), posted);
        const { answers, personal, errors, visible } = checkForm(definition, entries);
        const shown = visible.map(({ id }) => id);
        for (const id of [...Object.keys(answers), ...Object.keys(personal)]) expect(shown).toContain(id);
        for (const error of errors) expect(shown).toContain(error.questionId);
        for (const question of visible) {
          expect(Object.hasOwn(isPersonal(question) ? answers : personal, question.id)).toBe(false);
        }
        expect(JSON.parse(JSON.stringify({ answers, personal }))).toEqual({ answers, personal });
      }),
    );
  });

  test("what was answered shows the same questions again, without the personal answers too", () => {
    fc.assert(
      fc.property(anyDefinitionAndPosted, ({ definition, posted }) => {
        const { answers, visible } = checkForm(definition, readPosted(questionsOf(definition), posted));
        expect(visibleQuestions(definition, answers)).toEqual(visible);
      }),
    );
  });

  test("what was answered can be typed again and is understood as the same", () => {
    const sameAgain = (definition: Parameters<typeof checkForm>[0], entries: Parameters<typeof checkForm>[1]) => {
      const { answers, personal } = checkForm(definition, entries);
      const again = checkForm(definition, entriesOfAnswers(definition, { ...answers, ...personal }));
      expect({ answers: again.answers, personal: again.personal }).toEqual({ answers, personal });
    };
    sameAgain(everyType(), everyEntry);
    fc.assert(fc.property(anyDefinitionAndEntries, ({ definition, entries }) => sameAgain(definition, entries)));
    fc.assert(
      fc.property(anyDefinitionAndPosted, ({ definition, posted }) =>
        sameAgain(definition, readPosted(questionsOf(definition), posted)),
      ),
    );
  });
});

describe("pages", () => {
  const ids = (pages: ReturnType<typeof pagesOf>) => pages.map(({ id, questions }) => [id, ...questions.map((question) => question.id)]);

  test("a section on one page is one page", () => {
    expect(ids(pagesOf(buildForm([buildQuestion("rating"), buildQuestion("name")]), {}))).toEqual([["all", "rating", "name"]]);
  });

  test("one question a page: the first page has the section's name", () => {
    const form = buildForm([buildQuestion("rating"), buildQuestion("name")], { layout: "one-question-a-page" });
    expect(ids(pagesOf(form, {}))).toEqual([["all", "rating"], ["name", "name"]]);
    expect(pagesOf(form, {}).map(({ startsSection, number, of }) => [startsSection, number, of])).toEqual([
      [true, 1, 2],
      [false, 2, 2],
    ]);
  });

  test("a page is parted before a question that depends on it, because without a script it can only appear on the next", () => {
    expect(ids(pagesOf(routed, { a: ["no"] }))).toEqual([["all", "a"], ["b", "b", "c"]]);
  });

  test("a page keeps its address when its first question is hidden", () => {
    expect(ids(pagesOf(routed, { a: ["yes"] }))).toEqual([["all", "a"], ["b", "c"]]);
  });

  test("a page checks its own questions", () => {
    const [first, second] = pagesOf(routed, { a: ["no"] });
    if (!first || !second) throw new Error("two pages");
    expect(checkPage(routed, first, { a: ["no"] })).toEqual({ answers: { a: "no" }, errors: [] });
    expect(checkPage(routed, second, { a: ["no"] }).errors.map(({ questionId }) => questionId)).toEqual(["b"]);
  });

  test("every visible question is on one page, whose addresses are all different", () => {
    fc.assert(
      fc.property(anyDefinitionAndPosted, ({ definition, posted }) => {
        const entries = readPosted(questionsOf(definition), posted);
        const pages = pagesOf(definition, entries);
        expect(pages.flatMap(({ questions }) => questions)).toEqual(checkForm(definition, entries).visible);
        expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
      }),
    );
  });
});
