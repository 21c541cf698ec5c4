// What was done to a form, and why something is not done, in words.
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { problemText, within, type FormWords } from "#app/forms/wording.ts";
import { isLanguage, type Text } from "#app/shared/languages.ts";
import type { About, EditProblem, Refusal } from "./edit.ts";
import type { FieldProblem } from "./read-question.ts";

const longestName = 60;

/** A name within a sentence, not endless. */
export function shortName(text: Text | undefined, words: FormWords): string {
  const name = within(text, words).replace(/\s+/gu, " ").trim();
  return name.length > longestName ? `${[...name].slice(0, longestName).join("")}…` : name;
}

/** "Question removed: How do you travel?" */
export function editText({ kind, about }: { kind: string; about: About }, words: FormWords): string {
  return words.t(`editing:did.${kind}`, { name: about ? shortName(about.name, words) : words.t("editing:whole") });
}

const spoken: readonly string[] = ["condition-question-unknown", "condition-forward", "condition-circle", "condition-option-unknown"];

/** Why an edit is not done, a sentence each. */
export function refusalTexts(problem: EditProblem | { code: "closed" }, definition: FormDefinition, words: FormWords): string[] {
  if (problem.code !== "refused") return [words.t(`editing:refused.${problem.code}`)];
  return [...new Set(problem.refusals.map((refusal) => refusalText(refusal, definition, words)))];
}

function refusalText({ code, values, of }: Refusal, definition: FormDefinition, words: FormWords): string {
  if (!spoken.includes(code)) {
    const said = problemText({ code, ...(values && { values }) }, words);
    return of ? words.t("editing:refused.in", { name: shortName(of.name, words), problem: said }) : said;
  }
  const asked = questionsOf(definition).find(({ id }) => id === values?.id);
  return words.t(`editing:refused.${code}`, { name: shortName(of?.name, words), question: shortName(asked?.label, words) });
}

/** What a field of a question or section is called: "Hint, in Welsh", "Option 2, in English". */
export function fieldName(field: string, rowsOf: (list: string) => readonly string[], words: Pick<FormWords, "t" | "number">): string {
  const { t, number } = words;
  const [whole, language] = splitLanguage(field);
  const [list = "", row, part] = whole.split(".");
  const lists = ["options", "rows", "columns"];
  const title = lists.includes(list) && row !== undefined
    ? t(part === "hint" ? "editing:row.hint" : `editing:row.${list}`, { number: number(rowsOf(list).indexOf(row) + 1) })
    : t(`editing:part.${whole === "none.label" ? "noneLabel" : list}.title`);
  return language === null ? title : t("editing:part-in", { part: title, language: t(`editing:language.${language}`) });
}

function splitLanguage(field: string): [string, string | null] {
  const found = /^(.*)-([a-z]{2})$/.exec(field);
  return found?.[1] !== undefined && isLanguage(found[2]) ? [found[1], found[2]] : [field, null];
}

/** What is wrong with a field, naming it, the same in the summary and beside it. */
export function fieldProblemText({ field, code, values = {} }: FieldProblem, rowsOf: (list: string) => readonly string[], words: FormWords): string {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words.number(value, value % 1 === 0 ? 0 : 2)]));
  return words.t(`editing:problem.${code}`, { part: fieldName(field, rowsOf, words), ...shown });
}

/** Where the summary leads for a field: a date's parts are called after it. */
export function fieldHref(field: string): string {
  return `#${/\.(day|month|year)$/.test(field) ? field.replace(".", "-") : field}`;
}
