import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { questionsOf } from "#app/forms/definition.ts";
import { readForeignForm } from "#app/forms/foreign-forms.ts";
import { readRelevance } from "#app/forms/lime-relevance.ts";
import { readXml } from "#app/forms/xml.server.ts";
import { expectTakenOrRefused, fixedTexts, linesOf, readTaken, spoilt } from "#tests/support/foreign-forms.ts";
import { limeTables, limeTree, lssOf } from "#tests/support/lime-survey.ts";

const read = (lss: string) => readTaken(limeTree(lss));

describe("a survey of LimeSurvey", () => {
  const survey = read(lssOf(limeTables));
  const questions = new Map(questionsOf(survey.definition).map((question) => [question.id, question]));

  test("its title, description, welcome and dates become the consultation's", () => {
    expect(survey).toMatchObject({
      ...{ title: { en: "Buses in the valley", cy: "Bysiau’r cwm" }, summary: { en: "Tell us about buses.", cy: "Dywedwch." } },
      ...{ purpose: { en: "Welcome." }, opensOn: "2026-07-01", closesOn: "2026-09-30" },
    });
    expect(survey.definition.languages).toEqual(["en", "cy"]);
  });

  test("groups become sections in their order, with the condition they have", () => {
    expect(survey.definition.sections.map(({ heading, intro, showWhen }) => [heading, intro?.en, showWhen])).toEqual([
      [{ en: "Buses", cy: "Bysiau" }, "About buses (https://example.org/b).", undefined],
      [{ en: "Fares" }, undefined, { question: "again", is: "yes" }],
    ]);
  });

  test("every kind of question becomes the one of ours that asks the same", () => {
    expect([...questions.values()].map(({ id, type }) => `${id} ${type}`)).toEqual([
      ...["bus one-choice", "why several-choices", "age number", "more long-text", "nick short-text", "again one-choice", "sex one-choice"],
      ...["stars rating", "since date", "stop one-choice", "stop-comment long-text", "faults several-choices", "rank ranking", "names-a short-text"],
      ...["names-b short-text", "costs-one number", "costs-two number", "table matrix", "sure matrix", "change matrix", "five matrix"],
      ...["note statement", "photo file", "town one-choice", "dual matrix", "dual-1 matrix", "odd long-text", "fare money"],
    ]);
    expect(questions.get("bus")).toMatchObject({ required: true, options: [{ id: "a1" }, { id: "a2" }, { id: "oth", writeIn: true }] });
    expect(questions.get("why")).toMatchObject({ atMost: 2, noneOption: { id: "none" }, options: [{ id: "price" }, { id: "time" }] });
    expect(questions.get("age")).toMatchObject({ max: 90, decimals: 0, unit: { en: "years" } });
  });

  test("what is worded for a question in several languages is each in its own, and blank words are those of the question", () => {
    const words = (attribute: string, ...said: [string, string][]) => said.map(([language, value]) => ({ qid: attribute === "other_replace_text" ? "1" : "23", attribute, value, language }));
    const worded = [...words("other_replace_text", ["cy", "Arall"], ["en", "Else"], ["de", "Anderes"]), ...words("dualscale_headerA", ["en", "Now"], ["cy", "Nawr"], ["de", "Jetzt"])];
    const costs = limeTables.subquestions!.filter(({ parent_qid, title }) => parent_qid !== "14" || title === "one");
    const blank = limeTables.question_l10ns!.map((row) => (row.qid === "108" || row.qid === "4" ? { ...row, question: "" } : row));
    const tables = { ...limeTables, question_attributes: worded, subquestions: costs, question_l10ns: [...blank, { qid: "23", question: "Dwywaith", help: "", language: "cy" }] };
    const found = new Map(questionsOf(read(lssOf(tables)).definition).map((question) => [question.id, question]));
    expect(found.get("bus")).toMatchObject({ options: [{}, {}, { label: { en: "Else", cy: "Arall" } }] });
    expect([found.get("dual")?.label, found.get("dual-1")?.label]).toEqual([{ en: "Twice (Now)", cy: "Dwywaith (Nawr)" }, { en: "Twice", cy: "Dwywaith" }]);
    expect([found.get("costs-one"), found.get("more")]).toMatchObject([{ label: { en: "What does it cost?" } }, { label: { en: "more" } }]);
    expect(found.get("costs-one")).not.toHaveProperty("heading");
  });

  test("a box of a table of boxes is asked about by its row and its column", () => {
    const [question = {}] = limeTables.questions!;
    const asked = (qid: string, type: string, title: string, relevance: string) => ({ ...question, qid, type, title, relevance, question: title, language: "en", question_order: qid });
    const part = (qid: string, title: string, scale_id: string) => ({ qid, parent_qid: "1", gid: "1", title, question: title, question_order: qid, scale_id, language: "en" });
    const tables = {
      ...{ groups: [{ gid: "1", group_name: "G", language: "en" }], surveys: limeTables.surveys!, surveys_languagesettings: limeTables.surveys_languagesettings! },
      questions: [asked("1", ":", "days", "1"), asked("2", "T", "empty", "!is_empty(days_mon_late.NAOK)"), asked("3", "T", "ticked", 'days_mon_late == "1"'), asked("4", "T", "other", "days_mon_soon == 1")],
      ...{ subquestions: [part("5", "mon", "0"), part("6", "late", "1")], question_attributes: [{ qid: "1", attribute: "multiflexible_checkbox", value: "1" }] },
    };
    const { definition, leftOut } = read(lssOf(tables));
    expect(questionsOf(definition).map(({ id, showWhen }) => [id, showWhen])).toEqual([
      ...[["days-mon", undefined], ["empty", { question: "days-mon", is: "late" }], ["ticked", { question: "days-mon", is: "late" }], ["other", undefined]],
    ]);
    expect(linesOf(leftOut)).toContain("other: is shown to everybody here, because its condition “days_mon_soon == 1” is a formula that cannot be said here");
  });

  test("a condition that compares answers with values is said in our terms, those of older files too", () => {
    expect(["why", "age", "more", "stop", "town"].map((id) => questions.get(id)?.showWhen)).toEqual([
      { question: "bus", is: "a1" },
      { all: [{ question: "why", is: "price" }, { question: "bus", isAnswered: true }] },
      { any: [{ question: "age", atLeast: 5 }, { question: "bus", is: "oth" }] },
      { any: [{ question: "again", is: "yes" }, { question: "why", is: "time" }] },
      { all: [{ question: "stars", isAnswered: true }, { not: { question: "stars", atMost: 2 } }, { not: { question: "again", is: "no" } }] },
    ]);
  });

  test("everything else is listed", () => {
    expect(linesOf(survey.leftOut)).toEqual([
      "de: is a language that is not among ours",
      "note: takes another answer into its wording, which stays as it is written",
      "sum: takes another answer into its wording, which stays as it is written",
      "bus: How do you usually travel?: shows its options in an order of its own there",
      "nick: checks what is typed by a pattern, which is left out",
      "faults: What is wrong?: has room for a comment beside each option, which is left out",
      "photo: A photograph: takes several files there, and one here",
      "sum: {age * 2}: is left out: it is worked out from other answers",
      "texts: Texts: is left out: it is a table of texts",
      "tongue: Language: is left out: it changes the language; every page here has a language switch",
      "secret: Hidden: is left out: it is hidden there",
      "odd: Odd: asks once more where it is left blank there; here it may be left blank",
      "odd: Odd: is shown to everybody here, because its condition “sum(costs_one.NAOK, costs_two.NAOK) > 10” is a formula that cannot be said here",
      "never: is left out: it is never shown there",
      "Fares: stands in a random order there",
      "endtext: has words of its own for the page after sending, which are left out",
      "defaultvalues: is left out: no answer is filled in beforehand here",
      "quota: is left out: nobody is turned away here because enough others answered",
    ]);
  });

  test("an older file repeats each row in every language, and is read the same", () => {
    const own = { qid: "1", parent_qid: "0", gid: "1", type: "L", title: "q1", mandatory: "N", question_order: "1", relevance: "1" };
    const old = {
      groups: [{ gid: "1", group_name: "One", group_order: "0", language: "en" }, { gid: "1", group_name: "Un", group_order: "0", language: "cy" }],
      questions: [{ ...own, question: "Which?", language: "en" }, { ...own, question: "Pa un?", language: "cy" }],
      answers: [{ qid: "1", code: "A", answer: "This", sortorder: "1", language: "en" }, { qid: "1", code: "A", answer: "Hwn", sortorder: "1", language: "cy" }],
      surveys: [{ sid: "7", language: "en", additional_languages: "cy", format: "S" }],
      surveys_languagesettings: [{ surveyls_language: "en", surveyls_title: "Old" }],
    };
    const { definition, leftOut } = read(lssOf(old, ["en", "cy"]));
    expect(leftOut).toEqual([]);
    expect(definition.sections).toMatchObject([
      {
        ...{ heading: { en: "One", cy: "Un" }, layout: "one-question-a-page" },
        questions: [{ id: "q1", label: { en: "Which?", cy: "Pa un?" }, options: [{ id: "a", label: { en: "This", cy: "Hwn" } }] }],
      },
    ]);
  });

  test.each([
    [lssOf(limeTables, ["en"], "Group"), "other-lime"],
    [lssOf({ surveys: [{ sid: "1", language: "de" }] }, ["de"]), "languages"],
    [lssOf({ surveys: [{ sid: "1", language: "en" }] }, ["en"]), "no-question"],
  ])("a file without a survey that can be asked is refused in words", (lss, code) => {
    expect(readForeignForm(limeTree(lss), fixedTexts)).toMatchObject({ ok: false, problem: { refused: { code } } });
  });

  test("whatever is spoilt in it, it becomes a form of ours that may be asked, or is refused in words", () => {
    fc.assert(
      fc.property(spoilt(limeTree(lssOf(limeTables))), expectTakenOrRefused),
      { numRuns: 40 },
    );
  });
});

describe("XML", () => {
  const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><document>&b;&b;&b;</document>';
  test.each([
    [bomb, "xml-declares"],
    ['<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>', "xml-declares"],
    ["<d>&unknown;</d>", "xml-broken"],
    ["<a><b></a>", "xml-broken"],
    ["<a>".repeat(100_000), "xml-deep"],
    ["", "xml-broken"],
  ])("what is broken or hostile is refused in words (%#)", (text, code) => {
    expect(readXml(text)).toMatchObject({ ok: false, problem: { code } });
  });

  test("no text makes the reader throw", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom("<a>", "</a>", "<![CDATA[", "]]>", "&amp;", "&#0;", "<!--", "-->", "<?x?>", "x")).map((parts) => parts.join(""))), (text) => {
        expect(readXml(text)).toHaveProperty("ok");
      }),
    );
  });
});

test("no formula makes the reader of relevance throw, and one it does not understand is not guessed at", () => {
  const signs = fc.constantFrom("(", ")", "and", "or", "!", "==", ">", "a.NAOK", "b", '"Y"', "1", "is_empty(", "a.relevanceStatus", "sum(", ",");
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(" "))), (formula) => {
      expect(["boolean", "object"]).toContain(typeof readRelevance(formula, (name) => (name === "a" ? { about: "a" } : undefined)));
    }),
  );
  expect(readRelevance("(".repeat(100), () => undefined)).toHaveProperty("unsayable");
  expect(readRelevance("b == 1", () => undefined)).toHaveProperty("unsayable");
  expect(readRelevance('"Y" == a.NAOK', () => ({ about: "a" }))).toEqual({ about: "a", is: "Y" });
});
