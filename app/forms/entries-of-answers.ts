// What somebody would have typed to give these answers, so that an answer sent can be changed on the same pages.
import type { Answers, AnswerByType } from "./answer.ts";
import { questionsOf, type FormDefinition } from "./definition.ts";
import { fileEntries, type Entries } from "./entries.ts";
import type { Question } from "./question.ts";

/** Entries that `checkForm` understands as exactly these answers; pass the personal ones as well to have them too. */
export function entriesOfAnswers(definition: FormDefinition, answers: Answers): Entries {
  const entries: Entries = {};
  for (const question of questionsOf(definition)) {
    for (const [field, typed] of Object.entries(entriesOfAnswer(question, answers))) {
      const kept = (Array.isArray(typed) ? typed : [typed]).filter((text) => text !== "");
      if (kept.length > 0) entries[field] = kept;
    }
  }
  return entries;
}

function entriesOfAnswer(question: Question, answers: Answers): Record<string, string | string[]> {
  const { id } = question;
  const answer = answers[id];
  if (answer === undefined) return {};
  const given = <Type extends Question["type"]>(_: Type) => answer as AnswerByType[Type];
  const byPart = (parts: Record<string, string | number>) =>
    Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${id}.${part}`, String(value)]));
  switch (question.type) {
    case "statement":
      return {};
    case "one-choice": {
      const { option, other = "" } = given(question.type);
      return { [id]: option, [`${id}.other`]: other };
    }
    case "several-choices": {
      const { options, other = "" } = given(question.type);
      return { [id]: options, [`${id}.other`]: other };
    }
    case "agreement": {
      const { level = "", reasons = "" } = given(question.type);
      return { [id]: level, [`${id}.reasons`]: reasons };
    }
    case "ranking":
      return byPart(Object.fromEntries(given(question.type).map((option, index) => [option, index + 1])));
    case "point-budget":
    case "matrix":
      return byPart(given(question.type));
    case "money":
      return { [id]: (given(question.type) / 100).toFixed(2) };
    case "date": {
      const [year = "", month = "", day = ""] = given(question.type).split("-");
      return byPart({ day, month, year });
    }
    case "address": {
      const { lines, town, county = "", postcode } = given(question.type);
      const [first = "", second = ""] = lines;
      return byPart({ "line-1": first, "line-2": second, town, county, postcode });
    }
    case "file":
      return Object.fromEntries(Object.entries(fileEntries(id, given(question.type))));
    case "map-point":
    case "map-line":
    case "map-area": {
      const { place, postcode = "", gridReference, latitude, longitude } = given(question.type);
      const pair = latitude === undefined || longitude === undefined ? "" : `${latitude}, ${longitude}`;
      return { [id]: place, ...byPart({ postcode, point: gridReference ?? pair }) };
    }
    default:
      return { [id]: String(answer) };
  }
}
