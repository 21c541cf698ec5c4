import { describe, expect, it } from "vitest";
import { equalityForm } from "#app/consultations/equality-form.ts";
import { checkDefinition, isPersonal, questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import type { Answer } from "#app/forms/answer.ts";
import { optionsOf, valuesOf } from "#app/forms/question.ts";
import { visibleQuestions } from "#app/forms/routing.ts";
import { addDays } from "#app/shared/dates.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { closedForm, closedTexts } from "#prisma/seed/closed-consultation.ts";
import { closedResponses } from "#prisma/seed/closed-responses.ts";
import { openTexts } from "#prisma/seed/open-consultation.ts";
import { openPollTimetable } from "#prisma/seed/open-poll.ts";
import { openForm } from "#prisma/seed/open-form.ts";
import { openResponses } from "#prisma/seed/open-responses.ts";
import { loadingBays, villageHalls } from "#prisma/seed/other-consultations.ts";
import { makePdf } from "#prisma/seed/pdf.ts";

const dates = { from: new Date("2026-08-01T08:00:00Z"), until: new Date("2026-10-23T23:00:00Z") };
const closed = closedResponses(dates);
const open = openResponses(dates);

const described: [string, { texts: typeof openTexts; form: FormDefinition }][] = [
  ["the open one", { texts: openTexts, form: openForm }],
  ["the closed one", { texts: closedTexts, form: closedForm }],
  ["the one to come", villageHalls],
  ["the unpublished one", loadingBays],
];

/** Whether an answer is one that the form would have taken, as far as its choices go. */
function isTaken(question: Question, answer: Answer): boolean {
  const ids = optionsOf(question).map(({ id }) => id);
  const values = typeof answer === "object" && !Array.isArray(answer) ? answer : {};
  switch (question.type) {
    case "one-choice":
      return "option" in values && ids.includes(String(values.option));
    case "several-choices":
      return "options" in values && (values.options as string[]).every((id) => ids.includes(id));
    case "agreement":
      return "level" in values && valuesOf(question).includes(String(values.level));
    case "yes-no-unsure":
      return valuesOf(question).includes(String(answer));
    case "rating":
      return Number.isInteger(answer) && Number(answer) >= 1 && Number(answer) <= question.highest;
    case "ranking":
      return (answer as string[]).every((id) => ids.includes(id));
    case "point-budget": {
      const total = Object.values(values as Record<string, number>).reduce((sum, given) => sum + given, 0);
      return Object.keys(values).every((id) => ids.includes(id)) && (question.spendAll ? total === question.points : total <= question.points);
    }
    case "matrix":
      return Object.entries(values).every(([row, column]) => ids.includes(row) && question.columns.some(({ id }) => id === column));
    default:
      return true;
  }
}

describe("the demonstration", () => {
  it.each(described)("%s is a right form, complete in three languages, and its summary is short", (_name, { texts, form }) => {
    expect(checkDefinition(form).ok).toBe(true);
    expect(missingTranslations(form)).toEqual([]);
    for (const summary of Object.values(texts.summary)) expect(summary.length).toBeLessThanOrEqual(300);
  });

  it.each([
    ["closed", closed, closedForm],
    ["open", open, openForm],
  ] as const)("every invented answer to the %s one is one that the form would have taken", (_name, responses, form) => {
    const questions = questionsOf(form);
    for (const { answers, personal } of responses) {
      const visible = visibleQuestions(form, answers).map(({ id }) => id);
      for (const [id, answer] of Object.entries(answers)) {
        const question = questions.find((one) => one.id === id);
        expect(question && visible.includes(id) && !isPersonal(question) && isTaken(question, answer), `${id} ${JSON.stringify(answer)}`).toBe(true);
      }
      expect(Object.keys(personal).every((id) => visible.includes(id))).toBe(true);
    }
  });

  it("equality answers are to the questions that are asked", () => {
    const form = equalityForm((key) => ({ en: wordsFor("en").t(key) }));
    for (const { equality } of [...closed, ...open]) {
      for (const [id, answer] of Object.entries(equality ?? {})) {
        const question = visibleQuestions(form, equality ?? {}).find((one) => one.id === id);
        expect(question && isTaken(question, answer), `${id} ${JSON.stringify(answer)}`).toBe(true);
      }
    }
  });

  it("what residents say has no slot left open and is said in the language they answer in", () => {
    for (const { answers, language } of [...closed, ...open]) {
      const said = [answers["one-thing"], answers.wish, answers["anything-else"]].filter((words) => typeof words === "string");
      for (const words of said) {
        expect(words).not.toMatch(/[{}]|undefined/);
        expect(/\p{Script=Arabic}/u.test(words)).toBe(language === "ur");
      }
    }
  });

  it("there are hundreds of closed responses: several ways, three languages, some changed, some withdrawn, some confidential", () => {
    expect(closed).toHaveLength(480);
    expect(new Set(closed.map(({ channel }) => channel)).size).toBeGreaterThan(5);
    expect([...new Set(closed.map(({ language }) => language))].sort()).toEqual(["cy", "en", "ur"]);
    for (const happened of [
      closed.filter(({ before }) => before !== null),
      closed.filter(({ withdrawnAt }) => withdrawnAt !== null),
      closed.filter(({ confidentialityReason }) => confidentialityReason !== null),
      closed.filter(({ organisation }) => organisation !== null),
    ]) {
      expect(happened.length).toBeGreaterThan(4);
    }
  });

  it("all happens while it is open, and the same every time", () => {
    for (const { receivedAt, before, withdrawnAt } of closed) {
      for (const at of [receivedAt, before?.changedAt ?? receivedAt, withdrawnAt ?? receivedAt]) {
        expect(at >= receivedAt && at > dates.from && at < dates.until).toBe(true);
      }
    }
    expect(closedResponses(dates)).toEqual(closed);
  });

  it("answers alike on whatever day it is set up", () => {
    const answersOf = (responses: typeof closed) => responses.map(({ answers, withdrawnAt }) => [answers, withdrawnAt === null]);
    for (let day = 1; day <= 7; day += 1) {
      const later = (date: Date) => new Date(date.getTime() + day * 86_400_000);
      expect(answersOf(closedResponses({ from: later(dates.from), until: later(dates.until) }))).toEqual(answersOf(closed));
    }
    expect(closed.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(474);
  });

  it("has a poll that has been open for days and closes in some, on whatever day it is set up", () => {
    for (let day = "2026-01-01"; day < "2029-01-01"; day = addDays(day, 1)) {
      const { pollOpensOn, pollClosesOn } = openPollTimetable(day);
      expect([pollOpensOn <= addDays(day, -3), pollClosesOn >= addDays(day, 4)], day).toEqual([true, true]);
    }
  });

  it("a PDF's table tells where each of its objects begins", () => {
    const pdf = makePdf({ title: "A (draft)", language: "en-GB", paragraphs: ["One £2 paragraph. ".repeat(400), "Two"] }).toString("latin1");
    const [, start = "0"] = /startxref\n(\d+)/.exec(pdf) ?? [];
    expect(pdf.slice(Number(start)).startsWith("xref")).toBe(true);
    const places = [...pdf.slice(Number(start)).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    places.forEach((place, index) => expect(pdf.slice(place).startsWith(`${index + 1} 0 obj`)).toBe(true));
    expect(places.length).toBeGreaterThan(8);
  });
});
