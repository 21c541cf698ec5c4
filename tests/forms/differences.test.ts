import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesBetween, rewordedQuestions } from "#app/forms/differences.ts";
import type { FormDefinition, Question } from "#app/forms/definition.ts";
import { anyDefinitionAndPosted } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const form = (...questions: Question[]): FormDefinition => buildForm(questions);
const choice = (...ids: string[]) => buildQuestion("one-choice", { id: "a", options: ids.map((id) => ({ id, label: { en: id } })) });
const kinds = (before: FormDefinition, after: FormDefinition) =>
  differencesBetween(before, after).flatMap((found) => ("changes" in found ? found.changes.map(({ kind }) => kind) : [found.kind]));

test("a form differs in nothing from itself", () => {
  fc.assert(fc.property(anyDefinitionAndPosted, ({ definition }) => differencesBetween(definition, structuredClone(definition)).length === 0), { numRuns: 50 });
});

test("questions are told as added and taken away by their ids, not by their places", () => {
  const [a, b, c] = [buildQuestion("rating", { id: "a" }), buildQuestion("long-text", { id: "b" }), buildQuestion("number", { id: "c" })];
  expect(kinds(form(a, b), form(c, a))).toEqual(["question-added", "question-removed"]);
  expect(kinds(form(a, b), form(b, a))).toEqual(["order"]);
  expect(kinds(form({ ...a, number: "1" }), form({ ...a, number: "2" }))).toEqual(["numbers"]);
});

test("answers to choose from are told one by one, and in another order only where all stay", () => {
  expect(kinds(form(choice("x", "y")), form(choice("y", "z")))).toEqual(["option-added", "option-removed"]);
  expect(kinds(form(choice("x", "y")), form(choice("y", "x")))).toEqual(["option-order"]);
});

test("other words for the same question are told apart from a translation that was missing", () => {
  const label = (text: Question["label"]) => form(buildQuestion("long-text", { id: "a", label: text }));
  expect(kinds(label({ en: "Why?" }), label({ en: "What for?" }))).toEqual(["reworded"]);
  expect(kinds(label({ en: "Why?" }), label({ en: "Why?", cy: "Pam?" }))).toEqual(["translated"]);
  expect(kinds(label({ en: "Why?", cy: "Pam?" }), label({ en: "Why?" }))).toEqual(["untranslated"]);
});

test("words are locked that people have answered: the question's, its answers' and its scale's, not the explanation beside it", () => {
  const reworded = (before: Question, after: Question) => rewordedQuestions(differencesBetween(form(before), form(after))).length;
  const text = buildQuestion("long-text", { id: "a" });
  expect(reworded(text, { ...text, label: { en: "Something else?" } })).toBe(1);
  expect(reworded(choice("x", "y"), { ...choice("x", "y"), options: [{ id: "x", label: { en: "X" } }, { id: "y", label: { en: "y" } }] } as Question)).toBe(1);
  const number = buildQuestion("number", { id: "a", unit: { en: "metres" } });
  expect(reworded(number, { ...number, unit: { en: "miles" } })).toBe(1);
  expect(reworded(text, { ...text, hint: { en: "Think of the buses" } })).toBe(0);
  const statement = buildQuestion("statement", { id: "a" });
  expect(reworded(statement, { ...statement, label: { en: "Read this" } })).toBe(0);
});

test("who is asked, how much may be answered and where it stands are told", () => {
  const [a, b] = [choice("x", "y"), buildQuestion("long-text", { id: "b" })];
  expect(kinds(form(a, b), form(a, { ...b, showWhen: { question: "a", is: "x" } }))).toEqual(["routing"]);
  expect(kinds(form(b), form({ ...b, required: true }))).toEqual(["limits"]);
  const apart = form(a, b);
  const [section] = apart.sections;
  const moved = { ...apart, sections: [{ ...section!, questions: [a] }, { ...section!, id: "next", questions: [b] }] };
  expect(kinds(apart, moved)).toEqual(["moved"]);
});
