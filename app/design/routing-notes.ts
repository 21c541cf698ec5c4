// What is said of each part of a form about when it is shown: how its condition reads, and what is amiss with it.
import { readCondition, warningText, type Reading } from "#app/forms/condition-words.ts";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { routingWarnings } from "#app/forms/routing-warnings.ts";
import type { FormWords } from "#app/forms/wording.ts";
import { askableBefore } from "./condition-draft.ts";

export type RoutingNote = {
  /** Null where it is shown to everybody. */
  reading: Reading | null;
  warnings: string[];
  /** Whether anything is asked before it that it may hang on. */
  mayHang: boolean;
};

/** By the id of the section or question. */
export function routingNotes(definition: FormDefinition, words: FormWords): Record<string, RoutingNote> {
  const questions = questionsOf(definition);
  const warnings = routingWarnings(definition);
  const parts = definition.sections.flatMap((section) => [section, ...section.questions]);
  return Object.fromEntries(
    parts.map(({ id, showWhen }) => [
      id,
      {
        reading: showWhen ? readCondition(showWhen, questions, words) : null,
        warnings: warnings.filter(({ about }) => about === id).map((warning) => warningText(warning, questions, words)),
        mayHang: askableBefore(definition, id).length > 0,
      },
    ]),
  );
}
