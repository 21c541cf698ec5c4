import { expect, test } from "vitest";
import type { Question } from "#app/forms/question.ts";
import { checkNewVersion } from "#app/forms/versions.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const offering = (...ids: string[]) =>
  buildForm([buildQuestion("one-choice", { id: "a", options: ids.map((id) => ({ id, label: { en: id } })) })]);
const asking = (...questions: Question[]) => buildForm(questions);
const codes = (...versions: ReturnType<typeof buildForm>[]) => {
  const next = versions.at(-1);
  return next ? checkNewVersion(versions.slice(0, -1), next).map(({ code }) => code) : [];
};

test("a first version may do as it likes", () => {
  expect(codes(offering("x", "y"))).toEqual([]);
});

test("wording, order and options may be added or taken out", () => {
  expect(codes(offering("x", "y"), offering("y", "z"))).toEqual([]);
});

test("a question keeps its type", () => {
  expect(codes(asking(buildQuestion("rating", { id: "a" })), asking(buildQuestion("number", { id: "a" })))).toEqual(["type-changed"]);
});

test("an option that was taken out does not come back", () => {
  expect(codes(offering("x", "y"), offering("x"), offering("x", "y"))).toEqual(["option-used-before"]);
});

test("a question that was taken out does not come back", () => {
  const [a, b] = [buildQuestion("rating", { id: "a" }), buildQuestion("name", { id: "b" })];
  expect(codes(asking(a, b), asking(a), asking(a, b))).toEqual(["id-used-before"]);
});
