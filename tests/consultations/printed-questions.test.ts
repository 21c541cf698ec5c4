import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { consultationFromPrinted, isPrintedQuestions, readPrintedQuestions } from "#app/consultations/printed-questions.ts";
import { checkDefinition, questionsOf } from "#app/forms/definition.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { sharedFile } from "#tests/support/shared-files.ts";

const all = [wordsFor("en"), wordsFor("cy"), wordsFor("ur")];

const paper = {
  title: "A paper",
  publisher: "The Office",
  questions: [
    { number: 1, chapter: 1, chapterTitle: "Roles", heading: "Who leads", text: "Who should lead?", related: "para 4" },
    { number: 2, chapter: 2, chapterTitle: "Skills", heading: "Skills", text: "What is lacking?" },
  ],
};

function taken(input: unknown) {
  const read = readPrintedQuestions(input);
  if (!read.success) throw new Error(read.error.message);
  return consultationFromPrinted(read.data, all[0]!, all);
}

describe("a printed paper's questions", () => {
  it("chapters become sections, and a last one asks about something else in every language", () => {
    const { definition } = taken(paper);
    expect(definition.sections.map(({ heading }) => heading.en)).toEqual(["Roles", "Skills", "Other issues"]);
    expect(Object.keys(definition.sections.at(-1)!.heading).sort()).toEqual(["cy", "en", "ur"]);
    expect(checkDefinition(definition).ok).toBe(true);
  });

  it("a heading that only repeats its chapter's is left out", () => {
    const [first, second] = questionsOf(taken(paper).definition);
    expect(first).toMatchObject({ heading: { en: "Who leads" }, hint: { en: "See para 4 of the consultation paper" } });
    expect(second).not.toHaveProperty("heading");
  });

  it("two questions of one number are a problem that the form's own check names", () => {
    const twice = { ...paper, questions: [paper.questions[0], paper.questions[0]] };
    const checked = checkDefinition(taken(twice).definition);
    expect(checked.ok ? [] : checked.problem.map(({ code }) => code)).toContain("id-twice");
  });

  it("a file without questions, or with a form of its own, is not a printed paper", () => {
    expect([isPrintedQuestions(paper), isPrintedQuestions({ form: {}, questions: [] }), isPrintedQuestions(null)]).toEqual([true, false, false]);
  });

  const real = sharedFile("seed/odpm-2005-questions.json");
  it.skipIf(real === null)(`the 35 questions of 2005 are asked as they were printed, all of them optional (${real ?? "file not here"})`, () => {
    const file = JSON.parse(readFileSync(real!, "utf8")) as { questions: { number: number; text: string }[] };
    const { definition, texts } = taken(file);
    const asked = questionsOf(definition).slice(0, 35);
    expect(asked.map(({ number, label }) => [number, label.en])).toEqual(file.questions.map(({ number, text }) => [String(number), text]));
    expect(questionsOf(definition)).toHaveLength(36);
    expect(questionsOf(definition).filter((question) => question.required || question.type !== "long-text")).toEqual([]);
    expect(definition.sections.map(({ heading, questions }) => [heading.en, questions.length])).toEqual([
      ["The role of Local Strategic Partnerships and Sustainable Community Strategies", 11],
      ["Governance", 10],
      ["Accountability", 9],
      ["Capacity Issues", 5],
      ["Other issues", 1],
    ]);
    expect(checkDefinition(definition).ok).toBe(true);
    expect(texts.summary.en).toBe(
      "35 questions from: Office of the Deputy Prime Minister. You may answer all, some or none of them, or write about something else.",
    );
  });
});
