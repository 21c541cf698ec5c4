import { describe, expect, test } from "vitest";
import { areaQuestions, isNothing, nothingChosen, publishable, readChoice, type Choice } from "#app/publication/choice.ts";
import { everyType } from "#tests/support/forms.ts";

const questions = publishable([{ number: 1, definition: everyType() }], 2026);
const read = (typed: Record<string, string> | [string, string][], before: Choice = nothingChosen, mayChooseEquality = true) => readChoice(new URLSearchParams(typed), questions, before, mayChooseEquality);
const problemsOf = (typed: Record<string, string>) => {
  const result = read(typed);
  return result.ok ? [] : result.problem.map(({ code }) => code);
};

test("questions with answers to choose from and those answered in figures or days can be published; words, places, files and what tells who somebody is cannot", () => {
  expect(questions.map(({ question }) => question.type)).toEqual(["one-choice", "several-choices", "yes-no-unsure", "agreement", "rating", "ranking", "point-budget", "number", "money", "date", "matrix"]);
  expect(questions.at(-1)?.lines.map(({ key }) => key)).toEqual(["matrix.monday", "matrix.friday"]);
});

test("where somebody lives is one answer of several", () => {
  expect(areaQuestions(questions).map(({ question }) => question.id)).toEqual(["one-choice"]);
});

describe("what is chosen", () => {
  test("is how much of each question, and the groups", () => {
    const typed: [string, string][] = [["question-rating", "tables"], ["question-ranking", "no"], ["question-nothing", "counts"], ["groups", "respondent"], ["area", "one-choice"], ["size", "ward"], ["equality", "sex"], ["equality", "age-band"]];
    expect(read(typed)).toEqual({
      ok: true,
      value: { questions: { rating: "tables" }, byRespondent: true, area: { question: "one-choice", size: "ward" }, equality: ["age-band", "sex"] },
    });
  });

  test("needs a question, and a group where there is to be a table for each", () => {
    expect(problemsOf({})).toEqual(["nothing"]);
    expect(problemsOf({ "question-rating": "tables" })).toEqual(["no-groups"]);
    expect(problemsOf({ equality: "sex" })).toEqual([]);
  });

  test("never has areas of a thousand people or fewer", () => {
    const rating = { "question-rating": "tables", area: "one-choice" };
    expect(problemsOf(rating)).toEqual(["size-missing"]);
    expect(problemsOf({ ...rating, size: "smaller" })).toEqual(["area-too-small"]);
    expect(problemsOf({ ...rating, size: "above-1000" })).toEqual([]);
    expect(problemsOf({ ...rating, area: "rating" })).toContain("area-unknown");
  });

  test("leaves equality questions as they were where somebody else chooses those", () => {
    const result = read({ "question-rating": "counts", equality: "sex" }, { ...nothingChosen, equality: ["religion"] }, false);
    expect(result).toMatchObject({ ok: true, value: { equality: ["religion"] } });
  });
});

test("nothing is chosen until a question or an equality question is", () => {
  expect(isNothing(nothingChosen)).toBe(true);
  expect(isNothing({ ...nothingChosen, byRespondent: true })).toBe(true);
  expect(isNothing({ ...nothingChosen, equality: ["sex"] })).toBe(false);
});
