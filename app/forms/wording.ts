// The words a form's parts go by: questions, options and the fixed answers, in one language.
import { within } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { AnswerError } from "./answer.ts";
import type { DefinitionProblem } from "./definition.ts";
import { optionsOf, type AgreementLevel, type Question, type YesNoUnsure } from "./question.ts";

export { within } from "#app/shared/languages.ts";

export type FormWords = Pick<Words, "language" | "t" | "number" | "money" | "date">;

const longestName = 80;

/** The question as an error names it: its number and the beginning of its label. */
export function questionName(question: Question, words: FormWords): string {
  const label = shortened(within(question.label, words).replace(/\s+/gu, " ").trim());
  return question.number === undefined ? label : words.t("forms:question-name", { number: question.number, label });
}

function shortened(label: string): string {
  if (label.length <= longestName) return label;
  const cut = label.slice(0, longestName);
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\p{Surrogate}\p{Punctuation}]+$/gu, "")}…`;
}

export function agreementText(level: AgreementLevel, words: FormWords): string {
  return words.t(`forms:agreement.${level}`);
}

export function yesNoText(value: YesNoUnsure, words: FormWords): string {
  return words.t(`forms:yes-no.${value}`);
}

/** A number with as many decimals as it has. */
export function plainNumber(value: number, words: FormWords): string {
  return words.number(value, Math.min(4, String(value).split(".")[1]?.length ?? 0));
}

/** What is wrong and what to do, naming the question; the same words in the summary and beside the field. */
export function errorText(questions: readonly Question[], error: AnswerError, words: FormWords): string {
  const question = questions.find(({ id }) => id === error.questionId);
  const options = question ? optionsOf(question) : [];
  const values: Record<string, string | number> = { question: question ? questionName(question, words) : "" };
  for (const [name, value] of Object.entries(error.values)) {
    if (name === "option" || name === "other") {
      values[name] = within(options.find(({ id }) => id === value)?.label, words);
    } else if (name === "earliest" || name === "latest") values[name] = words.date(String(value));
    else if (name === "minInPence" || name === "maxInPence") values[name] = words.money(Number(value));
    else values[name] = typeof value === "number" ? plainNumber(value, words) : value;
  }
  const { count } = error.values;
  if (typeof count !== "number") return words.t(`forms:error.${error.code}`, values);
  // The plural is chosen by the number itself, and shown as the language writes it.
  return words.t(`forms:error.${error.code}`, { ...values, count, limit: plainNumber(count, words) });
}

/** What is wrong with a definition, for whoever wrote it; where it is wrong is the problem's path. */
export function problemText({ code, values = {} }: Pick<DefinitionProblem, "code" | "values">, words: FormWords): string {
  const shown = Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? plainNumber(value, words) : value]);
  return words.t(`forms:problem.${code}`, Object.fromEntries(shown) as Record<string, string>);
}
