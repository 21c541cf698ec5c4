// A condition in words: what must have been answered for a part of the form to be shown, as whoever writes the form says it.
import { formatChoice } from "#app/shared/formats.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Condition, SimpleCondition } from "./condition.ts";
import { optionsOf, type Question } from "./question.ts";
import type { RoutingWarning } from "./routing-warnings.ts";
import { agreementText, plainNumber, questionName, within, yesNoText, type FormWords } from "./wording.ts";

/** A sentence, or the beginning of one that its parts complete as a list. */
export type Reading = { text: string; parts: Reading[] };

/** How it is read: "Shown when …", or as a part of a longer reading. */
type As = "shown" | "part";

/** "Shown when …": the whole condition, every "not" taken inwards as far as it can be said. */
export function readCondition(condition: Condition, questions: readonly Question[], words: FormWords): Reading {
  return read(condition, false, "shown", questions, words);
}

function read(condition: Condition, isTurned: boolean, as: As, questions: readonly Question[], words: FormWords): Reading {
  if ("not" in condition) return read(condition.not, !isTurned, as, questions, words);
  if (!("all" in condition) && !("any" in condition)) return { text: sentence(condition, isTurned, as, questions, words), parts: [] };
  const inner = "all" in condition ? condition.all : condition.any;
  const [first, second] = inner;
  if (first && inner.length === 1) return read(first, isTurned, as, questions, words);
  if (first && second && inner.length === 2 && "all" in condition && !isTurned) {
    const between = readBetween(first, second, as, questions, words);
    if (between !== null) return { text: between, parts: [] };
  }
  const how = "all" in condition ? (isTurned ? "not-all" : "all") : isTurned ? "none" : "any";
  return { text: words.t(`conditions:reading.${as}.${how}`), parts: inner.map((one) => read(one, false, "part", questions, words)) };
}

/** Both limits of one question in one. */
function readBetween(first: Condition, second: Condition, as: As, questions: readonly Question[], words: FormWords): string | null {
  const [from, to] = "atLeast" in first ? [first, second] : [second, first];
  if (!("atLeast" in from) || !("atMost" in to) || from.question !== to.question) return null;
  const { question, name } = named(from.question, questions, words);
  const [low, high] = [from.atLeast, to.atMost].map((value) => figure(question, value, words)) as [string, string];
  return words.t(`conditions:reading.${as}.between`, { question: name, low, high });
}

function sentence(condition: SimpleCondition, isTurned: boolean, as: As, questions: readonly Question[], words: FormWords): string {
  const { question, name } = named(condition.question, questions, words);
  const say = (kind: string, values: Record<string, string> = {}) => words.t(`conditions:reading.${as}.${kind}`, { question: name, ...values });
  if ("isAnswered" in condition) return say(isTurned ? "not-given" : "given");
  if ("atLeast" in condition) return say(isTurned ? "below" : "from", { low: figure(question, condition.atLeast, words) });
  if ("atMost" in condition) return say(isTurned ? "above" : "up-to", { high: figure(question, condition.atMost, words) });
  const wanted = "is" in condition ? [condition.is] : condition.isAnyOf;
  const texts = wanted.map((value) => words.t("conditions:quoted", { text: valueText(question, value, words) }));
  const values = { options: formatChoice(words.language, texts) };
  if (question?.type === "several-choices") return say(isTurned ? "not-among" : "among", values);
  return say(isTurned ? "not-chosen" : "chosen", values);
}

function named(id: string, questions: readonly Question[], words: FormWords): { question: Question | undefined; name: string } {
  const question = questions.find((one) => one.id === id);
  return { question, name: question ? questionName(question, words) : words.t("conditions:gone.question") };
}

/** One of the answers that a condition may ask for, as it is shown to whoever answers. */
export function valueText(question: Question | undefined, value: string, words: FormWords): string {
  if (question?.type === "yes-no-unsure" && (value === "yes" || value === "no" || value === "unsure")) return yesNoText(value, words);
  if (question?.type === "agreement") return agreementText(value as Parameters<typeof agreementText>[0], words);
  const option = question && optionsOf(question).find(({ id }) => id === value);
  return option ? within(option.label, words) : words.t("conditions:gone.option");
}

function figure(question: Question | undefined, value: number, words: FormWords): string {
  if (question?.type === "money") return words.money(value);
  const unit: Text | undefined = question?.type === "number" ? question.unit : undefined;
  const number = plainNumber(value, words);
  return unit === undefined ? number : words.t("forms:quantity", { number, unit: within(unit, words) });
}

/** What a warning says, to stand beside the part of the form that it is about. */
export function warningText({ code, part, question }: RoutingWarning, questions: readonly Question[], words: FormWords): string {
  return words.t(`conditions:warning.${code}`, {
    ...(part && { part: sentence(part, false, "part", questions, words) }),
    ...(question !== undefined && { question: named(question, questions, words).name }),
  });
}
