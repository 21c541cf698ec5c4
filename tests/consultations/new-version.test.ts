import { expect, test } from "vitest";
import { effectsOf, offeredWith, pagesStillSeen, problemsOfVersion } from "#app/consultations/new-version.ts";
import { differencesBetween } from "#app/forms/differences.ts";
import type { Question } from "#app/forms/question.ts";
import { buildForm, buildQuestion } from "#tests/support/forms.ts";

const choice = (...ids: string[]) => buildQuestion("one-choice", { id: "bus", options: ids.map((id) => ({ id, label: { en: id } })) });
const [text, rating] = [buildQuestion("long-text", { id: "why" }), buildQuestion("rating", { id: "rate" })];
const offered = (wanted: Partial<Parameters<typeof offeredWith>[0]> = {}) => ({ languages: ["en" as const, "cy" as const], partialLanguages: [], blockedLanguages: [], ...wanted });
const undecided = { reason: { en: "The route changed." }, partialLanguages: [], blockedLanguages: [] };
const english = { language: "en" as const, said: 10, all: 10 };
const welsh = (said: number) => ({ language: "cy" as const, said, all: 10 });

function codes(before: Question[], after: Question[], wanted: Partial<Parameters<typeof problemsOfVersion>[0]> = {}) {
  const [old, next] = [buildForm(before), buildForm(after)];
  const problems = problemsOfVersion({
    ...{ consultation: offered(), earlier: [old], next, differences: differencesBetween(old, next), shares: [english, welsh(10)], decided: undecided },
    ...wanted,
  });
  return problems.map(({ code }) => code);
}

test("questions are added and taken away with a reason; without either there is nothing to publish", () => {
  expect(codes([text], [text, rating])).toEqual([]);
  expect(codes([text], [text])).toEqual(["nothing-changed"]);
  expect(codes([text], [text, rating], { decided: { ...undecided, reason: null } })).toEqual(["reason-missing"]);
});

test("other words for a question that was answered are refused, and so is another kind or scale of answer under its id", () => {
  expect(codes([text], [{ ...text, label: { en: "Why not?" } }])).toEqual(["reworded"]);
  expect(codes([rating], [buildQuestion("number", { id: "rate" })])).toEqual(["definition"]);
  expect(codes([rating], [buildQuestion("rating", { id: "rate", highest: 10 })])).toEqual(["definition"]);
});

test("a new question that is not translated blocks the language or is shown in English, as somebody decides, and until then refuses", () => {
  const shares = [english, welsh(9)];
  expect(codes([text], [text, rating], { shares })).toEqual(["untranslated"]);
  expect(codes([text], [text, rating], { shares, decided: { ...undecided, partialLanguages: ["cy"] } })).toEqual([]);
  expect(codes([text], [text, rating], { shares, decided: { ...undecided, blockedLanguages: ["cy"] } })).toEqual([]);
  expect(codes([text], [text, rating], { shares, consultation: offered({ partialLanguages: ["cy"] }) })).toEqual([]);
});

test("a language is offered as was decided, and without a notice once it is complete", () => {
  const decided = { partialLanguages: [], blockedLanguages: ["cy" as const] };
  expect(offeredWith(offered(), [english, welsh(9)], decided)).toEqual({ languages: ["en"], partialLanguages: [], blockedLanguages: ["cy"] });
  expect(offeredWith(offered({ partialLanguages: ["cy"] }), [english, welsh(10)], { ...decided, blockedLanguages: [] })).toEqual(offered());
  expect(offeredWith(offered({ languages: ["en"], blockedLanguages: ["cy"] }), [english, welsh(10)], decided)).toEqual(offered());
});

test("of each question that is changed or taken away is told how many answered it, of how many who were asked", () => {
  const differences = differencesBetween(buildForm([choice("often", "never"), text, rating]), buildForm([choice("often", "seldom"), { ...rating, hint: { en: "From 1" } }]));
  const tally = { responses: 40, questions: { bus: { asked: 40, answered: 30, counts: { often: 18, never: 12 } }, why: { asked: 25, answered: 20 } } };
  expect(effectsOf(differences, tally)).toMatchObject([
    { question: { id: "bus" }, isRemoved: false, asked: 40, answered: 30, options: [{ text: { en: "never" }, chosen: 12 }] },
    { question: { id: "why" }, isRemoved: true, asked: 25, answered: 20, options: [] },
  ]);
});

test("a draft that goes over sees the pages again on which something was added or changed, and no others", () => {
  const after = buildForm([choice("often", "seldom"), text, rating]);
  const differences = differencesBetween(buildForm([choice("often", "never"), text]), after);
  const [section] = after.sections;
  expect(pagesStillSeen(["bus", "why", section!.id, "sending/about-you"], differences, after)).toEqual(["why", "sending/about-you"]);
});
