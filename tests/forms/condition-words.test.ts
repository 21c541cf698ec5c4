import { describe, expect, test } from "vitest";
import type { Condition } from "#app/forms/condition.ts";
import { readCondition, warningText, type Reading } from "#app/forms/condition-words.ts";
import type { Question } from "#app/forms/question.ts";
import { routingWarningCodes } from "#app/forms/routing-warnings.ts";
import { languages, type Language } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { buildQuestion } from "#tests/support/forms.ts";

const lives: Question = {
  id: "lives",
  type: "one-choice",
  label: { en: "Do you live here?", cy: "Ydych chi’n byw yma?", ur: "کیا آپ یہاں رہتے ہیں؟" },
  options: [
    { id: "yes", label: { en: "Yes", cy: "Ydw", ur: "جی ہاں" } },
    { id: "sometimes", label: { en: "Sometimes", cy: "Weithiau", ur: "کبھی کبھی" } },
    { id: "no", label: { en: "No" } },
  ],
};
const questions: Question[] = [
  lives,
  { id: "cars", type: "number", number: "2", label: { en: "How many cars do you have?" } },
  buildQuestion("several-choices", { id: "places", label: { en: "Where do you go?" } }),
  { id: "cost", type: "money", label: { en: "What would you pay?" } },
  buildQuestion("agreement", { id: "agrees", label: { en: "Do you agree?" } }),
];

const lines = ({ text, parts }: Reading, depth = 0): string[] => [
  `${"  ".repeat(depth)}${text}`,
  ...parts.flatMap((part) => lines(part, depth + 1)),
];
const read = (condition: Condition, language: Language = "en") => lines(readCondition(condition, questions, wordsFor(language)));

describe("a condition about one question is read as a sentence", () => {
  test.each<[Condition, string]>([
    [{ question: "lives", is: "yes" }, "Shown when “Do you live here?” was answered “Yes”."],
    [{ question: "lives", isAnyOf: ["yes", "sometimes"] }, "Shown when “Do you live here?” was answered “Yes” or “Sometimes”."],
    [{ not: { question: "lives", is: "no" } }, "Shown when “Do you live here?” was not answered “No”, or not answered at all."],
    [{ not: { not: { question: "lives", is: "no" } } }, "Shown when “Do you live here?” was answered “No”."],
    [{ question: "places", isAnyOf: ["park", "shop"] }, "Shown when “Option park” or “Option shop” was among the answers to “Where do you go?”."],
    [{ question: "cars", atLeast: 2 }, "Shown when the answer to “2. How many cars do you have?” is 2 or more."],
    [{ not: { question: "cars", atLeast: 2 } }, "Shown when the answer to “2. How many cars do you have?” is less than 2, or there is none."],
    [{ all: [{ question: "cars", atMost: 5 }, { question: "cars", atLeast: 2 }] }, "Shown when the answer to “2. How many cars do you have?” is from 2 to 5."],
    [{ question: "cost", atMost: 1250 }, "Shown when the answer to “What would you pay?” is £12.50 or less."],
    [{ question: "agrees", is: "strongly-disagree" }, "Shown when “Do you agree?” was answered “Strongly disagree”."],
    [{ question: "agrees", isAnswered: true }, "Shown when “Do you agree?” was answered."],
    [{ question: "gone", is: "yes" }, "Shown when “a question that is no longer in the form” was answered “an answer that is no longer there”."],
  ])("%j", (condition, expected) => {
    expect(read(condition)).toEqual([expected]);
  });
});

test("several conditions are read as a list, and lists within it", () => {
  const condition: Condition = {
    all: [
      { question: "lives", is: "yes" },
      { any: [{ question: "cars", atLeast: 2 }, { not: { any: [{ question: "places", is: "park" }, { question: "cost", isAnswered: true }] } }] },
    ],
  };
  expect(read(condition)).toEqual([
    "Shown when all of these are true:",
    "  “Do you live here?” was answered “Yes”",
    "  at least one of these is true:",
    "    the answer to “2. How many cars do you have?” is 2 or more",
    "    none of these is true:",
    "      “Option park” was among the answers to “Where do you go?”",
    "      “What would you pay?” was answered",
  ]);
});

test("the reading is in the reader's language, with the questions as they are asked in it", () => {
  expect(read({ question: "lives", isAnyOf: ["yes", "sometimes"] }, "cy")).toEqual([
    "Dangosir os “Ydw” neu “Weithiau” oedd yr ateb i “Ydych chi’n byw yma?”.",
  ]);
  expect(read({ question: "lives", is: "sometimes" }, "ur")).toEqual(["تب دکھایا جاتا ہے جب “کیا آپ یہاں رہتے ہیں؟” کا جواب “کبھی کبھی” ہو۔"]);
});

test.each(languages)("every warning can be said in %s", (language) => {
  for (const code of routingWarningCodes) {
    const said = warningText({ about: "x", code, part: { question: "lives", is: "yes" }, question: "cars" }, questions, wordsFor(language));
    expect(said).not.toMatch(/\{\{|undefined/);
  }
});
