import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Answers } from "#app/forms/answer.ts";
import { questionsDeciding, simpleConditionsIn, type Condition } from "#app/forms/condition.ts";
import { checkDefinition, questionsOf, type FormDefinition, type Question, type Section } from "#app/forms/definition.ts";
import { agreementLevels, optionsOf, valuesOf, yesNoUnsure } from "#app/forms/question.ts";
import { holds, visibleQuestions } from "#app/forms/routing.ts";
import { addedWarnings, routingWarnings, type RoutingWarning } from "#app/forms/routing-warnings.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const text = (en: string) => ({ en });
const options = (...ids: string[]) => ids.map((id) => ({ id, label: text(id) }));
const asks = (id: string, showWhen?: Condition) => buildQuestion("yes-no-unsure", { id, ...(showWhen && { showWhen }) });
const codesOf = (...questions: Question[]) => routingWarnings(buildForm(questions)).map(({ about, code }) => `${about} ${code}`);

describe("a condition is warned of", () => {
  test("when no answers at all meet it", () => {
    const both: Condition = { all: [{ question: "a", is: "yes" }, { question: "a", is: "no" }] };
    expect(codesOf(asks("a"), asks("b", both))).toEqual(["b contradictory"]);
    const tooMuch: Condition = { question: "a", atLeast: 6 };
    expect(codesOf(buildQuestion("rating", { id: "a", highest: 5 }), asks("b", tooMuch))).toEqual(["b contradictory"]);
    const between: Condition = { all: [{ question: "a", atLeast: 2.4 }, { question: "a", atMost: 2.6 }] };
    expect(codesOf(buildQuestion("number", { id: "a", decimals: 0 }), asks("b", between))).toEqual(["b contradictory"]);
    expect(codesOf(buildQuestion("number", { id: "a", decimals: 1 }), asks("b", between))).toEqual([]);
  });

  test("when several choices cannot be made together", () => {
    const places = { id: "a", options: options("park", "shop", "school"), noneOption: { id: "none", label: text("None") } };
    const chosen = (...ids: string[]): Condition => ({ all: ids.map((is) => ({ question: "a", is })) });
    expect(codesOf(buildQuestion("several-choices", places), asks("b", chosen("park", "shop", "school")))).toEqual([]);
    expect(codesOf(buildQuestion("several-choices", places), asks("b", chosen("park", "none")))).toEqual(["b contradictory"]);
    const atMostTwo = buildQuestion("several-choices", { ...places, atMost: 2 });
    expect(codesOf(atMostTwo, asks("b", chosen("park", "shop", "school")))).toEqual(["b contradictory"]);
  });

  test("when the question that decides it is hidden from whoever could meet it", () => {
    const questions = [asks("a"), asks("b", { question: "a", is: "yes" })];
    const both: Condition = { all: [{ question: "a", is: "no" }, { question: "b", is: "yes" }] };
    expect(codesOf(...questions, asks("c", both))).toEqual(["c never-shown"]);
  });

  test("when the question that decides it is itself never shown, which is named", () => {
    const never: Condition = { all: [{ question: "a", is: "yes" }, { question: "a", is: "no" }] };
    const warnings = routingWarnings(buildForm([asks("a"), asks("b", never), asks("c", { question: "b", is: "yes" })]));
    expect(warnings).toEqual([
      { about: "b", code: "contradictory" },
      { about: "c", code: "never-asked", question: "b" },
    ]);
  });

  test("when it always holds, as where it asks whether a question was answered that must be", () => {
    const rating = buildQuestion("rating", { id: "a", required: true, highest: 5 });
    expect(codesOf(rating, asks("b", { question: "a", isAnswered: true }))).toEqual(["b always-shown"]);
    expect(codesOf({ ...rating, required: false }, asks("b", { question: "a", isAnswered: true }))).toEqual([]);
  });

  test("when a part of it decides nothing", () => {
    const part: Condition = { any: [{ question: "a", is: "yes" }, { question: "b", atLeast: 6 }] };
    const warnings = routingWarnings(buildForm([asks("a"), buildQuestion("rating", { id: "b", highest: 5 }), asks("c", part)]));
    expect(warnings).toEqual([{ about: "c", code: "part-never-holds", part: { question: "b", atLeast: 6 } }]);
  });

  test("when its “not” shows it to people who were never asked", () => {
    const questions = [asks("a"), asks("b", { question: "a", is: "yes" }), asks("c", { not: { question: "b", is: "yes" } })];
    expect(routingWarnings(buildForm(questions))).toEqual([{ about: "c", code: "shown-unasked", question: "b" }]);
  });
});

test("a section nobody sees is warned of once, not again for each of its questions", () => {
  const first = buildForm([asks("a")]);
  const never: Condition = { all: [{ question: "a", is: "yes" }, { question: "a", is: "no" }] };
  const second = buildForm([asks("b"), asks("c", { question: "b", is: "yes" })], { id: "later", showWhen: never }).sections;
  const warnings = routingWarnings({ ...first, sections: [...first.sections, ...second] });
  expect(warnings).toEqual([{ about: "later", code: "contradictory" }]);
});

test("only what a change brings about is new", () => {
  const never: Condition = { all: [{ question: "a", is: "yes" }, { question: "a", is: "no" }] };
  const before = routingWarnings(buildForm([asks("a"), asks("b", never), asks("c")]));
  const after = routingWarnings(buildForm([asks("a"), asks("b", never), asks("c", { question: "b", is: "no" })]));
  expect(addedWarnings(before, after)).toEqual([{ about: "c", code: "never-asked", question: "b" }]);
});

const kinds = fc.oneof(
  fc.constant(asks("q")),
  fc.constant(buildQuestion("short-text", { id: "q" })),
  fc.constantFrom(true, false).map((reasons) => buildQuestion("agreement", { id: "q", reasons })),
  fc.constant(buildQuestion("one-choice", { id: "q", options: options("x", "y", "z") })),
  fc.constant(buildQuestion("rating", { id: "q", highest: 3 })),
  fc.record({ min: fc.constantFrom(-1, 0.1), max: fc.constantFrom(1, 1.2), decimals: fc.constantFrom(0, 1) }).map((range) =>
    buildQuestion("number", { id: "q", ...range })),
  fc.record({ atLeast: fc.constantFrom(1, 2), atMost: fc.constantFrom(2, 3) }, { requiredKeys: [] }).map((limits) =>
    ({ ...buildQuestion("several-choices", { id: "q", options: options("x", "y", "z") }), ...limits })),
);
const anyQuestion = fc.tuple(kinds, fc.boolean()).map(([question, required]): Question => ({ ...question, required }));

function anyCondition(earlier: readonly Question[], depth = 3): fc.Arbitrary<Condition> {
  const simple = fc.constantFrom(...earlier).chain((asked): fc.Arbitrary<Condition> => {
    const { id } = asked;
    const values = valuesOf(asked);
    const ways: fc.Arbitrary<Condition>[] = [fc.constant({ question: id, isAnswered: true })];
    if (values.length > 0) {
      ways.push(fc.constantFrom(...values).map((is) => ({ question: id, is })));
      ways.push(fc.subarray([...values], { minLength: 1 }).map((isAnyOf) => ({ question: id, isAnyOf })));
    }
    if (asked.type === "rating" || asked.type === "number") {
      const limit = fc.constantFrom(-2, 0, 0.3, 1, 1.1, 2, 3, 4);
      ways.push(limit.map((atLeast) => ({ question: id, atLeast })), limit.map((atMost) => ({ question: id, atMost })));
    }
    return fc.oneof(...ways);
  });
  if (depth === 1) return simple;
  const inner = anyCondition(earlier, depth - 1);
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(simple, some.map((all) => ({ all })), some.map((any) => ({ any })), inner.map((not) => ({ not })));
}

const anyForm = fc.array(anyQuestion, { minLength: 2, maxLength: 4 }).chain((made) => {
  const questions = made.map((question, index) => ({ ...question, id: `q${index}` }) as Question);
  const conditions = questions.map((_, index) =>
    index === 0 ? fc.constant(undefined) : fc.option(anyCondition(questions.slice(0, index)), { nil: undefined, freq: 3 }));
  return fc.tuple(fc.tuple(...conditions), fc.integer({ min: 1, max: questions.length - 1 }), fc.option(anyCondition(questions.slice(0, 1)), { nil: undefined }))
    .map(([showWhen, parting, ofSection]): FormDefinition => {
      const placed = questions.map((question, index) => ({ ...question, ...(showWhen[index] && { showWhen: showWhen[index] }) }) as Question);
      const first = buildForm(placed.slice(0, parting)).sections;
      const second = buildForm(placed.slice(parting), { id: "later", ...(ofSection && { showWhen: ofSection }) }).sections;
      return { languages: ["en"], sections: [...first, ...second] };
    });
});

/** Everything that may be answered to a question when it is sent. */
function allAnswers(question: Question): (Answer | undefined)[] {
  const given = ((): Answer[] => {
    switch (question.type) {
      case "yes-no-unsure":
        return [...yesNoUnsure];
      case "agreement": {
        const levels = agreementLevels.map((level) => ({ level }));
        return question.reasons && !question.required ? [...levels, { reasons: "because" }] : levels;
      }
      case "one-choice":
        return question.options.map(({ id }) => ({ option: id }));
      case "rating":
        return [1, 2, 3].slice(0, question.highest);
      case "number": {
        const tenths = Array.from({ length: 61 }, (_, index) => (index - 30) / 10);
        return tenths.filter((one) => one >= question.min! && one <= question.max! && (question.decimals === 1 || Number.isInteger(one)));
      }
      case "several-choices": {
        const own = question.options.map(({ id }) => id);
        const sets = Array.from({ length: 2 ** own.length }, (_, bits) => own.filter((__, at) => bits & (2 ** at)));
        const { atLeast = 1, atMost = Infinity } = question;
        const right = sets.filter((set) => set.length >= atLeast && set.length <= atMost);
        return [...right, ...(question.noneOption ? [[question.noneOption.id]] : [])].map((chosen) => ({ options: chosen }));
      }
      default:
        return ["anything"];
    }
  })();
  return question.required && given.length > 0 ? given : [undefined, ...given];
}

function everyWay(questions: readonly Question[]): Answers[] {
  return questions.reduce<Answers[]>(
    (ways, question) => ways.flatMap((way) => allAnswers(question).map((answer) => (answer === undefined ? way : { ...way, [question.id]: answer }))),
    [{}],
  );
}

/** The same by trying everything. */
function byTrying(form: FormDefinition): RoutingWarning[] {
  const questions = questionsOf(form);
  const ways = everyWay(questions).map((answers) => ({ answers, shown: new Set(visibleQuestions(form, answers).map(({ id }) => id)) }));
  const before = (part: Question | Section, section: Section) => {
    const end = part === section ? questions.indexOf(section.questions[0]!) : questions.indexOf(part as Question);
    return questions.slice(0, end).map(({ id }) => id);
  };
  const kept = (answers: Answers, ids: readonly string[]): Answers => Object.fromEntries(ids.filter((id) => answers[id] !== undefined).map((id) => [id, answers[id]!]));
  const isNegative = (condition: Condition, id: string, turned = false): boolean =>
    "all" in condition ? condition.all.some((one) => isNegative(one, id, turned))
    : "any" in condition ? condition.any.some((one) => isNegative(one, id, turned))
    : "not" in condition ? isNegative(condition.not, id, !turned)
    : turned && condition.question === id;
  return form.sections.flatMap((section) => [section, ...section.questions].flatMap((part): RoutingWarning[] => {
    const { id: about, showWhen } = part;
    if (!showWhen) return [];
    const earlier = before(part, section);
    const sees = ways.map(({ answers, shown }) => {
      const known = kept(answers, earlier.filter((id) => shown.has(id)));
      const atStart = kept(known, before(section, section));
      return { known, answers, shown, here: part === section || holds(section.showWhen, atStart) };
    });
    if (!sees.some(({ answers }) => holds(showWhen, kept(answers, earlier)))) return [{ about, code: "contradictory" }];
    const here = sees.filter((one) => one.here);
    if (here.length === 0) return [];
    const deciding = questionsDeciding(showWhen);
    const everAsked = (id: string) => ways.some(({ shown }) => shown.has(id));
    const seen = here.filter(({ known }) => holds(showWhen, known));
    if (seen.length === 0) {
      const unasked = deciding.filter((id) => !everAsked(id));
      return unasked.length > 0 ? unasked.map((question) => ({ about, code: "never-asked", question })) : [{ about, code: "never-shown" }];
    }
    if (seen.length === here.length) return [{ about, code: "always-shown" }];
    const leaves = [...new Map(simpleConditionsIn(showWhen).map((one) => [JSON.stringify(one), one])).values()];
    const parts = leaves.flatMap((leaf): RoutingWarning[] => {
      const holding = here.filter(({ known }) => holds(leaf, known)).length;
      if (holding === 0) return [{ about, code: "part-never-holds", part: leaf }];
      return holding === here.length ? [{ about, code: "part-always-holds", part: leaf }] : [];
    });
    const unasked = deciding.filter((id) => isNegative(showWhen, id) && everAsked(id) && seen.some(({ shown }) => !shown.has(id)));
    return [...parts, ...unasked.map((question) => ({ about, code: "shown-unasked" as const, question }))];
  }));
}

test("what is warned of is exactly what trying every answer finds", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyForm, (form) => {
      expect(checkDefinition(form).ok).toBe(true);
      const warnings = routingWarnings(form);
      for (const { code } of warnings) seen.add(code);
      expect(warnings).toEqual(byTrying(form));
    }),
    { numRuns: 300 },
  );
  expect(seen.size).toBeGreaterThanOrEqual(5);
});

describe("a form of 500 questions", () => {
  const many = (condition: (index: number) => Condition) =>
    Array.from({ length: 20 }, (_, section) =>
      buildForm(
        Array.from({ length: 25 }, (__, at) => {
          const index = section * 25 + at;
          return buildQuestion("one-choice", { id: `q${index}`, options: options("x", "y", "z", "w"), ...(index > 0 && { showWhen: condition(index) }) });
        }),
        { id: `s${section}` },
      ).sections[0]!,
    );

  test.each<[string, (index: number) => Condition]>([
    ["each hanging on the one before", (index) => ({ question: `q${index - 1}`, isAnyOf: ["x", "y"] })],
    ["each hanging on five before", (index) => ({
      any: Array.from({ length: Math.min(5, index) }, (_, back) => ({ question: `q${index - 1 - back}`, is: back % 2 ? "x" : "y" })),
    })],
    ["each hanging on all of ten before but one", (index) => ({
      all: Array.from({ length: Math.min(10, index) }, (_, back) => ({ not: { question: `q${index - 1 - back}`, is: "z" } })),
    })],
  ])("is checked whole, %s", (_, condition) => {
    const warnings = routingWarnings({ languages: ["en"], sections: many(condition) });
    expect(warnings.filter(({ code }) => code === "not-checked")).toEqual([]);
  });

  test("that is tangled beyond measure says what could not be checked, and does not go on for ever", () => {
    const twisted = (index: number): Condition => {
      const earlier = Array.from({ length: Math.min(40, index) }, (_, back) => index - 1 - back);
      const pair = (one: number): Condition => ({ all: [{ question: `q${one}`, is: "x" }, { question: `q${Math.floor(one * 7919) % index}`, is: "y" }] });
      return { any: [{ not: { any: earlier.map(pair) } }, ...earlier.map(pair)].slice(0, 50) };
    };
    const warnings = routingWarnings({ languages: ["en"], sections: many(twisted) });
    expect(warnings.filter(({ code }) => code === "always-shown" || code === "not-checked").length).toBeGreaterThan(0);
  });
});

test("the questions of several choices are told apart however many are asked about", () => {
  const ids = Array.from({ length: 200 }, (_, index) => `o${index}`);
  const places = buildQuestion("several-choices", { id: "a", options: options(...ids), atMost: 100 });
  const each = ids.map((is) => ({ question: "a", is }));
  const all = buildQuestion("short-text", { id: "b", showWhen: { all: [{ all: each.slice(0, 50) }, { all: each.slice(50, 100) }] } });
  const more = buildQuestion("short-text", { id: "c", showWhen: { all: [{ all: each.slice(0, 50) }, { all: each.slice(50, 100) }, each[100]!] } });
  expect(optionsOf(places)).toHaveLength(201);
  expect(codesOf(places, all, more)).toEqual(["c contradictory"]);
});
