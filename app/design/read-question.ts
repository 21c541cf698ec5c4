// Reads a question from the fields it was written in; what was not touched stays exactly as it was.
import { newOptionId } from "#app/forms/ids.ts";
import { optionsOf, type Option, type Question, type QuestionType } from "#app/forms/question.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage, plain, readDate, readNumber, readPence } from "#app/shared/typed.ts";
import type { NewQuestion } from "./edit.ts";
import { figureFields } from "./question-fields.ts";
import { figurePartsOf, fileKinds, listPartsOf, mayHaveNone, rowsIn, textPartsOf, ticksOf, type Fields, type FigurePart, type ListPart } from "./question-parts.ts";

type FieldProblemCode =
  | ("needed" | "too-long" | "not-a-count" | "not-a-number" | "not-an-amount" | "not-a-date" | "out-of-range" | "reversed")
  | ("too-few-options" | "too-many-options" | "kind-needed" | "write-in-twice" | "more-than-options");

/** What is wrong with a field; the words are `design:problem.<code>`. */
export type FieldProblem = { field: string; code: FieldProblemCode; values?: Record<string, number> };

type Asked = {
  type: QuestionType;
  /** The languages of the form, the one it is written in first. */
  languages: readonly Language[];
  /** The question as it stands; none for a new one. */
  before?: Question;
  /** Ids that options of the question ever had. */
  taken?: ReadonlySet<string>;
};

const longestText = 20_000;
const longestNumber = 20;

/** The question that the fields say, with the id and the condition it had; else what is wrong with them. */
export function readQuestion(fields: Fields, asked: Asked): Result<NewQuestion, FieldProblem[]> {
  const { type, languages, before } = asked;
  const [main = "en"] = languages;
  const problems: FieldProblem[] = [];
  const problem = (field: string, code: FieldProblem["code"], values?: Record<string, number>) => void problems.push({ field, code, ...(values && { values }) });
  const old = (before?.type === type ? before : {}) as Record<string, unknown>;

  const readText = (name: string, was: Text | undefined, { look, isNeeded }: { look: "line" | "passage"; isNeeded?: boolean }): Text | undefined => {
    const text: Text = { ...was };
    for (const language of languages) {
      const typed = fields[`${name}-${language}`] ?? "";
      const words = typed === was?.[language] ? typed : look === "line" ? line(typed) : passage(typed);
      if (words.length > longestText) problem(`${name}-${language}`, "too-long", { most: longestText });
      delete text[language];
      if (words.trim() !== "") text[language] = words;
    }
    const isBlank = Object.keys(text).length === 0;
    if (text[main] === undefined && (isNeeded || !isBlank)) problem(`${name}-${main}`, "needed");
    return isBlank ? undefined : text;
  };

  const readOption = (name: string, id: string | null, was: Option | undefined, taken: Set<string>): Option | undefined => {
    const isWritten = languages.some((language) => ["label", "hint"].some((part) => (fields[`${name}.${part}-${language}`] ?? "").trim() !== ""));
    if (!was && !isWritten) return undefined;
    const label = readText(`${name}.label`, was?.label, { look: "line", isNeeded: true }) ?? {};
    const hint = readText(`${name}.hint`, was?.hint, { look: "line" });
    const given = id ?? newOptionId(label[main] ?? "", taken);
    taken.add(given);
    return { id: given, label, ...(hint && { hint }), ...tick(`${name}.writeIn`, "writeIn", was), ...tick(`${name}.divider`, "divider", was) };
  };
  // Where nothing was ticked and nothing is, "not" stays as it was written.
  const tick = <Name extends string>(field: string, name: Name, was: object | undefined): { [Key in Name]?: boolean } => {
    const kept = (was as Record<string, unknown> | undefined)?.[name];
    return (fields[field] === "yes" ? { [name]: true } : kept === false ? { [name]: false } : {}) as { [Key in Name]?: boolean };
  };

  const readList = ({ name, least, most }: ListPart, taken: Set<string>): Option[] => {
    const were = (old[name] ?? []) as Option[];
    const read = rowsIn(fields, name).flatMap((row) => {
      const was = were.find(({ id }) => id === row);
      const option = readOption(`${name}.${row}`, was ? row : null, was, taken);
      return option ? [{ row, option }] : [];
    });
    if (read.length < least) problem(name, "too-few-options", { least });
    if (read.length > most) problem(name, "too-many-options", { most });
    const [, second] = read.filter(({ option }) => option.writeIn);
    if (second) problem(`${name}.${second.row}.writeIn`, "write-in-twice");
    return read.map(({ option }) => option);
  };

  const texts = textPartsOf(type).map((part) => [part.name, readText(part.name, old[part.name] as Text | undefined, part)] as const);
  const figures = figurePartsOf(type).map((part) => [part.name, readFigure(part, fields, old[part.name], problem)] as const);
  const of = Object.fromEntries(figures.filter(([, value]) => value !== undefined));
  for (const [low, high] of [["min", "max"], ["earliest", "latest"], ["atLeast", "atMost"]] as const) {
    const [from, to] = [of[low], of[high]];
    if (from !== undefined && to !== undefined && from > to) problem(high === "latest" ? "latest.day" : high, "reversed");
  }
  const taken = new Set([...(asked.taken ?? []), ...(before ? optionsOf(before).map(({ id }) => id) : [])]);
  const lists = listPartsOf(type).map((part) => [part.name, readList(part, taken)] as const);
  const options = lists.find(([name]) => name === "options")?.[1] ?? [];
  if (typeof of.atLeast === "number" && of.atLeast > options.length) problem("atLeast", "more-than-options", { options: options.length });
  const oldNone = old.noneOption as Option | undefined;
  const none = mayHaveNone(type) && fields.none === "yes" ? (readOption("none", oldNone?.id ?? null, oldNone, taken) ?? blankNone(problem, main)) : undefined;
  if (none?.writeIn && options.some(({ writeIn }) => writeIn)) problem("none.writeIn", "write-in-twice");
  const kinds = fileKinds.filter((kind) => fields[`kinds.${kind}`] === "yes");
  if (type === "file" && kinds.length === 0) problem("kinds", "kind-needed");
  const number = type === "statement" ? (before?.number ?? "") : fields.number === before?.number ? (fields.number ?? "") : line(fields.number ?? "");
  if (number.length > longestNumber) problem("number", "too-long", { most: longestNumber });
  if (problems.length > 0) return fail(problems);

  const ticked = ticksOf(type).map((name) => tick(name, name, old));
  return succeed({
    ...keptOf(before),
    type,
    ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
    ...(number !== "" && { number }),
    ...of,
    ...Object.fromEntries(lists),
    ...(type === "file" && { kinds: sameKinds(old.kinds, kinds) }),
    ...(none && { noneOption: { ...none, ...(oldNone?.divider !== undefined && { divider: oldNone.divider }) } }),
    ...Object.assign({}, ...ticked),
  } as NewQuestion);
}

/** What no field of the page says. */
function keptOf(before: Question | undefined): Pick<Question, "showWhen" | "required" | "picture"> {
  const { showWhen, picture, type, required } = before ?? {};
  return { ...(showWhen && { showWhen }), ...(picture && { picture }), ...(type === "statement" && required !== undefined && { required }) };
}

// In the order they stood in, where they are the same.
function sameKinds(was: unknown, kinds: readonly string[]): readonly unknown[] {
  return Array.isArray(was) && was.length >= kinds.length && new Set(was).size === kinds.length && kinds.every((kind) => was.includes(kind)) ? was : kinds;
}

type Problem = (field: string, code: FieldProblem["code"], values?: Record<string, number>) => void;

function blankNone(problem: Problem, main: Language): undefined {
  problem(`none.label-${main}`, "needed");
  return undefined;
}

function readFigure(part: FigurePart, fields: Fields, was: unknown, problem: Problem): number | string | undefined {
  const { name, look, isNeeded, least = -Infinity, most = Infinity } = part;
  const names = look === "date" ? ["day", "month", "year"].map((each) => `${name}.${each}`) : [name];
  const typed = names.map((each) => plain(fields[each] ?? ""));
  const [first = ""] = names;
  const before = new Map(figureFields(part, was));
  if (was !== undefined && names.every((each) => (fields[each] ?? "") === (before.get(each) ?? ""))) return was as number | string;
  if (typed.every((each) => each === "")) return isNeeded ? void problem(first, "needed") : undefined;
  if (look === "date") return readDate(typed[0] ?? "", typed[1] ?? "", typed[2] ?? "") ?? void problem(first, "not-a-date");
  const [text = ""] = typed;
  if (look === "pence") return within(readPence(text), "not-an-amount", -10_000_000_000, 10_000_000_000, 100);
  const number = readNumber(text);
  if (look === "number") return within(number?.value, "not-a-number", -10_000_000_000, 10_000_000_000);
  if (look === "megabytes") return within(number && Math.round(number.value * 1_000_000), "not-a-number", 1, 100_000_000, 1_000_000);
  return within(number?.decimals === 0 ? number.value : undefined, "not-a-count", least, most);

  function within(value: number | undefined, otherwise: FieldProblem["code"], low: number, high: number, per = 1): number | undefined {
    if (value === undefined) return void problem(first, otherwise);
    if (value < low || value > high) return void problem(first, "out-of-range", { least: Math.ceil(low / per), most: high / per });
    return value;
  }
}
