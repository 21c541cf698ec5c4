// Writing a question in fields: what is not touched stays as it was, and what cannot be is told beside its field.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOfQuestion } from "#app/design/question-fields.ts";
import { fieldNamesOf, pickFields, type Fields } from "#app/design/question-parts.ts";
import { readQuestion } from "#app/design/read-question.ts";
import { checkDefinition, questionsOf } from "#app/forms/definition.ts";
import { questionTypes, type Question, type QuestionType } from "#app/forms/question.ts";
import { languages } from "#app/shared/languages.ts";
import { anyDefinition } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const read = (type: QuestionType, fields: Fields, before?: Question) => readQuestion(fields, { type, languages: ["en", "cy"], ...(before && { before }) });
const problemsOf = (type: QuestionType, fields: Fields, before?: Question) => {
  const result = read(type, fields, before);
  return result.ok ? [] : result.problem.map(({ field, code }) => `${field} ${code}`);
};

test("whatever a form asks can be written down in fields, posted, and read as the same", () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      for (const question of questionsOf(definition)) {
        const fields = fieldsOfQuestion(question);
        const posted = pickFields(Object.entries(fields), question.type, languages);
        const result = readQuestion(posted, { type: question.type, languages: definition.languages, before: question });
        const { id: _, ...rest } = question;
        expect(result).toEqual({ ok: true, value: rest });
      }
    }),
    { numRuns: 60 },
  );
});

test.each(questionTypes)("a new question of type %s, written with what it needs, may be asked", (type) => {
  const question = buildQuestion(type);
  const result = readQuestion(fieldsOfQuestion(question), { type, languages: ["en"] });
  expect(result.ok).toBe(true);
  if (result.ok) expect(checkDefinition(buildForm([{ ...result.value, id: "new" } as Question])).ok).toBe(true);
});

test("no post makes it throw, whatever the fields say", () => {
  const arbitrary = fc.constantFrom(...questionTypes).chain((type) => {
    const seed = { options: "N1 car N2", rows: "N1", columns: "N1 N2" };
    const names = fieldNamesOf(type, languages, seed);
    return fc.tuple(fc.constant(type), fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom("yes", "1", "-1", "1e9", "N1 N1 a", "٣"))));
  });
  fc.assert(
    fc.property(arbitrary, ([type, posted]) => {
      const result = readQuestion(pickFields(Object.entries(posted), type, languages), { type, languages });
      if (!result.ok) return void expect(result.problem.length).toBeGreaterThan(0);
      expect(checkDefinition({ ...buildForm([{ ...result.value, id: "new" } as Question]), languages: [...languages] }).ok).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe("what is wrong is told beside its field", () => {
  test("words are needed in the language the form is written in, as soon as there are any in another", () => {
    expect(problemsOf("long-text", { "label-cy": "Pam?" })).toEqual(["label-en needed"]);
    expect(problemsOf("long-text", { "label-en": "Why?", "hint-cy": "Yn fyr" })).toEqual(["hint-en needed"]);
  });

  test("limits are whole numbers, in range and the right way round", () => {
    const label = { "label-en": "How much?" };
    expect(problemsOf("long-text", { ...label, maxWords: "many" })).toEqual(["maxWords not-a-count"]);
    expect(problemsOf("long-text", { ...label, maxWords: "0" })).toEqual(["maxWords out-of-range"]);
    expect(problemsOf("rating", label)).toEqual(["highest needed"]);
    expect(problemsOf("money", { ...label, min: "£20", max: "10.50" })).toEqual(["max reversed"]);
    expect(problemsOf("money", { ...label, min: "a lot" })).toEqual(["min not-an-amount"]);
    expect(problemsOf("date", { ...label, "earliest.day": "31", "earliest.month": "2", "earliest.year": "2026" })).toEqual(["earliest.day not-a-date"]);
    expect(problemsOf("file", label)).toEqual(["maxBytes needed", "kinds kind-needed"]);
  });

  test("a choice has options, and one of them at most is written in", () => {
    const label = { "label-en": "Which?" };
    expect(problemsOf("one-choice", label)).toEqual(["options too-few-options"]);
    const two = { ...label, options: "N1 N2", "options.N1.label-en": "Car", "options.N1.writeIn": "yes", "options.N2.label-en": "Bus", "options.N2.writeIn": "yes" };
    expect(problemsOf("one-choice", two)).toEqual(["options.N2.writeIn write-in-twice"]);
    expect(problemsOf("several-choices", { ...label, options: "N1", "options.N1.label-en": "Car", atLeast: "2" })).toEqual(["atLeast more-than-options"]);
    expect(problemsOf("several-choices", { ...label, options: "N1", "options.N1.label-en": "Car", none: "yes" })).toEqual(["none.label-en needed"]);
  });
});

describe("options", () => {
  const travel = buildQuestion("one-choice");

  test("keep their ids when their words change, and new ones get theirs from their words", () => {
    const fields = { ...fieldsOfQuestion(travel), options: "bus N1 car", "options.bus.label-en": "Coach", "options.N1.label-en": "Tram", "options.N1.label-cy": "Tram" };
    const result = read("one-choice", fields, travel);
    expect(result.ok && (result.value as { options?: unknown }).options).toEqual([
      { id: "bus", label: { en: "Coach" } },
      { id: "tram", label: { en: "Tram", cy: "Tram" } },
      { id: "car", label: { en: "Option car" } },
    ]);
  });

  test("left blank when new are no options, and an old one is not blanked away without a word", () => {
    const fields = fieldsOfQuestion(travel);
    expect(problemsOf("one-choice", { ...fields, options: `${fields.options} N1` }, travel)).toEqual([]);
    expect(problemsOf("one-choice", { ...fields, "options.bus.label-en": "" }, travel)).toEqual(["options.bus.label-en needed"]);
  });

  test("take no id that an option of the question ever had", () => {
    const fields = { ...fieldsOfQuestion(travel), options: "bus N1", "options.N1.label-en": "Tram" };
    const result = readQuestion(fields, { type: "one-choice", languages: ["en"], before: travel, taken: new Set(["tram"]) });
    expect(result.ok && (result.value as { options?: { id: string }[] }).options?.map(({ id }) => id)).toEqual(["bus", "2-tram"]);
  });
});
