// A question or a section of one form on its way into another: with its words, without what only its own form knows.
import type { FormDefinition, Question, Section } from "#app/forms/definition.ts";
import { isLanguage, textIn, type Language, type Text } from "#app/shared/languages.ts";
import type { NewQuestion } from "./edit.ts";

/** The question without its id, its number and its condition; every text is there in the form's first language. */
export function reusableQuestion({ id: _, number: _number, showWhen: _when, ...question }: Question, { languages: [main = "en"] }: Pick<FormDefinition, "languages">): NewQuestion {
  return withEveryTextIn(question, main) as NewQuestion;
}

export function reusableSection(section: Section, { languages: [main = "en"] }: Pick<FormDefinition, "languages">): Section {
  return withEveryTextIn(section, main) as Section;
}

// Where the first language lacks a text it is shown in another, and there to be translated.
function withEveryTextIn(part: unknown, main: Language): unknown {
  if (Array.isArray(part)) return part.map((one) => withEveryTextIn(one, main));
  if (typeof part !== "object" || part === null) return part;
  if (isText(part)) return part[main]?.trim() ? part : { ...part, [main]: textIn(part, main).text };
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withEveryTextIn(value, main)]));
}

function isText(part: object): part is Text {
  const names = Object.keys(part);
  return names.length > 0 && names.every(isLanguage);
}
