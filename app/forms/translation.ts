// How far a form is translated.
import type { Language, Text } from "#app/shared/languages.ts";
import { textsOf, type DefinitionProblem, type FormDefinition } from "./definition.ts";

const isSaid = (text: Text, language: Language) => (text[language] ?? "").trim() !== "";

/** How many of the form's texts are said in a language, of how many there are. */
export function translationOfForm(definition: FormDefinition, language: Language): { said: number; all: number } {
  const texts = textsOf(definition);
  return { said: texts.filter(({ text }) => isSaid(text, language)).length, all: texts.length };
}

/** What is still to be translated: the texts that one of the form's languages lacks. */
export function missingTranslations(definition: FormDefinition): { path: DefinitionProblem["path"]; language: Language }[] {
  return textsOf(definition).flatMap(({ path, text }) =>
    definition.languages.filter((language) => !isSaid(text, language)).map((language) => ({ path, language })),
  );
}
