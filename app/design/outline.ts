// The form at a glance: its sections and questions, and which texts are still missing in which language.
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { missingTranslations } from "#app/forms/translation.ts";
import type { QuestionType } from "#app/forms/question.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { ways, type Way } from "#app/shared/way.ts";
import { stepOfQuestion, stepOfSection } from "./place.ts";

export type OutlinedQuestion = {
  id: string;
  number: string | null;
  label: Text;
  type: QuestionType;
  /** Whether it is shown to some only. */
  isConditional: boolean;
  missing: Language[];
  ways: Way[];
};

export type OutlinedSection = { id: string; heading: Text; isConditional: boolean; missing: Language[]; ways: Way[]; questions: OutlinedQuestion[] };

/** Languages other than the one the form is written in, and how many of all its texts each lacks. */
export type Untranslated = { language: Language; missing: number };

export type FormOutline = { sections: OutlinedSection[]; questions: number; untranslated: Untranslated[] };

export function outlineOf(definition: FormDefinition): FormOutline {
  const missing = missingTranslations(definition);
  const missingIn = (isPart: (path: readonly (string | number)[]) => boolean) =>
    definition.languages.filter((language) => missing.some((one) => one.language === language && isPart(one.path)));
  const [, ...others] = definition.languages;
  return {
    sections: definition.sections.map((section, s) => ({
      ...{ id: section.id, heading: section.heading, isConditional: section.showWhen !== undefined },
      missing: missingIn((path) => path[1] === s && path[2] !== "questions"),
      ways: ways.filter((way) => stepOfSection(definition, section.id, way) !== null),
      questions: section.questions.map((question, q) => ({
        ...{ id: question.id, number: question.number ?? null, label: question.label, type: question.type, isConditional: question.showWhen !== undefined },
        missing: missingIn((path) => path[1] === s && path[2] === "questions" && path[3] === q),
        // because the only question of a section stays in it
        ways: ways.filter((way) => {
          const step = stepOfQuestion(definition, question.id, way);
          return step?.kind === "move-question" && (section.questions.length > 1 || step.section === section.id);
        }),
      })),
    })),
    questions: questionsOf(definition).filter(({ type }) => type !== "statement").length,
    untranslated: others.map((language) => ({ language, missing: missing.filter((one) => one.language === language).length })),
  };
}
