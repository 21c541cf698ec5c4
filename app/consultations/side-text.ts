// What a side of a table is called, within a sentence or a list.
import { within } from "#app/forms/wording.ts";
import type { Words } from "#app/shared/words.ts";
import type { Side } from "./cross-tabulation.ts";

export function sideText({ of }: Pick<Side, "of">, words: Words): string {
  const { t } = words;
  if ("held" in of) return t(`office:cross.held.${of.held}`);
  const { question, line } = of;
  const label = within(question.label, words);
  const named = question.number === undefined ? label : t("forms:question-name", { number: question.number, label });
  return line ? t("office:cross.line", { question: named, line: within(line, words) }) : named;
}
