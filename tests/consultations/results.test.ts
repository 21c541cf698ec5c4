import fc from "fast-check";
import { expect, test } from "vitest";
import { pageOfResults, resultsOf } from "#app/consultations/results.ts";
import type { Answers } from "#app/forms/answer.ts";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { takesOwnWords } from "#app/forms/own-words.ts";
import { stepsIn } from "#app/forms/quantity.ts";
import type { Question } from "#app/forms/question.ts";
import { emptyTally } from "#app/forms/tally.ts";
import { anyDefinitionAndEntries } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion, everyType } from "#tests/support/forms.ts";
import { tallyOfAll } from "#tests/support/tallies.ts";

function results(definition: FormDefinition, all: Answers[]) {
  return resultsOf([{ number: 1, definition, tally: tallyOfAll(definition, all) }]);
}

const one = (question: Question, all: Answers[]) => results(buildForm([question]), all)[0]!;
const bars = (question: Question, all: Answers[], chart = 0) =>
  Object.fromEntries(one(question, all).charts[chart]?.bars.map(({ id, count }) => [id, count]) ?? []);

test("a choice is counted of those who answered it, and who was asked is told apart from who answered", () => {
  const question = buildQuestion("one-choice");
  const result = one(question, [{ "one-choice": { option: "bus" } }, { "one-choice": { option: "bus" } }, {}]);
  expect([result.asked, result.answered]).toEqual([3, 2]);
  expect(result.charts).toMatchObject([{ of: "answered", base: 2, order: "longest-first" }]);
  expect(bars(question, [{ "one-choice": { option: "bus" } }])).toEqual({ car: 0, bus: 1, else: 0 });
});

test("a level of agreement is counted of those who chose one, not of those who only gave reasons", () => {
  const question = buildQuestion("agreement");
  const result = one(question, [{ agreement: { level: "agree" } }, { agreement: { reasons: "It depends" } }]);
  expect([result.answered, result.charts[0]?.base, result.charts[0]?.order]).toEqual([2, 1, "as-given"]);
});

test("a ranking shows who came first, and every place in its table", () => {
  const question = buildQuestion("ranking");
  const all: Answers[] = [{ ranking: ["roads", "parks"] }, { ranking: ["roads"] }];
  expect(bars(question, all)).toEqual({ parks: 0, roads: 2, schools: 0 });
  expect(one(question, all).charts[0]?.places).toEqual([
    { id: "parks", counts: [0, 1, 0] },
    { id: "roads", counts: [2, 0, 0] },
    { id: "schools", counts: [0, 0, 0] },
  ]);
});

test("points are counted of all points given", () => {
  const result = one(buildQuestion("point-budget"), [{ "point-budget": { parks: 60, roads: 40 } }, { "point-budget": { parks: 100 } }]);
  expect(result.charts[0]).toMatchObject({ of: "points", base: 200, bars: [{ count: 160 }, { count: 40 }, { count: 0 }] });
});

test("the mean is in the question's own unit", () => {
  const number = buildQuestion("number", { decimals: 2 });
  const mean = one(number, [{ number: 0.1 }, { number: 0.2 }, {}]).spread!.summary.mean;
  expect(mean / stepsIn(number)).toBeCloseTo(0.15, 10);
  expect(one(number, [{}]).spread).toBeNull();
});

test("each line of a matrix has a chart of its own, of those who answered the line", () => {
  const result = one(buildQuestion("matrix"), [{ matrix: { monday: "morning" } }, { matrix: { monday: "evening", friday: "evening" } }]);
  expect(result.charts.map(({ base, of }) => [of, base])).toEqual([["line", 2], ["line", 1]]);
});

test("a question keeps its answers from one version to the next, and options once offered are still counted", () => {
  const before = buildForm([buildQuestion("one-choice"), buildQuestion("rating")]);
  const after = buildForm([buildQuestion("one-choice", { options: [{ id: "bus", label: { en: "The bus" } }] })]);
  const found = resultsOf([
    { number: 1, definition: before, tally: tallyOfAll(before, [{ "one-choice": { option: "car" }, rating: 4 }]) },
    { number: 2, definition: after, tally: tallyOfAll(after, [{ "one-choice": { option: "bus" } }]) },
  ]);
  expect(found.map(({ question, versions, isAsked, answered }) => [question.id, versions, isAsked, answered])).toEqual([
    ["one-choice", [1, 2], true, 2],
    ["rating", [1], false, 1],
  ]);
  expect(found[0]?.charts[0]?.bars).toEqual([
    { id: "bus", name: { text: { en: "The bus" } }, count: 1 },
    { id: "car", name: { text: { en: "Option car" } }, count: 1 },
    { id: "else", name: { text: { en: "Something else" } }, count: 0 },
  ]);
});

test("every type has a result, nothing has a chart before it is answered, and what holds contact details never has", () => {
  const definition = everyType();
  expect(results(definition, []).flatMap(({ charts }) => charts)).toEqual([]);
  const asked = questionsOf(definition).filter(({ type }) => type !== "statement");
  expect(results(definition, []).map(({ question }) => question.id)).toEqual(asked.map(({ id }) => id));
  const personal = ["name", "email", "telephone", "address", "postcode"] as const;
  for (const type of personal) expect(takesOwnWords(buildQuestion(type))).toBe(false);
});

test("whatever is answered, no bar is longer than its base and every answer that was counted is in one", () => {
  fc.assert(
    fc.property(anyDefinitionAndEntries, ({ definition, entries }) => {
      const { answers } = checkForm(definition, entries);
      for (const { charts, asked, answered } of results(definition, [answers, answers])) {
        expect(answered).toBeLessThanOrEqual(asked);
        for (const { base, bars: drawn } of charts) for (const { count } of drawn) expect(count).toBeLessThanOrEqual(base);
      }
    }),
  );
});

test("a form of many questions comes a page at a time, and nothing stands on two pages", () => {
  const many = buildForm(Array.from({ length: 95 }, (_, index) => buildQuestion("rating", { id: `q${index}` })));
  const all = resultsOf([{ number: 1, definition: many, tally: emptyTally() }]);
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: ReturnType<typeof pageOfResults> = pageOfResults(all, after);
    seen.push(...page.results.map(({ question }) => question.id));
    if (!page.nextAfter) break;
    after = page.nextAfter;
  }
  expect(seen).toEqual(all.map(({ question }) => question.id));
  expect(pageOfResults(all, "no-such-question").results[0]?.question.id).toBe("q0");
});
