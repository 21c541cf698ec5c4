// How a file of responses is read: which column is what. docs/response-import.md is for those who write one.
import { z } from "zod";
import { languages } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { channels } from "./channel.ts";
import { problemOf, type FileProblem } from "./file-problem.ts";
import { permissions, respondentTypes } from "./response.ts";

const columnSchema = z.string().min(1).max(500);

/** One value for every row, or a column and what each of its values means. */
function oneOf<const Value extends string>(known: readonly Value[]) {
  const value = z.enum(known);
  const says = `must be one of ${known.join(", ")}, or a column and what each of its values means`;
  return z.union([value, z.strictObject({ column: columnSchema, values: z.record(z.string().max(500), value) })], says);
}

const dateFormatSchema = z.string().max(40).refine(isDateFormat, "must hold DD, MM and YYYY once each, like DD/MM/YYYY");

function isDateFormat(format: string): boolean {
  return ["DD", "MM", "YYYY"].every((token) => format.split(token).length === 2);
}

const answerSchema = z.strictObject({
  column: columnSchema,
  question: z.string().min(1).max(60),
  /** The part of the question: "reasons", "other", a row, an option to rank or give points to, a line of an address. */
  part: z.string().min(1).max(60).optional(),
  /** The option that a mark in this column chooses. */
  tick: z.string().min(1).max(60).optional(),
  /** What stands in the column, and the option it means. */
  values: z.record(z.string().max(500), z.string().min(1).max(60)).optional(),
  /** Parts the choices where one cell holds several. */
  separator: z.string().min(1).max(5).optional(),
  format: dateFormatSchema.optional(),
  /** Refuses a row that leaves it blank. */
  needed: z.boolean().optional(),
});
export type AnswerColumn = z.infer<typeof answerSchema>;

const mapSchema = z.strictObject({
  /** Names the file for good, so that the keys of two files are never taken for each other. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "must be small letters, digits and hyphens, 60 at most"),
  /** The column that is different in every row and stays the same when the file is exported again. */
  key: columnSchema,
  channel: oneOf(channels),
  receivedOn: z.union(
    [z.iso.date(), z.strictObject({ column: columnSchema, format: dateFormatSchema })],
    "must be a date like 2013-09-04, or a column and its format, like DD/MM/YYYY",
  ),
  language: oneOf(languages).default("en"),
  respondentType: oneOf(respondentTypes).default("individual"),
  permission: oneOf(permissions).default("summary"),
  answers: z.array(answerSchema).min(1).max(1000),
  /** Columns that are left out on purpose. */
  ignored: z.array(columnSchema).max(1000).default([]),
  encoding: z.enum(["utf-8", "windows-1252", "utf-16le"]).default("utf-8"),
  /** What parts the columns of the file. */
  separator: z.string().length(1).default(","),
});
export type ResponseMap = z.output<typeof mapSchema>;

/** The map, or each thing wrong with it. Never throws. */
export function readResponseMap(input: unknown): Result<ResponseMap, FileProblem[]> {
  const read = mapSchema.safeParse(input);
  if (read.success) return succeed(read.data);
  return fail(read.error.issues.slice(0, 50).map(told));
}

// What a map is asked for beyond its shape is told in the words of its own checks.
function told(issue: z.core.$ZodIssue): FileProblem {
  const problem = problemOf(issue);
  return "said" in problem && problem.said === "not-understood" ? { ...problem, said: "own", values: { words: issue.message } } : problem;
}

/** Every column the map uses, in no order. */
function columnsUsed(map: ResponseMap): string[] {
  const choices = [map.channel, map.receivedOn, map.language, map.respondentType, map.permission];
  const own = choices.flatMap((choice) => (typeof choice === "string" ? [] : [choice.column]));
  return [...new Set([map.key, ...own, ...map.answers.map(({ column }) => column)])];
}

/** Where the map and the file's first line do not fit each other, as sentences: every column is used or left out on purpose. */
export function problemsOfHeader(map: ResponseMap, header: readonly string[]): string[] {
  const used = columnsUsed(map);
  const named = new Set([...used, ...map.ignored]);
  const twice = header.filter((column, index) => header.indexOf(column) !== index);
  return [
    ...[...new Set(twice)].map((column) => `The file has more than one column “${column}”.`),
    ...[...named].filter((column) => !header.includes(column)).map((column) => `The file has no column “${column}”.`),
    ...header
      .filter((column) => !named.has(column))
      .map((column) => `The map says nothing of the column “${column}”: name it under "answers" or under "ignored".`),
    ...map.ignored.filter((column) => used.includes(column)).map((column) => `The map both uses and ignores the column “${column}”.`),
  ];
}

const looseTime = String.raw`(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;

/** Takes a date of this format apart; a time of day behind it is passed over. */
export function dateReader(format: string): (cell: string) => { day: string; month: string; year: string } | undefined {
  const escaped = format.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const pattern = escaped
    .replace("YYYY", String.raw`(?<year>\d{4})`)
    .replace("MM", String.raw`(?<month>\d{1,2})`)
    .replace("DD", String.raw`(?<day>\d{1,2})`);
  const expression = new RegExp(`^${pattern}${looseTime}$`);
  return (cell) => {
    const { day, month, year } = expression.exec(cell.trim())?.groups ?? {};
    return day && month && year ? { day, month, year } : undefined;
  };
}
