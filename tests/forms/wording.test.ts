import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerErrorCodes } from "#app/forms/answer.ts";
import { checkForm } from "#app/forms/check.ts";
import { definitionProblemCodes, questionsOf } from "#app/forms/definition.ts";
import { readPosted } from "#app/forms/entries.ts";
import { errorText, problemText, questionName } from "#app/forms/wording.ts";
import { languages } from "#app/shared/languages.ts";
import { texts, wordsFor } from "#app/shared/words.server.ts";
import { anyDefinitionAndPosted } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const english = wordsFor("en");

function errorsIn(language: (typeof languages)[number], question: ReturnType<typeof buildQuestion>, typed: Record<string, string[]>): string[] {
  const form = buildForm([question]);
  return checkForm(form, typed).errors.map((error) => errorText(questionsOf(form), error, wordsFor(language)));
}

test("an error names its question and what is wanted", () => {
  const money = buildQuestion("money", { number: "4", label: { en: "How much?" }, max: 120_000 });
  expect(errorsIn("en", money, { money: ["£1,300"] })).toEqual(["The amount for “4. How much?” must be £1,200 or less"]);
  expect(errorsIn("en", buildQuestion("date", { label: { en: "When?" }, latest: "2006-03-03" }), {
    "date.day": ["4"], "date.month": ["3"], "date.year": ["2006"],
  })).toEqual(["The date for “When?” must be 3 March 2006 or earlier"]);
  expect(errorsIn("en", buildQuestion("ranking"), { "ranking.parks": ["1"], "ranking.roads": ["1"] })).toEqual([
    "“Option roads” and “Option parks” cannot both be number 1. Give each a position of its own.",
  ]);
});

test("a limit is written as the language writes numbers, and its plural follows the number", () => {
  const words = buildQuestion("long-text", { maxWords: 2, label: { en: "Why?", cy: "Pam?" } });
  expect(errorsIn("cy", words, { "long-text": ["un dau tri"] })).toEqual([
    "Rhaid i’ch ateb i “Pam?” fod yn 2 air neu lai. Rydych wedi defnyddio 3.",
  ]);
});

test("a long question is named by its beginning", () => {
  const long = buildQuestion("long-text", { number: "7", label: { en: "Do you agree ".repeat(20) } });
  expect(questionName(long, english)).toMatch(/^7\. Do you agree.{20,80}…$/);
});

test("a name that runs the other way is kept apart from the sentence around it", () => {
  expect(questionName(buildQuestion("rating", { label: { ur: "کیسا؟" } }), english)).toBe("\u2068کیسا؟\u2069");
});

test("a problem of a definition is said with its figures as the language writes them", () => {
  expect(problemText({ code: "too-many-questions", values: { limit: 1500 } }, english)).toBe("A form can have at most 1,500 questions");
});

describe.each(languages)("in %s", (language) => {
  const namesOf = (tree: unknown) =>
    new Set(Object.keys(tree as Record<string, string>).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, "")));

  test("there is a text for every error and every problem, and none besides", () => {
    expect(namesOf(texts[language].forms?.error)).toEqual(new Set(answerErrorCodes));
    expect(namesOf(texts[language].forms?.problem)).toEqual(new Set(definitionProblemCodes));
  });

  test("every error that anything typed can raise has its text filled in", () => {
    const words = wordsFor(language);
    fc.assert(
      fc.property(anyDefinitionAndPosted, ({ definition, posted }) => {
        const questions = questionsOf(definition).filter((question) => !JSON.stringify(question).includes("{{"));
        const { errors } = checkForm(definition, readPosted(questions, posted));
        for (const error of errors.filter(({ questionId }) => questions.some(({ id }) => id === questionId))) {
          expect(errorText(questions, error, words)).not.toMatch(/\{\{|undefined|NaN/);
        }
      }),
    );
  });
});
