// The kinds of question to choose from, in the order in which they are offered, and a small example of each.
import { agreementLevels, questionTypes, type Question, type QuestionType } from "#app/forms/question.ts";
import type { Language, Text } from "#app/shared/languages.ts";

export const kindGroups: readonly { name: string; types: readonly QuestionType[] }[] = [
  { name: "words", types: ["long-text", "short-text"] },
  { name: "choices", types: ["one-choice", "several-choices", "yes-no-unsure", "agreement", "rating", "matrix"] },
  { name: "weighing", types: ["ranking", "point-budget"] },
  { name: "figures", types: ["number", "money", "date"] },
  { name: "place", types: ["map-point", "map-line", "map-area"] },
  { name: "files", types: ["file"] },
  { name: "person", types: ["name", "email", "telephone", "address", "postcode"] },
  { name: "reading", types: ["statement"] },
];

/** Kinds that are complete with their words alone, for the first question of a new section. */
export const simpleTypes = ["long-text", "short-text", "yes-no-unsure", "agreement", "statement"] as const satisfies readonly QuestionType[];

export function isQuestionType(value: unknown): value is QuestionType {
  return questionTypes.some((type) => type === value);
}

/** A question of the kind as residents would see it; `t` gives the texts in the page's language. */
export function exampleOf(type: QuestionType, language: Language, t: (key: string) => string): Question {
  const say = (key: string): Text => ({ [language]: t(`editing:example.${key}`) });
  const options = ["first", "second", "third"].map((id) => ({ id, label: say(id) }));
  const common = { id: `example-${type}`, label: say("question") };
  switch (type) {
    case "one-choice":
    case "several-choices":
    case "ranking":
      return { ...common, type, options };
    case "point-budget":
      return { ...common, type, options, points: 100 };
    case "rating":
      return { ...common, type, highest: 5, lowLabel: say("low"), highLabel: say("high") };
    case "matrix":
      return { ...common, type, rows: options.slice(0, 2), columns: options.slice(0, agreementLevels.length) };
    case "file":
      return { ...common, type, kinds: ["image", "pdf"], maxBytes: 5_000_000 };
    case "agreement":
      return { ...common, type, reasons: true };
    case "statement":
      return { ...common, type, label: say("statement"), hint: say("statement-text") };
    default:
      return { ...common, type } as Question;
  }
}
