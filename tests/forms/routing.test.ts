import { describe, expect, test } from "vitest";
import type { Answers } from "#app/forms/answer.ts";
import type { Condition } from "#app/forms/condition.ts";
import { holds, visibleQuestions } from "#app/forms/routing.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

describe("a condition", () => {
  const answers: Answers = {
    one: { option: "car" },
    several: { options: ["park", "shop"] },
    yes: "yes",
    level: { level: "disagree" },
    reasons: { reasons: "Because" },
    rating: 4,
    words: "Hello",
  };
  test.each<[Condition, boolean]>([
    [{ question: "one", is: "car" }, true],
    [{ question: "one", is: "bus" }, false],
    [{ question: "several", is: "shop" }, true],
    [{ question: "several", isAnyOf: ["school", "shop"] }, true],
    [{ question: "yes", is: "yes" }, true],
    [{ question: "level", isAnyOf: ["disagree", "strongly-disagree"] }, true],
    [{ question: "reasons", is: "agree" }, false],
    [{ question: "reasons", isAnswered: true }, true],
    [{ question: "words", isAnswered: true }, true],
    [{ question: "nothing", isAnswered: true }, false],
    [{ question: "rating", atLeast: 4 }, true],
    [{ question: "rating", atLeast: 5 }, false],
    [{ question: "rating", atMost: 4 }, true],
    [{ question: "nothing", atMost: 4 }, false],
    [{ not: { question: "nothing", atMost: 4 } }, true],
    [{ all: [{ question: "one", is: "car" }, { question: "yes", is: "no" }] }, false],
    [{ any: [{ question: "one", is: "car" }, { question: "yes", is: "no" }] }, true],
  ])("%j is %s", (condition, expected) => {
    expect(holds(condition, answers)).toBe(expected);
  });
});

test("hiding runs on: the answer to a hidden question decides nothing", () => {
  const form = buildForm([
    buildQuestion("yes-no-unsure", { id: "a" }),
    buildQuestion("yes-no-unsure", { id: "b", showWhen: { question: "a", is: "yes" } }),
    buildQuestion("long-text", { id: "c", showWhen: { question: "b", is: "yes" } }),
  ]);
  const shownTo = (answers: Answers) => visibleQuestions(form, answers).map(({ id }) => id);
  expect(shownTo({ a: "yes", b: "yes" })).toEqual(["a", "b", "c"]);
  expect(shownTo({ a: "no", b: "yes" })).toEqual(["a"]);
});

test("a hidden section hides its questions", () => {
  const form = buildForm([buildQuestion("yes-no-unsure", { id: "a" })]);
  const second = { ...buildForm([buildQuestion("rating", { id: "b" })], { id: "later", showWhen: { question: "a", is: "yes" } }) };
  const both = { ...form, sections: [...form.sections, ...second.sections] };
  expect(visibleQuestions(both, { a: "yes" }).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(visibleQuestions(both, {}).map(({ id }) => id)).toEqual(["a"]);
});
