// What a question's or a section's page shows again after it was posted, in words.
import type { FormDefinition } from "#app/forms/definition.ts";
import type { FormWords } from "#app/forms/wording.ts";
import { fieldHref, fieldName, fieldProblemText, refusalTexts } from "./edit-words.ts";
import type { EditProblem } from "./edit.ts";
import type { Clash } from "./merging.ts";
import { rowsIn, type Fields } from "./question-parts.ts";
import type { FieldProblem } from "./read-question.ts";

/** Errors by field, and those of the whole in the summary alone. */
export type ShownProblems = { summary: { href: string; text: string }[]; byField: Record<string, string> };

export const noProblems: ShownProblems = { summary: [], byField: {} };

function rowsOf(fields: Fields) {
  return (list: string) => rowsIn(fields, list as "options");
}

export function showProblems(problems: readonly FieldProblem[], fields: Fields, words: FormWords): ShownProblems {
  const texts = problems.map((problem) => ({ field: problem.field, text: fieldProblemText(problem, rowsOf(fields), words) }));
  return {
    summary: texts.map(({ field, text }) => ({ href: fieldHref(field), text })),
    byField: Object.fromEntries([...texts].reverse().map(({ field, text }) => [field, text])),
  };
}

export function showRefusal(problem: EditProblem | { code: "closed" }, definition: FormDefinition, words: FormWords): ShownProblems {
  return { summary: refusalTexts(problem, definition, words).map((text) => ({ href: "#main-content", text })), byField: {} };
}

/** What both changed, with what either says; a tick says yes or no. */
export type ShownClash = { field: string; name: string; mine: string; theirs: string };

export function showClashes(clashes: readonly Clash[], fields: Fields, words: FormWords): ShownClash[] {
  return clashes.map(({ field, mine, theirs }) => ({ field, name: fieldName(field, rowsOf(fields), words), mine: valueText(mine), theirs: valueText(theirs) }));

  function valueText(value: string): string {
    return value === "" ? words.t("editing:clash.blank") : value === "yes" ? words.t("editing:clash.ticked") : value;
  }
}
