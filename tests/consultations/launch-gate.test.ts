import { expect, test } from "vitest";
import type { Consultation } from "#app/consultations/consultation.ts";
import { durationInDays, gateOf, isPassed, problemsOfClosing, problemsOfDates, tests, type LaunchFacts } from "#app/consultations/launch-gate.ts";
import { unlived } from "#app/consultations/life.ts";

const text = { en: "Said" };
const consultation: Consultation = {
  ...{ ...unlived, id: "c", partnershipId: "p", formId: "f", title: text, summary: text, purpose: text, decisionToBeMade: text, decisionMaker: text },
  ...{ decisionOn: "2026-12-01", openToChange: [text], notOpenToChange: [], audience: text, otherWays: { telephone: "01632 960220" }, asksEquality: true },
  ...{ languages: ["en", "cy"], pauseReason: null, resultsPublishedAt: null, responsesPublicAt: null, reportPublicAt: null, shorterTimeReason: null, partialLanguages: [], blockedLanguages: [] },
  ...{ opensAt: new Date("2026-06-01T08:00:00Z"), closesAt: new Date("2026-08-23T23:00:00Z") },
};
const facts: LaunchFacts = {
  ...{ consultation, profile: "compact", minimumDays: null, shorterTimeReason: null, electionReason: null, asksResidents: true },
  ...{ documents: 1, elections: [], contact: {} },
  shares: [{ language: "en", said: 9, all: 9 }, { language: "cy", said: 9, all: 9 }, { language: "ur", said: 0, all: 9 }],
  signOffs: tests.map((one) => ({ test: one, name: "Mair", at: new Date(0), note: "Yes" })),
};
const given = (change: Partial<LaunchFacts>, of: Partial<Consultation> = {}) => ({ ...facts, ...change, consultation: { ...consultation, ...of } });
const codes = (of: LaunchFacts) => gateOf(of).flatMap(({ problems }) => problems.map(({ code }) => code));

test("a consultation of which everything is said and signed passes", () => {
  expect(codes(facts)).toEqual([]);
  expect(isPassed(gateOf(facts))).toBe(true);
});

test("each of the four tests needs a name under it", () => {
  for (const one of tests) {
    const lines = gateOf(given({ signOffs: facts.signOffs.filter(({ test: signed }) => signed !== one) }));
    expect(isPassed(lines), one).toBe(false);
    expect(lines.filter(({ isSigned }) => !isSigned).map(({ name }) => name)).toEqual([one]);
  }
});

test("[Gunning 1] the decision comes after the last day to answer, and something can still change", () => {
  expect(codes(given({}, { decisionOn: null }))).toEqual(["decision-missing"]);
  expect(codes(given({}, { decisionOn: "2026-08-23" }))).toEqual(["decision-before-closing"]);
  expect(codes(given({}, { decisionOn: "2026-08-24" }))).toEqual([]);
  expect(codes(given({}, { openToChange: [] }))).toEqual(["nothing-open"]);
});

test("[Gunning 2] a plain summary, the reasons and a document are there to answer by", () => {
  expect(codes(given({ documents: 0 }, { summary: { en: " " }, purpose: {} }))).toEqual(["summary-missing", "purpose-missing", "document-missing"]);
});

test("[Gunning 3] less time than the chosen rule asks for needs a reason for people to read, which no reason does where it is law", () => {
  const shorter = { closesAt: new Date("2026-08-22T23:00:00Z") };
  expect(durationInDays(consultation)).toBe(84);
  expect(codes(given({}, shorter))).toEqual(["shorter"]);
  expect(codes(given({ shorterTimeReason: { cy: "Dyddiad y gyfraith" } }, shorter))).toEqual([]);
  const weeks = { closesAt: new Date("2026-07-11T23:00:00Z") };
  expect(codes(given({ profile: "np_reg14", shorterTimeReason: text }, weeks))).toEqual(["shorter-than-law"]);
  expect(codes(given({ profile: "np_reg16" }, { closesAt: new Date("2026-07-12T23:00:00Z") }))).toEqual([]);
  expect(codes(given({ profile: "custom", minimumDays: 42 }, weeks))).toEqual(["shorter"]);
  expect(codes(given({ profile: "principles2018" }, weeks))).toEqual([]);
  expect(codes(given({ profile: null }))).toEqual(["profile-missing"]);
  expect(codes(given({}, { opensAt: null }))).toEqual(["dates-missing"]);
});

test("[Gunning 4] it says what is decided and by whom", () => {
  expect(codes(given({}, { decisionMaker: {}, decisionToBeMade: {} }))).toEqual(["decider-missing", "decision-to-be-made-missing"]);
});

test("days are counted in Europe/London, the first and the last included", () => {
  const dates = (opens: string, closes: string) => durationInDays({ opensAt: new Date(opens), closesAt: new Date(closes) });
  expect(dates("2026-06-01T08:00:00Z", "2026-06-01T16:00:00Z")).toBe(1);
  expect(dates("2026-05-31T23:30:00Z", "2026-06-02T23:00:00Z")).toBe(2);
});

test("in the period before an election nothing is launched without a reason", () => {
  const may = { opensAt: new Date("2026-04-15T08:00:00Z") };
  expect(codes(given({}, may))).toEqual(["election"]);
  expect(codes(given({ electionReason: "The grant ends in June." }, may))).toEqual([]);
});

test("of a language that is offered and not complete somebody decides what people are shown; one that is not offered asks nothing", () => {
  const shares = [{ language: "cy", said: 3, all: 9 } as const, { language: "ur", said: 3, all: 9 } as const];
  expect(codes(given({ shares }))).toEqual(["untranslated"]);
  expect(codes(given({ shares }, { partialLanguages: ["cy"] }))).toEqual([]);
  expect(codes(given({ shares }, { languages: ["en"], blockedLanguages: ["cy"] }))).toEqual([]);
});

test("where residents are asked there is a way to answer without the internet, the partnership's own included", () => {
  expect(codes(given({}, { otherWays: { email: "a@b.example" } }))).toEqual(["other-way-missing"]);
  expect(codes(given({ asksResidents: false }, { otherWays: {} }))).toEqual([]);
  expect(codes(given({ contact: { post: "Town hall" } }, { otherWays: {} }))).toEqual([]);
  expect(codes(given({}, { otherWays: { inPerson: { en: "The library" } } }))).toEqual([]);
});

test("when dates are set they are asked of again, whatever was signed", () => {
  const dates = { opensAt: new Date("2026-04-15T08:00:00Z"), closesAt: new Date("2026-05-15T23:00:00Z"), decisionOn: "2026-05-01" };
  expect(problemsOfDates(given({}, dates), consultation).map(({ code }) => code)).toEqual(["shorter", "decision-before-closing", "election"]);
});

test("a reason for less time holds for the time that was approved with it, and for no less", () => {
  const week = { opensAt: new Date("2026-06-01T08:00:00Z"), closesAt: new Date("2026-06-07T23:00:00Z") };
  const month = { ...week, closesAt: new Date("2026-06-30T23:00:00Z") };
  const set = (of: Partial<Consultation>, before: Pick<Consultation, "opensAt" | "closesAt">) =>
    problemsOfDates(given({ shorterTimeReason: text }, of), before).map(({ code, values }) => [code, values]);
  expect(set(week, month)).toEqual([["shorter-than-approved", { count: 7, least: 30 }]]);
  expect(set(month, month)).toEqual([]);
  expect(set(month, week), "more time than was approved").toEqual([]);
  expect(set(month, { opensAt: null, closesAt: null })).toEqual([]);
  const longer = { ...week, closesAt: new Date("2026-11-30T23:00:00Z") };
  expect(set({}, longer), "as long as the rule asks for").toEqual([]);
});

test("nobody ends before its time what the law keeps open", () => {
  const early = { closesAt: new Date("2026-06-20T10:00:00Z") };
  expect(problemsOfClosing(given({ profile: "np_reg14", shorterTimeReason: text }, early)).map(({ code }) => code)).toEqual(["shorter-than-law"]);
  expect(problemsOfClosing(given({ profile: "np_reg14" }))).toEqual([]);
  expect(problemsOfClosing(given({}, early)), "other rules ask for a reason, which a closing has").toEqual([]);
});
