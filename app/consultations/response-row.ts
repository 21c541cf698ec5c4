// A row of a file of responses: what it says, or why it cannot be taken. Nothing of a row is left out without a word.
import { answerFor, type Answers } from "#app/forms/answer.ts";
import { checkForm } from "#app/forms/check.ts";
import { questionsOf, type FormDefinition, type Question } from "#app/forms/definition.ts";
import { entryOf, fieldsOf, readPosted, type Entries } from "#app/forms/entries.ts";
import { agreementLevels, optionsOf, yesNoUnsure } from "#app/forms/question.ts";
import { isRealDate } from "#app/shared/typed.ts";
import { agreementText, errorText, yesNoText, type FormWords } from "#app/forms/wording.ts";
import type { Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import type { Channel } from "./channel.ts";
import type { Permission, RespondentType } from "./response.ts";
import { dateReader, problemsOfHeader, type AnswerColumn, type ResponseMap } from "./response-map.ts";

export type ResponseRow = {
  key: string;
  channel: Channel;
  language: Language;
  respondentType: RespondentType;
  permission: Permission;
  /** A date in Europe/London. */
  receivedOn: string;
  answers: Answers;
  /** Answers to personal questions, stored apart. */
  personal: Answers;
};

/** The key is given with a refusal too, as far as there is one, so that the row can be found again. */
export type ReadRow = { ok: true; row: ResponseRow } | { ok: false; key: string; reason: string };

type Fields = [field: string, value: string][];
type ReadCell = (cell: string) => Result<Fields, string>;

const longestKey = 200;

/**
 * A reader for rows of this header, or what is wrong with the map as sentences. `today` is the last day a response can have
 * been received on; `words` are those of the refusals.
 */
export function rowReader(
  map: ResponseMap,
  definition: FormDefinition,
  header: readonly string[],
  today: string,
  words: FormWords,
): Result<(cells: readonly string[]) => ReadRow, string[]> {
  const questions = questionsOf(definition);
  const problems = problemsOfHeader(map, header);
  const taken = new Set<string>();
  const answerCells = map.answers.map((column) => {
    const question = questions.find(({ id }) => id === column.question);
    const cell = question ? cellReader(column, question, words) : fail(`there is no question “${column.question}” in the form`);
    const field = [column.question, column.part ?? "", column.tick ?? ""].join(" ");
    if (taken.has(field)) problems.push(`The column “${column.column}” answers what another column answers already.`);
    taken.add(field);
    if (!cell.ok) problems.push(`The column “${column.column}” cannot be read: ${cell.problem}.`);
    return { place: header.indexOf(column.column), column, read: cell.ok ? cell.value : () => succeed<Fields>([]) };
  });
  if (problems.length > 0) return fail(problems);
  const keyAt = header.indexOf(map.key);
  const channel = choiceReader(map.channel, "channel", header);
  const language = choiceReader(map.language, "language", header);
  const respondentType = choiceReader(map.respondentType, "respondent type", header);
  const permission = choiceReader(map.permission, "permission", header);
  const receivedOn = dateOfReceiptReader(map.receivedOn, header, today);

  const read = (cells: readonly string[]): Result<ResponseRow, string> => {
    const key = clean(cells[keyAt]);
    if (key === "") return fail(`the key column “${map.key}” is blank`);
    if (key.length > longestKey) return fail(`the key is longer than ${longestKey} characters`);
    const fields: Fields = [];
    for (const { place, column, read: readCell } of answerCells) {
      const cell = cells[place] ?? "";
      if (column.needed && isBlank(cell)) return fail(`“${column.column}” is blank`);
      const understood = readCell(cell);
      if (!understood.ok) return understood;
      fields.push(...understood.value);
    }
    const entries = readPosted(questions, fields);
    if (Object.keys(entries).length === 0) return fail("it answers nothing: every answer is blank");
    const { answers, personal, errors, visible } = checkForm(definition, entries);
    const [error] = errors;
    if (error) return fail(errorText(questions, error, words));
    const shown = new Set(visible.flatMap(fieldsOf));
    const hidden = Object.keys(entries).find((field) => !shown.has(field));
    if (hidden !== undefined) {
      return fail(`it answers “${hidden}”, which the form does not ask of somebody with its other answers`);
    }
    const lost = visible.find((question) => losesWhatWasWritten(question, entries, answers));
    if (lost) return fail(`something is written in for “${lost.id}” without the option that asks for it`);
    const facts = { channel: channel(cells), language: language(cells), respondentType: respondentType(cells) };
    const more = { permission: permission(cells), receivedOn: receivedOn(cells) };
    for (const fact of [...Object.values(facts), ...Object.values(more)]) if (!fact.ok) return fact;
    return succeed({
      ...{ key, answers, personal },
      ...{ channel: sure(facts.channel), language: sure(facts.language), respondentType: sure(facts.respondentType) },
      ...{ permission: sure(more.permission), receivedOn: sure(more.receivedOn) },
    });
  };
  return succeed((cells) => {
    if (cells.length !== header.length) {
      const reason = `it has ${cells.length} columns where the first line has ${header.length}`;
      return { ok: false, key: clean(cells[keyAt]).slice(0, longestKey), reason };
    }
    const row = read(cells);
    return row.ok ? { ok: true, row: row.value } : { ok: false, key: clean(cells[keyAt]).slice(0, longestKey), reason: row.problem };
  });
}

function losesWhatWasWritten(question: Question, entries: Entries, answers: Answers): boolean {
  if (question.type !== "one-choice" && question.type !== "several-choices") return false;
  return entryOf(entries, `${question.id}.other`).trim() !== "" && answerFor(question, answers)?.other === undefined;
}

function sure<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

function clean(cell: string | undefined): string {
  return (cell ?? "").normalize("NFC").replace(/[\p{Control}\p{Surrogate}]/gu, " ").replace(/\s+/gu, " ").trim();
}

// Marks that only steer how text is joined or turned are no answer alone.
function isBlank(cell: string): boolean {
  return clean(cell).replace(/\p{Format}/gu, "").trim() === "";
}

/** How values are compared: without regard to case and to blanks more than one. */
function plainly(value: string): string {
  return clean(value).toLocaleLowerCase("en");
}

function quoted(cell: string): string {
  const text = clean(cell);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

function choiceReader<Value extends string>(
  choice: Value | { column: string; values: Record<string, Value> },
  what: string,
  header: readonly string[],
): (cells: readonly string[]) => Result<Value, string> {
  if (typeof choice === "string") return () => succeed(choice);
  const values = new Map(Object.entries<Value>(choice.values).map(([value, meaning]) => [plainly(value), meaning]));
  const place = header.indexOf(choice.column);
  return (cells) => {
    const cell = cells[place] ?? "";
    const found = values.get(plainly(cell));
    if (found !== undefined) return succeed(found);
    return fail(clean(cell) === "" ? `no ${what} is given` : `the map does not know the ${what} ${quoted(cell)}`);
  };
}

function dateOfReceiptReader(
  receivedOn: ResponseMap["receivedOn"],
  header: readonly string[],
  today: string,
): (cells: readonly string[]) => Result<string, string> {
  const inTime = (date: string) => (date > today ? fail(`${date} has not come yet`) : succeed(date));
  if (typeof receivedOn === "string") return () => inTime(receivedOn);
  const place = header.indexOf(receivedOn.column);
  const takeApart = dateReader(receivedOn.format);
  return (cells) => {
    const cell = cells[place] ?? "";
    if (clean(cell) === "") return fail("no date is given");
    const parts = takeApart(cell);
    const date = parts && `${parts.year}-${parts.month.padStart(2, "0")}-${parts.day.padStart(2, "0")}`;
    if (date === undefined || !isRealDate(date)) return fail(`${quoted(cell)} is not a date written as ${receivedOn.format}`);
    if (date < "1900-01-01") return fail(`${date} is too long ago`);
    return inTime(date);
  };
}

const ticked = new Set(["1", "yes", "y", "true", "x", "✓", "✔", "ticked", "selected"]);
const unticked = new Set(["", "0", "no", "n", "false", "-"]);

/** How one column answers one question, or why it cannot. */
function cellReader(column: AnswerColumn, question: Question, words: FormWords): Result<ReadCell, string> {
  const { part, tick, format, separator } = column;
  const { id } = question;
  const field = part === undefined ? id : `${id}.${part}`;
  const asTyped: ReadCell = (cell) => succeed(isBlank(cell) ? [] : [[field, cell]]);
  if (question.type === "file") return fail("a file cannot be imported from a column");
  if (tick !== undefined) {
    if (question.type !== "several-choices") return fail("only a question with several choices can be ticked");
    if (!optionsOf(question).some((option) => option.id === tick)) return fail(`there is no option “${tick}”`);
    return succeed((cell) => {
      if (ticked.has(plainly(cell))) return succeed([[id, tick]]);
      return unticked.has(plainly(cell)) ? succeed([]) : fail(`${quoted(cell)} under “${column.column}” is neither a tick nor none`);
    });
  }
  if (question.type === "date") {
    if (format === undefined || part !== undefined) return fail('a date needs its "format" and no part');
    const takeApart = dateReader(format);
    return succeed((cell) => {
      if (clean(cell) === "") return succeed([]);
      const parts = takeApart(cell);
      if (!parts) return fail(`${quoted(cell)} under “${column.column}” is not a date written as ${format}`);
      return succeed(Object.entries(parts).map(([name, value]) => [`${id}.${name}`, value]));
    });
  }
  if (!fieldsOf(question).includes(field)) {
    const parts = fieldsOf(question).filter((name) => name !== id).map((name) => name.slice(id.length + 1));
    return fail(parts.length > 0 ? `its "part" must be one of ${parts.join(", ")}` : "the question has no such part");
  }
  const choices = choicesIn(question, part, words);
  if (choices === undefined) {
    if (column.values !== undefined || separator !== undefined) return fail('only choices take "values" or a "separator"');
    return succeed(asTyped);
  }
  for (const [value, option] of Object.entries(column.values ?? {})) {
    if (!choices.ids.includes(option)) return fail(`“${value}” means “${option}”, which is not an option of the question`);
    choices.known.set(plainly(value), option);
  }
  if (separator !== undefined && question.type !== "several-choices") return fail('only several choices take a "separator"');
  return succeed((cell) => {
    const fields: Fields = [];
    for (const value of separator === undefined ? [cell] : cell.split(separator)) {
      if (clean(value) === "") continue;
      const option = choices.known.get(plainly(value));
      if (option === undefined) return fail(`${quoted(value)} under “${column.column}” is not an option that the map or the form knows`);
      fields.push([field, option]);
    }
    return succeed(fields);
  });
}

/** What may be chosen, by its id and by its label in any language; undefined where the answer is not chosen from a list. */
function choicesIn(question: Question, part: string | undefined, words: FormWords) {
  const listed = (choices: { id: string; labels: string[] }[]) => ({
    ids: choices.map(({ id }) => id),
    known: new Map(
      choices.flatMap(({ id, labels }) => [...labels.filter((label) => label !== ""), id].map((label) => [plainly(label), id] as const)),
    ),
  });
  const options = (all: { id: string; label: object }[]) =>
    listed(all.map(({ id, label }) => ({ id, labels: Object.values(label) as string[] })));
  if (question.type === "matrix") return options(question.columns);
  if (part !== undefined) return undefined;
  switch (question.type) {
    case "one-choice":
    case "several-choices":
      return options(optionsOf(question));
    case "agreement":
      return listed(agreementLevels.map((id) => ({ id, labels: [agreementText(id, words)] })));
    case "yes-no-unsure":
      return listed(yesNoUnsure.map((id) => ({ id, labels: [yesNoText(id, words)] })));
    default:
      return undefined;
  }
}
