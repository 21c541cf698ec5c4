// Answers that are chosen: choices, agreement, rating, ranking, sharing points out, and the rows of a matrix.
import type { AgreementAnswer, ChoiceAnswer, ChoicesAnswer, Fault } from "./answer.ts";
import { checkText, longestWriteIn } from "./check-text.ts";
import { entriesOf, entryOf, type Entries } from "./entries.ts";
import { agreementLevels, optionsOf, type QuestionOf } from "./question.ts";
import { plain, readNumber } from "#app/shared/typed.ts";

const longestReasons = 100_000;

/** One of the values listed. */
export function checkListed<Value extends string>(
  values: readonly Value[],
  chosen: string,
  fault: Fault,
  part?: string,
): Value | null {
  if (chosen === "") return null;
  return values.find((value) => value === chosen) ?? fault("choice-unknown", {}, part);
}

export function checkChoice(question: QuestionOf<"one-choice">, entries: Entries, fault: Fault): ChoiceAnswer | null {
  const option = checkListed(question.options.map(({ id }) => id), entryOf(entries, question.id), fault);
  if (option === null) return null;
  const other = writtenIn(question, [option], entries, fault);
  return other === null ? { option } : { option, other };
}

// What was written in counts only while its option is chosen.
function writtenIn(
  question: QuestionOf<"one-choice" | "several-choices">,
  chosen: string[],
  entries: Entries,
  fault: Fault,
): string | null {
  if (!optionsOf(question).some((option) => option.writeIn && chosen.includes(option.id))) return null;
  return checkText(entryOf(entries, `${question.id}.other`), { maxLength: longestWriteIn }, fault, "other");
}

export function checkChoices(question: QuestionOf<"several-choices">, entries: Entries, fault: Fault): ChoicesAnswer | null {
  const ticked = entriesOf(entries, question.id);
  if (ticked.length === 0) return null;
  const known = optionsOf(question).map(({ id }) => id);
  if (ticked.some((id) => !known.includes(id))) return fault("choice-unknown");
  const options = known.filter((id) => ticked.includes(id));
  const none = question.noneOption?.id;
  if (none !== undefined && options.includes(none)) {
    if (options.length > 1) return fault("none-with-others", { option: none });
  } else {
    const { atLeast = 0, atMost = Infinity } = question;
    if (options.length < atLeast) return fault("too-few-choices", { count: atLeast });
    if (options.length > atMost) return fault("too-many-choices", { count: atMost });
  }
  const other = writtenIn(question, options, entries, fault);
  return other === null ? { options } : { options, other };
}

/** Reasons may be given without a level: somebody may wish to say something and take no side. */
export function checkAgreement(question: QuestionOf<"agreement">, entries: Entries, fault: Fault): AgreementAnswer | null {
  const level = checkListed(agreementLevels, entryOf(entries, question.id), fault);
  const typed = question.reasons ? entryOf(entries, `${question.id}.reasons`) : "";
  const reasons = checkText(typed, { maxLength: longestReasons }, fault, "reasons");
  if (level === null && question.required) return null;
  if (level === null && reasons === null) return null;
  return { ...(level !== null && { level }), ...(reasons !== null && { reasons }) };
}

export function checkRating(question: QuestionOf<"rating">, chosen: string, fault: Fault): number | null {
  if (plain(chosen) === "") return null;
  const value = Number(plain(chosen));
  return Number.isInteger(value) && value >= 1 && value <= question.highest ? value : fault("choice-unknown");
}

/** Options with a position, in the order of their positions; a position left out in between is no error. */
export function checkRanking(question: QuestionOf<"ranking">, entries: Entries, fault: Fault): string[] | null {
  const lowest = question.options.length;
  const placed = new Map<number, string>();
  let isSound = true;
  for (const { id } of question.options) {
    const typed = plain(entryOf(entries, `${question.id}.${id}`));
    if (typed === "") continue;
    const position = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    const taken = placed.get(position);
    if (position < 1 || position > lowest) isSound = fault("position-unknown", { option: id, lowest }, id) !== null;
    else if (taken !== undefined) isSound = fault("position-twice", { option: id, other: taken, position }, id) !== null;
    else placed.set(position, id);
  }
  if (!isSound || placed.size === 0) return null;
  return [...placed].sort(([a], [b]) => a - b).map(([, id]) => id);
}

/** The points of each option that was given any figure, nought included. */
export function checkBudget(
  question: QuestionOf<"point-budget">,
  entries: Entries,
  fault: Fault,
): Record<string, number> | null {
  const { points } = question;
  const given: Record<string, number> = {};
  let isSound = true;
  for (const { id } of question.options) {
    const typed = entryOf(entries, `${question.id}.${id}`);
    if (plain(typed) === "") continue;
    const read = readNumber(typed);
    if (read && read.decimals === 0 && read.value >= 0 && read.value <= points) given[id] = read.value;
    else isSound = fault("points-not-understood", { option: id, points }, id) !== null;
  }
  if (!isSound || Object.keys(given).length === 0) return null;
  const total = Object.values(given).reduce((sum, value) => sum + value, 0);
  if (total > points) return fault("points-over", { points, total, over: total - points });
  if (question.spendAll && total < points) return fault("points-under", { points, total, left: points - total });
  return given;
}

/** The rows answered; when the question is required, every row is. */
export function checkMatrix(question: QuestionOf<"matrix">, entries: Entries, fault: Fault): Record<string, string> | null {
  const columns = question.columns.map(({ id }) => id);
  const chosen: Record<string, string> = {};
  const left: string[] = [];
  let isSound = true;
  for (const { id } of question.rows) {
    const typed = entryOf(entries, `${question.id}.${id}`);
    const column = columns.find((known) => known === typed);
    if (column !== undefined) chosen[id] = column;
    else if (typed === "") left.push(id);
    else isSound = fault("row-unknown", { option: id }, id) !== null;
  }
  if (question.required) for (const id of left) isSound = fault("row-missing", { option: id }, id) !== null;
  return isSound && Object.keys(chosen).length > 0 ? chosen : null;
}
