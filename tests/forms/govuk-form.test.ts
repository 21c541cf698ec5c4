import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { questionsOf } from "#app/forms/definition.ts";
import { readForeignForm } from "#app/forms/foreign-forms.ts";
import { isGovukForm } from "#app/forms/govuk-form.ts";
import { expectTakenOrRefused, fixedTexts, govukForm, linesOf, readTaken, spoilt } from "#tests/support/foreign-forms.ts";

describe("a form of GOV.UK Forms", () => {
  const { definition, leftOut, title } = readTaken(govukForm);
  const questions = new Map(questionsOf(definition).map((question) => [question.id, question]));

  test("is told from others, also inside a document", () => {
    expect([govukForm, { content: govukForm }, { pages: [] }, {}, null].map(isGovukForm)).toEqual([true, true, false, false, false]);
    expect(title).toEqual({ en: "A bench for Castle Green" });
  });

  test("every kind of question becomes the one of ours that asks the same", () => {
    expect([...questions.values()].map(({ id, type }) => `${id} ${type}`)).toEqual([
      ...["1 one-choice", "2 long-text", "3 number", "4 several-choices", "4-none-of-the-above short-text", "5 short-text", "6 name"],
      ...["7 email", "8 telephone", "9 address", "10 date", "13 short-text", "14 file", "15 one-choice", "15-exit-1 statement", "16 short-text", "declaration statement"],
    ]);
  });

  test("what may be left blank there may be left blank here; a selection then has its “none of these”", () => {
    expect(questions.get("2")).toMatchObject({ required: true, hint: { en: "Say as much as you like" } });
    expect(questions.get("3")).not.toHaveProperty("required");
    expect(questions.get("4")).toMatchObject({ required: true, noneOption: { id: "none-of-the-above", label: fixedTexts.none } });
    expect(questions.get("4-none-of-the-above")?.showWhen).toEqual({ question: "4", is: "none-of-the-above" });
  });

  test("a step that a route skips is shown to those who do not take it, and the step after it to all", () => {
    const notNo = { not: { question: "1", is: "no" } };
    expect(["1", "2", "3", "4", "5", "16"].map((id) => questions.get(id)?.showWhen)).toEqual([
      ...[undefined, notNo, notNo, undefined, undefined],
      { not: { question: "15", is: "no" } },
    ]);
  });

  test("a step with guidance stands in a section of its own", () => {
    expect(definition.sections.map(({ heading, intro }) => [heading.en, intro?.en])).toEqual([
      ["A bench for Castle Green", undefined],
      ["Names", "A name\n\nSee the list (https://example.org/names)."],
      ["A bench for Castle Green", undefined],
      ["A bench for Castle Green", undefined],
    ]);
  });

  test("everything else is listed", () => {
    expect(linesOf(leftOut)).toEqual([
      "submission_email: sends the answers on there; here they are read in the office",
      "what_happens_next_markdown: is left out: what happens next is said by the consultation itself",
      "support_phone: names somebody to contact; here the consultation’s own contact is shown",
      "6: Your name: asks for a title too, which is left out",
      "9: Where do you live?: takes addresses abroad too; here only those in the United Kingdom",
      "11: When were you born?: is left out: a date of birth tells who somebody is, and no question here asks for one",
      "12: Your National Insurance number: is left out: no question here asks for a National Insurance number",
      "13: Your club: can be answered several times there, and once here",
      "15: sends those who answer “No” away there; here they read the same words and may go on",
    ]);
  });

  test("English and Welsh are kept side by side", () => {
    const both = {
      ...{ name: { en: "A bench", cy: "Mainc" }, available_languages: ["en", "cy"] },
      steps: [{ id: "a1", answer_type: "text", question_text: { en: "Where?", cy: "Ble?" }, data: { answer_settings: { input_type: "single_line" } } }],
    };
    const { definition: kept } = readTaken(both);
    expect(kept.languages).toEqual(["en", "cy"]);
    expect(questionsOf(kept)[0]?.label).toEqual({ en: "Where?", cy: "Ble?" });
  });

  test("a language we do not have is refused in words", () => {
    expect(readForeignForm({ ...govukForm, language: "fr" }, fixedTexts)).toMatchObject({ ok: false, problem: { refused: { code: "languages", values: { languages: "fr" } } } });
  });

  test("a title longer than a summary is cut for one, and never within a letter", () => {
    expect(readTaken({ ...govukForm, name: `${"a".repeat(299)}🌳 and more` }).summary).toMatchObject({ en: "a".repeat(299) });
  });

  test("a step that leads back is listed, and nobody goes round for ever", () => {
    const [first, ...others] = govukForm.steps;
    const circle = { ...govukForm, steps: [first, ...others.slice(0, -1), { ...others.at(-1), next_step_id: 2 }] };
    expect(linesOf(readTaken(circle).leftOut)).toContain("16: leads back to 2; here nobody is led back");
  });

  test("whatever is spoilt in it, it becomes a form of ours that may be asked, or is refused in words", () => {
    fc.assert(
      fc.property(spoilt(govukForm), expectTakenOrRefused),
      { numRuns: 100 },
    );
  });
});
