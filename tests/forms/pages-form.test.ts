import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { questionsOf } from "#app/forms/definition.ts";
import { foreignProgram, readForeignForm } from "#app/forms/foreign-forms.ts";
import { defraForm, expectTakenOrRefused, fixedTexts, linesOf, readTaken, spoilt, xGovForm } from "#tests/support/foreign-forms.ts";

function read(input: unknown) {
  const form = readTaken(input);
  return { ...form, questions: new Map(questionsOf(form.definition).map((question) => [question.id, question])) };
}

describe("a form of XGov's form builder", () => {
  const { definition, leftOut, questions } = read(xGovForm);

  test("is told from DEFRA's, and one of DEFRA's older ones is read the same way", () => {
    const older = { ...xGovForm, version: undefined, pages: xGovForm.pages.map((page) => ({ ...page, ...(page.controller && { controller: "SummaryPageController" }) })) };
    const { version: _, ...unversioned } = older;
    expect([xGovForm, defraForm, unversioned, { pages: [{}] }].map(foreignProgram)).toEqual([
      ...["XGov’s form builder", "DEFRA’s forms engine", "DEFRA’s forms engine", undefined],
    ]);
  });

  test("every component becomes the question of ours that asks the same", () => {
    expect([...questions.values()].map(({ id, type }) => `${id} ${type}`)).toEqual([
      ...["p statement", "flooded one-choice", "depth number", "cost money", "inset statement", "rooms several-choices", "other short-text"],
      ...["worry one-choice", "worry-why short-text", "years one-choice", "more long-text", "nick short-text", "email email", "phone telephone"],
      ...["home address", "moved date", "left date", "month short-text", "time short-text", "site short-text", "street one-choice", "photo file"],
      ...["details statement", "list statement", "card statement", "declaration statement"],
    ]);
  });

  test("ways that part at a question and meet again lead to a page that everybody sees", () => {
    const flooded = { question: "flooded", is: "yes" };
    expect(definition.sections.map(({ id, showWhen }) => [id, showWhen])).toEqual([
      ...[["s-start", undefined], ["s-you", undefined], ["s-rooms", flooded], ["s-worry", undefined], ["s-more", undefined]],
      ...[["s-about", undefined], ["s-declaration", undefined]],
    ]);
    expect(questions.get("cost")?.showWhen).toEqual({
      all: [flooded, { question: "depth", isAnswered: true }, { not: { question: "depth", atMost: 50 } }],
    });
  });

  test("named conditions inside others, comparisons of listed numbers and what opens under an option are carried over", () => {
    expect(questions.get("more")?.showWhen).toEqual({
      all: [{ question: "worry", is: "very" }, { any: [{ question: "years", is: "2" }, { question: "years", is: "3" }] }],
    });
    expect(questions.get("worry-why")?.showWhen).toEqual({ question: "worry", is: "very" });
  });

  test("in the oldest forms, where a page names its condition itself, it is shown under it", () => {
    const { version: _, ...form } = xGovForm;
    const pages = form.pages.map((page) => ({ ...page, ...(page.path === "/depth" && { condition: "wasFlooded" }), ...(page.path === "/flooded" && { next: [{ path: "/depth" }, { path: "/rooms" }] }) }));
    expect(read({ ...form, pages }).questions.get("depth")?.showWhen).toEqual({ question: "flooded", is: "yes" });
  });

  test("a formula of plain comparisons is said in our terms, and one of more is listed", () => {
    const asking = (value: string) => ({ ...xGovForm, conditions: xGovForm.conditions.map((one) => (one.name === "deep" ? { ...one, value } : one)) });
    const flooded = { question: "flooded", is: "yes" };
    expect(read(asking("you.flooded == true and you.depth >= 50 or you.depth < 2")).questions.get("cost")?.showWhen).toEqual({
      all: [flooded, { any: [{ question: "depth", atLeast: 50 }, { all: [{ question: "depth", isAnswered: true }, { not: { question: "depth", atLeast: 2 } }] }] }],
    });
    for (const formula of ["max(you.depth, 2) > 5", "you.depth > 5 and", "(you.depth > 5)", ""]) {
      expect(linesOf(read(asking(formula)).leftOut).join("\n"), formula).toContain("is a formula that cannot be said here");
    }
  });

  test("a page on which some come to an end says what it says there", () => {
    const stop = { path: "/stop", title: "Stop", controller: "CheckpointSummaryPageController", options: { customText: { insetText: "Do not send", details: "<p>Why</p>" } }, components: [] };
    const pages = [...xGovForm.pages.map((page) => (page.path === "/about" ? { ...page, next: [{ path: "/stop" }] } : page)), stop];
    expect(read({ ...xGovForm, pages }).questions.get("stop")).toMatchObject({ type: "statement", label: { en: "Stop" }, hint: { en: "Do not send\n\nWhy" } });
  });

  test("everything else is listed", () => {
    expect(linesOf(leftOut)).toEqual([
      "fees: is left out: nobody pays to answer a consultation",
      "/about: leads back to /flooded; here nobody is led back",
      "/again: leads to /nowhere, which is not there",
      "/again: is left out, because nothing leads to it",
      "other: Another room: checks what is typed by a pattern, which is left out",
      "moved: When did you move in?: allows only dates so many days from today; here any date is taken",
      "month: Which month?: asks for a month and a year; here it is a short text that is not checked",
      "time: At what time?: asks for a time of day; here it is a short text that is not checked",
      "site: Your web page: asks for an address on the web; here it is a short text that is not checked",
      "photo: A photograph: takes several files there, and one here",
      "costs: Costs: is left out: “MultiInputField” is not a kind of question here",
    ]);
  });

  test("a condition that depends on itself is listed, and its page shown to everybody", () => {
    const round = { name: "long", value: { conditions: [{ conditionName: "veryAndLong" }] } };
    const conditions = xGovForm.conditions.map((one) => (one.name === "long" ? round : one));
    expect(linesOf(read({ ...xGovForm, conditions }).leftOut)).toContain(
      "more: Tell us more: is shown to everybody here, because its condition “veryAndLong” depends on itself",
    );
  });
});

describe("a form of DEFRA's forms engine", () => {
  const { definition, leftOut, questions } = read(defraForm);

  test("its pages follow one another, each with its own condition", () => {
    expect([...questions.values()].map(({ id, type, showWhen }) => [id, type, showWhen].filter(Boolean))).toEqual([
      ["park", "one-choice"],
      ["wishes", "several-choices", { question: "park", is: "yes" }],
      ["wishes-why", "short-text", { all: [{ question: "park", is: "yes" }, { question: "wishes", is: "nothing" }] }],
      ...[["c-3", "statement"], ["grid", "map-point"], ["area", "map-area"], ["helper", "short-text"], ["plan", "file"]],
      ...[["promise", "several-choices"], ["c-10", "statement"]],
    ]);
    expect(definition.sections.find(({ id }) => id === "s-p-3")?.showWhen).toEqual({
      any: [{ question: "wishes", is: "pond" }, { not: { question: "park", is: "yes" } }],
    });
  });

  test("Welsh is kept, and an exclusive option is chosen alone", () => {
    expect(definition.languages).toEqual(["en", "cy"]);
    expect(questions.get("wishes")).toMatchObject({
      ...{ label: { en: "What would you like?", cy: "Beth hoffech chi?" }, hint: { en: "Select all that apply", cy: "Dewiswch bopeth" } },
      ...{ options: [{ id: "pond", label: { en: "A pond", cy: "Pwll" } }, { id: "fountain" }], noneOption: { id: "nothing" } },
    });
  });

  test("everything else is listed", () => {
    expect(linesOf(leftOut)).toEqual([
      "helper: takes another answer into its wording, which stays as it is written",
      "c-10: holds a picture, which is left out",
      "area: Draw it: takes several points, lines and areas; here it is one area",
      "p-4: is answered several times there, and once here",
      "plan: Send a plan: takes several files there, and one here",
      "plan: Send a plan: takes files of a kind that is not taken here: video/mp4",
      "pay: Pay: is left out: nobody pays to answer a consultation",
      "p-7: ends the form there; here the form goes on",
      "Stop: is shown to everybody here, because its condition counts days from today for “c-2”",
    ]);
  });
});

test("a form of ten thousand pages, or nested a hundred thousand deep, is refused in words", () => {
  const pages = Array.from({ length: 10_000 }, (_, at) => ({ path: `/${at}`, components: [], next: [{ path: `/${at + 1}` }] }));
  let nested: unknown = {};
  for (let depth = 0; depth < 100_000; depth++) nested = { conditions: [nested] };
  const says = (input: unknown) => {
    const form = readForeignForm(input, fixedTexts);
    return form.ok ? "" : form.problem.refused.code;
  };
  expect(says({ pages })).toBe("too-many-pages");
  expect(says({ ...xGovForm, conditions: [nested] })).toBe("too-big");
});

test.each([["XGov", xGovForm], ["DEFRA", defraForm]])("whatever is spoilt in one of %s, it becomes a form of ours that may be asked, or is refused in words", (_, whole) => {
  fc.assert(
    fc.property(spoilt(whole), expectTakenOrRefused),
    { numRuns: 60 },
  );
});
