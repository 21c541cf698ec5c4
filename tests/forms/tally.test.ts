import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "#app/forms/answer.ts";
import { checkForm } from "#app/forms/check.ts";
import { countInto, emptyTally, mergeTallies, tallyFor } from "#app/forms/tally.ts";
import { anyDefinitionAndEntries } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";
import { tallyOfAll } from "#tests/support/tallies.ts";

const form = everyType();
const { answers } = checkForm(form, everyEntry);

test("each type is counted by what was chosen, and words only as answered", () => {
  const { responses, questions } = tallyOfAll(form, [answers]);
  expect(responses).toBe(1);
  expect(questions).toMatchObject({
    "short-text": { asked: 1, answered: 1 },
    "one-choice": { counts: { else: 1 } },
    "several-choices": { counts: { park: 1, shop: 1 } },
    "yes-no-unsure": { counts: { unsure: 1 } },
    agreement: { counts: { agree: 1 } },
    rating: { counts: { 4: 1 } },
    ranking: { table: { roads: { 1: 1 }, parks: { 2: 1 } } },
    "point-budget": { sums: { parks: 60, roads: 40 } },
    number: { sums: { all: 1250 } },
    money: { sums: { all: 120_050 } },
    matrix: { table: { monday: { morning: 1 }, friday: { evening: 1 } } },
  });
  expect(questions["short-text"]).toEqual({ asked: 1, answered: 1 });
});

test("a personal question counts as asked and nothing more", () => {
  expect(tallyFor(tallyOfAll(form, [answers]), "email")).toEqual({ asked: 1, answered: 0 });
});

test("a question that routing hid was not asked", () => {
  const routed = buildForm([
    buildQuestion("yes-no-unsure", { id: "a" }),
    buildQuestion("rating", { id: "b", showWhen: { question: "a", is: "yes" } }),
  ]);
  const tally = tallyOfAll(routed, [{ a: "yes", b: 3 }, { a: "no" }, { a: "yes" }, {}]);
  expect(tallyFor(tally, "a")).toEqual({ asked: 4, answered: 3, counts: { yes: 2, no: 1 } });
  expect(tallyFor(tally, "b")).toEqual({ asked: 2, answered: 1, counts: { 3: 1 } });
});

describe("taking away", () => {
  const anyAnswers = anyDefinitionAndEntries.map(({ definition, entries }) => ({ definition, answers: checkForm(definition, entries).answers }));

  test("a response that is taken away again leaves no trace", () => {
    fc.assert(
      fc.property(anyAnswers, ({ definition, answers }) => {
        const once = countInto(emptyTally(), definition, [{ answers, sign: 1 }]);
        expect(countInto(once, definition, [{ answers, sign: -1 }])).toEqual(emptyTally());
        const twice = countInto(once, definition, [{ answers, sign: 1 }]);
        expect(countInto(twice, definition, [{ answers, sign: -1 }])).toEqual(once);
      }),
    );
  });

  test("tallies kept apart and then put together are the tally of all, in any order", () => {
    const several = anyDefinitionAndEntries.chain(({ definition, entries }) => {
      const whole = checkForm(definition, entries).answers;
      const part = fc.subarray(Object.keys(entries)).map((fields) => {
        const kept = Object.fromEntries(Object.entries(entries).filter(([field]) => fields.includes(field)));
        return checkForm(definition, kept).answers;
      });
      return fc.record({ definition: fc.constant(definition), left: fc.array(part), right: fc.array(fc.constant<Answers>(whole)) });
    });
    fc.assert(
      fc.property(several, ({ definition, left, right }) => {
        const [a, b] = [tallyOfAll(definition, left), tallyOfAll(definition, right)];
        const all = tallyOfAll(definition, [...left, ...right]);
        expect(mergeTallies(a, b)).toEqual(all);
        expect(mergeTallies(b, a)).toEqual(all);
        expect(JSON.parse(JSON.stringify(all))).toEqual(all);
      }),
    );
  });
});
