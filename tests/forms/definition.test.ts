import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDefinition, type DefinitionProblem, type FormDefinition } from "#app/forms/definition.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import type { Question } from "#app/forms/question.ts";
import { anyDefinition } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion, everyType } from "#tests/support/forms.ts";

function problemsOf(input: unknown): DefinitionProblem[] {
  const checked = checkDefinition(input);
  return checked.ok ? [] : checked.problem;
}

function codesOf(...questions: Question[]): string[] {
  return problemsOf(buildForm(questions)).map(({ code }) => code);
}

const choice = (id: string, more: Partial<Question> = {}) =>
  buildQuestion("one-choice", { id, ...more } as Parameters<typeof buildQuestion<"one-choice">>[1]);

test("a form may have a question of every type", () => {
  expect(problemsOf(everyType())).toEqual([]);
});

test("a problem says where it is", () => {
  const form = buildForm([choice("a"), choice("a")]);
  expect(problemsOf(form)).toEqual([{ path: ["sections", 0, "questions", 1, "id"], code: "id-twice", values: { id: "a" } }]);
});

describe("shape", () => {
  test.each([
    [undefined, "not-understood"],
    ["a form", "not-understood"],
    [{ languages: ["en"] }, "not-understood"],
    [{ languages: [], sections: [] }, "too-little"],
  ])("%j is not a form", (input, code) => {
    expect(problemsOf(input).map((problem) => problem.code)).toContain(code);
  });

  test("a question of an unknown type is named as such", () => {
    const form = { ...everyType(), sections: [{ ...everyType().sections[0], questions: [{ id: "a", type: "hologram", label: {} }] }] };
    expect(problemsOf(form).map(({ code }) => code)).toEqual(["type-unknown"]);
  });

  test.each(["", "A", "a.b", "-a", "a b", "a_b", "constructor", "__proto__", "a".repeat(61)])("%j is no id", (id) => {
    expect(codesOf(choice(id))).toEqual(["id-not-allowed"]);
  });

  test("a part that no question has is refused", () => {
    expect(codesOf({ ...choice("a"), colour: "red" } as Question)).toEqual(["part-unknown"]);
  });

  test("a document nested a hundred thousand deep is refused, not read", () => {
    let nested: unknown = {};
    for (let depth = 0; depth < 100_000; depth++) nested = { not: nested };
    expect(problemsOf(buildForm([{ ...choice("a"), showWhen: nested } as Question]))).toEqual([{ path: [], code: "too-big" }]);
  });

  test("conditions are nested eight deep at most", () => {
    let nested: unknown = { question: "a", isAnswered: true };
    for (let depth = 1; depth < 8; depth++) nested = { not: nested };
    expect(codesOf(choice("a"), { ...choice("b"), showWhen: nested } as Question)).toEqual([]);
    expect(codesOf(choice("a"), { ...choice("b"), showWhen: { not: nested } } as Question)).toEqual(["condition-not-understood"]);
  });

  test("a form has at most 500 questions", () => {
    const section = (s: number) => ({
      ...buildForm(Array.from({ length: 167 }, (_, q) => buildQuestion("yes-no-unsure", { id: `s${s}q${q}` }))).sections[0],
      id: `s${s}`,
    });
    expect(problemsOf({ languages: ["en"], sections: [section(1), section(2), section(3)] }).map(({ code }) => code)).toEqual([
      "too-many-questions",
    ]);
  });
});

describe("texts", () => {
  test("every text must have the first language of the form", () => {
    expect(codesOf(choice("a", { label: { cy: "Cwestiwn" } }))).toEqual(["text-missing"]);
    expect(codesOf(choice("a", { hint: { en: " " } }))).toEqual(["text-missing"]);
  });

  test("what the other languages lack is listed for translation", () => {
    const form: FormDefinition = { ...buildForm([buildQuestion("yes-no-unsure", { id: "a" })]), languages: ["en", "cy"] };
    expect(missingTranslations(form)).toEqual([
      { path: ["sections", 0, "heading"], language: "cy" },
      { path: ["sections", 0, "questions", 0, "label"], language: "cy" },
    ]);
  });
});

describe("ids", () => {
  test("a section and a question cannot share an id, because both name a page", () => {
    expect(codesOf(choice("all"))).toEqual(["id-twice"]);
  });

  test("two questions whose fields would have the same HTML id are refused", () => {
    expect(codesOf(buildQuestion("ranking", { id: "a" }), choice("a-parks"))).toEqual(["id-collides"]);
    expect(codesOf(choice("a"), choice("a-2"))).toEqual(["id-collides"]);
    expect(codesOf(buildQuestion("ranking", { options: [...buildQuestion("ranking").options, { id: "hint", label: { en: "Hint" } }] }))).toEqual([
      "id-collides",
    ]);
  });

  test("an option is in a question once, none of these included", () => {
    const [first] = choice("a").options;
    if (!first) throw new Error("no option");
    expect(codesOf(choice("a", { options: [first, first] } as Partial<Question>))).toEqual(["option-twice"]);
    expect(codesOf(buildQuestion("several-choices", { noneOption: { id: "park", label: { en: "None" } } }))).toEqual(["option-twice"]);
  });

  test("a row and a column of a matrix may share an id", () => {
    const same = [{ id: "a", label: { en: "A" } }, { id: "b", label: { en: "B" } }];
    expect(codesOf(buildQuestion("matrix", { rows: same, columns: same }))).toEqual([]);
  });

  test("only one option of a question has room to write, and none of a ranking", () => {
    const written = [1, 2].map((n) => ({ id: `o${n}`, label: { en: `Option ${n}` }, writeIn: true }));
    expect(codesOf(choice("a", { options: written } as Partial<Question>))).toEqual(["write-in-twice"]);
    expect(codesOf(buildQuestion("ranking", { options: written }))).toEqual(["write-in-here", "write-in-here"]);
  });
});

test("the least is never more than the most", () => {
  expect(
    codesOf(
      buildQuestion("number", { min: 2, max: 1 }),
      buildQuestion("money", { min: 2, max: 1 }),
      buildQuestion("date", { earliest: "2024-01-02", latest: "2024-01-01" }),
      buildQuestion("several-choices", { atLeast: 3, atMost: 2 }),
    ),
  ).toEqual(["range-reversed", "range-reversed", "range-reversed", "range-reversed"]);
});

test("more answers than options cannot be asked for, nor a date that does not exist", () => {
  expect(codesOf(buildQuestion("several-choices", { atLeast: 4 }))).toEqual(["more-than-options"]);
  expect(codesOf(buildQuestion("date", { earliest: "2023-02-29" }))).toEqual(["date-not-real"]);
});

describe("conditions", () => {
  const shown = (id: string, showWhen: Question["showWhen"]) => choice(id, { showWhen });

  test("a condition over an earlier answer is allowed", () => {
    expect(codesOf(choice("a"), shown("b", { question: "a", is: "car" }))).toEqual([]);
  });

  test("a condition over a later answer is refused", () => {
    expect(codesOf(shown("a", { question: "b", is: "car" }), choice("b"))).toEqual(["condition-forward"]);
  });

  test("a circle is refused as a circle: with itself, or through others", () => {
    expect(codesOf(shown("a", { question: "a", is: "car" }))).toEqual(["condition-circle"]);
    expect(
      codesOf(shown("a", { question: "c", is: "car" }), shown("b", { question: "a", is: "car" }), shown("c", { question: "b", is: "car" })),
    ).toEqual(["condition-circle"]);
  });

  test("a section may not hang on its own questions", () => {
    const form = buildForm([choice("a")], { showWhen: { question: "a", is: "car" } });
    expect(problemsOf(form).map(({ code }) => code)).toEqual(["condition-circle"]);
  });

  test("a question that is not there, an option that is not there, a kind of question that has none", () => {
    const of = (showWhen: Question["showWhen"], first: Question = choice("a")) => codesOf(first, shown("b", showWhen));
    expect(of({ question: "z", isAnswered: true })).toEqual(["condition-question-unknown"]);
    expect(of({ question: "a", is: "plane" })).toEqual(["condition-option-unknown"]);
    expect(of({ question: "a", isAnyOf: ["car", "plane"] })).toEqual(["condition-option-unknown"]);
    expect(of({ question: "a", atLeast: 3 })).toEqual(["condition-type"]);
    expect(of({ question: "rating", atLeast: 3 }, buildQuestion("rating"))).toEqual([]);
    expect(of({ question: "rating", is: "3" }, buildQuestion("rating"))).toEqual(["condition-type"]);
    expect(of({ question: "statement", isAnswered: true }, buildQuestion("statement"))).toEqual(["condition-type"]);
    expect(of({ question: "agreement", is: "disagree" }, buildQuestion("agreement"))).toEqual([]);
    expect(of({ question: "yes-no-unsure", is: "unsure" }, buildQuestion("yes-no-unsure"))).toEqual([]);
  });

  test("nothing may hang on a personal answer, because it is stored apart", () => {
    expect(codesOf(buildQuestion("email"), shown("b", { question: "email", isAnswered: true }))).toEqual(["condition-personal"]);
  });
});

test("no input makes the check throw", () => {
  const anything = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), fc.jsonValue());
  fc.assert(fc.property(anything, (input) => void checkDefinition(input)));
});

test("no change to a good definition makes the check throw, and what it accepts it accepts again", () => {
  const spoilt = fc.tuple(anyDefinition, fc.nat(), fc.oneof(fc.jsonValue(), fc.constantFrom("q1", "constructor", null, Infinity)));
  fc.assert(
    fc.property(spoilt, ([definition, where, value]) => {
      const changed = replaceAt(structuredClone(definition), where, value);
      const checked = checkDefinition(changed);
      if (checked.ok) expect(checkDefinition(JSON.parse(JSON.stringify(checked.value)))).toEqual(checked);
      else expect(checked.problem.length).toBeGreaterThan(0);
    }),
  );
});

// The nth part of a document, counted in the order of reading, replaced.
function replaceAt(document: unknown, nth: number, value: unknown): unknown {
  const places: { within: Record<string, unknown>; key: string }[] = [];
  const walk = (part: unknown) => {
    if (typeof part !== "object" || part === null) return;
    for (const key of Object.keys(part)) {
      places.push({ within: part as Record<string, unknown>, key });
      walk((part as Record<string, unknown>)[key]);
    }
  };
  walk(document);
  const place = places[nth % places.length];
  if (place) place.within[place.key] = value;
  return document;
}
