import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf } from "#app/forms/definition.ts";
import { drawnIds, fieldId, readPosted, type Entries } from "#app/forms/entries.ts";
import type { Question } from "#app/forms/question.ts";
import { AnswerSummary } from "#app/forms/ui/answer-summary.tsx";
import { FormErrors } from "#app/forms/ui/form-errors.tsx";
import { Questions } from "#app/forms/ui/questions.tsx";
import { languages, type Language } from "#app/shared/languages.ts";
import { anyDefinitionAndPosted } from "#tests/support/any-forms.ts";
import { buildForm, buildQuestion, everyEntry, everyType } from "#tests/support/forms.ts";
import { draw } from "#tests/support/draw.tsx";

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = ""]) => found);
const idsIn = (html: string) => all(html, / id="([^"]*)"/g);
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#x27;");

function drawn(questions: Question[], entries: Entries, language: Language = "en"): string {
  const form = buildForm(questions);
  const { errors } = checkForm(form, entries);
  return draw(<Questions questions={questions} entries={entries} errors={errors} />, language);
}

// What must be true of every question drawn, whatever was typed.
function expectSound(html: string, questions: readonly Question[]) {
  const ids = idsIn(html);
  expect(new Set(ids).size, "an id is there once").toBe(ids.length);
  const allowed = new Set(questions.flatMap(drawnIds));
  for (const id of ids) expect(allowed, "ids are those that the check of a definition knows").toContain(id);
  for (const id of all(html, / for="([^"]*)"/g)) expect(ids).toContain(id);
  for (const described of all(html, / aria-describedby="([^"]*)"/g)) {
    for (const id of described.split(" ")) expect(ids).toContain(id);
  }
  expect(html).not.toMatch(/ required| style=|<script/);
}

describe.each(languages)("in %s", (language) => {
  test("every type is drawn empty, filled in and wrong", () => {
    const questions = questionsOf(everyType()).map((question) => ({ ...question, required: true }));
    const wrong = Object.fromEntries(Object.keys(everyEntry).map((field) => [field, ["?"]]));
    for (const entries of [{}, everyEntry, wrong]) expectSound(drawn(questions, entries, language), questions);
  });

  test("answers are listed for checking", () => {
    const form = everyType();
    const { answers, personal, visible } = checkForm(form, everyEntry);
    const html = draw(
      <AnswerSummary questions={visible} answers={{ ...answers, ...personal }} changeAt={({ id }) => `/change/${id}`} />,
      language,
    );
    expect(html).toContain("By boat");
    expect(all(html, /href="([^"]*)"/g)).toHaveLength(questionsOf(form).length - 1);
  });
});

test("whatever is posted is drawn again, with a field for every error to lead to", () => {
  fc.assert(
    fc.property(anyDefinitionAndPosted, ({ definition, posted }) => {
      const entries = readPosted(questionsOf(definition), posted);
      const { errors, visible } = checkForm(definition, entries);
      const html = draw(<Questions questions={visible} entries={entries} errors={errors} />);
      expectSound(html, visible);
      for (const error of errors) expect(idsIn(html)).toContain(fieldId(error.field));
      const summary = draw(<FormErrors questions={visible} errors={errors} />);
      for (const href of all(summary, /href="#([^"]*)"/g)) expect(idsIn(html)).toContain(href);
    }),
    { numRuns: 60 },
  );
});

test("what was typed survives an error", () => {
  const typed = "<b>not a \"number\"</b> & 'more'";
  for (const type of ["number", "money", "email", "telephone", "postcode"] as const) {
    const html = drawn([buildQuestion(type)], { [type]: [typed] });
    expect(html).toContain("govuk-error-message");
    expect(html).toContain(`value="${escaped(typed)}"`);
  }
  const tooLong = drawn([buildQuestion("long-text", { maxWords: 1 })], { "long-text": ["two words"] });
  expect(tooLong).toMatch(/<textarea[^>]*>two words<\/textarea>/);
});

test("the error beside a field is the one in the summary, and is announced as an error", () => {
  const question = buildQuestion("rating", { required: true, label: { en: "How good?" } });
  expect(drawn([question], {})).toContain(
    '<p id="rating-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error: </span>Select a rating for “How good?”</p>',
  );
  const errors = checkForm(buildForm([question]), {}).errors;
  expect(draw(<FormErrors questions={[question]} errors={errors} />)).toContain('<a href="#rating">Select a rating for “How good?”</a>');
});

test("a question that may be left out says so", () => {
  expect(drawn([buildQuestion("rating")], {})).toContain("(optional)");
  expect(drawn([buildQuestion("rating", { required: true })], {})).not.toContain("(optional)");
  expect(drawn([buildQuestion("statement")], {})).not.toContain("(optional)");
});

test("a text that has to fall back is marked with its language", () => {
  const question = buildQuestion("rating", { label: { en: "How good?" }, lowLabel: undefined, highLabel: undefined });
  expect(drawn([question], {}, "ur")).toContain('<span lang="en" dir="ltr">How good?</span>');
});

test("the direction of free text follows what is typed", () => {
  expect(drawn([buildQuestion("long-text")], {})).toMatch(/<textarea[^>]* dir="auto"/);
});

test("contact details tell the browser what they are", () => {
  const html = drawn([buildQuestion("name"), buildQuestion("email"), buildQuestion("telephone"), buildQuestion("address")], {});
  expect(all(html, / autoComplete="([^"]*)"/gi)).toEqual([
    "name",
    "email",
    "tel",
    "address-line1",
    "address-line2",
    "address-level2",
    "postal-code",
  ]);
});

test("none of these comes after an or and stands alone where scripts run", () => {
  expect(drawn([buildQuestion("several-choices")], {})).toMatch(/govuk-checkboxes__divider">or<.*data-behaviour="exclusive"/s);
});

test("a sub-heading is drawn when it changes", () => {
  const under = (id: string, heading: string) => buildQuestion("rating", { id, heading: { en: heading } });
  expect(all(drawn([under("a", "One"), under("b", "One"), under("c", "Two")], {}), /<h2[^>]*>([^<]*)/g)).toEqual(["One", "Two"]);
});

test("the only question of a page is its heading", () => {
  const html = draw(<Questions questions={[buildQuestion("rating")]} entries={{}} errors={[]} asHeading />);
  expect(html).toMatch(/<legend[^>]*><h1/);
});

test("a correction stands with its question, dated", () => {
  const erratum = { questionId: "rating", text: { en: "The scale was printed wrongly." }, datedOn: "2006-03-03" };
  const html = draw(<Questions questions={[buildQuestion("rating")]} entries={{}} errors={[]} errata={[erratum]} />);
  expect(html).toContain("Corrected on 3 March 2006");
  expect(html).toContain("The scale was printed wrongly.");
});

test("an answer left out is not provided", () => {
  expect(draw(<AnswerSummary questions={[buildQuestion("rating")]} answers={{}} />)).toContain("Not provided");
});

test("points used are said in words without a script", () => {
  expect(drawn([buildQuestion("point-budget")], { "point-budget.parks": ["60"], "point-budget.roads": ["50"] })).toContain(
    "So far you have shared out 110 of 100 points.",
  );
});
