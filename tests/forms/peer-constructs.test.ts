import { describe, expect, test } from "vitest";
import { checkDefinition, questionsOf } from "#app/forms/definition.ts";
import { readForeignForm } from "#app/forms/foreign-forms.ts";
import { leftOutInWords, reasonCodes } from "#app/forms/left-out.ts";
import { languages } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { fixedTexts } from "#tests/support/foreign-forms.ts";
import { govConstructs } from "#tests/support/gov-constructs.ts";
import { govukConstructs } from "#tests/support/govuk-constructs.ts";
import { limeConstructs } from "#tests/support/lime-constructs.ts";

const all = { "XGov and DEFRA": govConstructs, "GOV.UK Forms": govukConstructs, LimeSurvey: limeConstructs };

function outcomeOf(form: object): string {
  const read = readForeignForm(form, fixedTexts);
  const { leftOut } = read.ok ? read.value : read.problem;
  const carried = read.ok ? questionsOf(read.value.definition).map(({ type }) => type) : [read.problem.refused.code];
  if (read.ok) expect(checkDefinition(read.value.definition).ok).toBe(true);
  return [...carried, ...leftOut.map(({ why }) => ("code" in why ? why.code : why.problem))].join(" ");
}

describe.each(Object.entries(all))("of %s", (_, constructs) => {
  test.each(constructs)("%s is carried over or listed", (_name, form, outcome) => {
    expect(outcomeOf(form)).toBe(outcome.replace(/ same$/, ""));
  });
});

test("every reason there is, is met by one of these, but those about size and order that have a test of their own", () => {
  const met = new Set(Object.values(all).flatMap((constructs) => constructs.flatMap(([, , outcome]) => outcome.split(" "))));
  expect(reasonCodes.filter((code) => !met.has(code))).toEqual([
    ...["condition-deep", "condition-later", "condition-statement", "condition-not-number", "condition-never", "condition-tangled", "condition-box"],
    ...["beyond-sections", "beyond-questions", "unreachable"],
  ]);
});

test("a reason is told in the reader's language", () => {
  const told = languages.map((language) => leftOutInWords({ what: "q: Ducks", why: { code: "prefix", values: { words: "£" } } }, wordsFor(language)));
  expect(told[0]).toBe("q: Ducks: has “£” before the answer, which is left out");
  expect(new Set(told).size).toBe(languages.length);
});
