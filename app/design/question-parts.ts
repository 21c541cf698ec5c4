// What a question of each type is made of, as it is written in the office: its texts, limits, ticks and lists of options.
import type { Language } from "#app/shared/languages.ts";
import type { QuestionType } from "#app/forms/question.ts";

/** What was typed, by the name of the field: "label-en", "options.car.writeIn"; what is blank or not ticked is absent. */
export type Fields = Record<string, string>;

export type TextPart = { name: string; look: "line" | "passage"; isNeeded?: true };
export type FigurePart = { name: string; look: "count" | "number" | "pence" | "date" | "megabytes"; isNeeded?: true; least?: number; most?: number };
export type ListPart = { name: "options" | "rows" | "columns"; least: number; most: number; mayBeWritten: boolean };

type TypeParts = { texts?: TextPart[]; figures?: FigurePart[]; ticks?: string[]; lists?: ListPart[] };

const textLimits: FigurePart[] = [
  { name: "maxWords", look: "count", least: 1, most: 20_000 },
  { name: "maxLength", look: "count", least: 1, most: 100_000 },
];
const options = (least: number, most: number, mayBeWritten = false): ListPart => ({ name: "options", least, most, mayBeWritten });
const line = (name: string): TextPart => ({ name, look: "line" });

const partsOfType: Partial<Record<QuestionType, TypeParts>> = {
  "short-text": { figures: textLimits },
  "long-text": { figures: textLimits },
  "one-choice": { lists: [options(1, 200, true)] },
  "several-choices": {
    lists: [options(1, 200, true)],
    figures: [
      { name: "atLeast", look: "count", least: 1, most: 200 },
      { name: "atMost", look: "count", least: 1, most: 200 },
    ],
  },
  agreement: { ticks: ["reasons"], texts: [line("reasonsLabel")] },
  rating: { figures: [{ name: "highest", look: "count", least: 3, most: 10, isNeeded: true }], texts: [line("lowLabel"), line("highLabel")] },
  ranking: { lists: [options(2, 30)] },
  "point-budget": {
    lists: [options(2, 30)],
    figures: [{ name: "points", look: "count", least: 1, most: 1_000_000, isNeeded: true }],
    ticks: ["spendAll"],
    texts: [line("unit")],
  },
  number: {
    figures: [
      { name: "min", look: "number" },
      { name: "max", look: "number" },
      { name: "decimals", look: "count", least: 0, most: 4 },
    ],
    texts: [line("unit")],
  },
  money: { figures: [{ name: "min", look: "pence" }, { name: "max", look: "pence" }] },
  date: { figures: [{ name: "earliest", look: "date" }, { name: "latest", look: "date" }] },
  file: { figures: [{ name: "maxBytes", look: "megabytes", isNeeded: true }] },
  matrix: { lists: [{ name: "rows", least: 1, most: 30, mayBeWritten: false }, { name: "columns", least: 2, most: 15, mayBeWritten: false }] },
};

export const fileKinds = ["image", "pdf", "document"] as const;

/** The texts that every question has, and those of its type. */
export function textPartsOf(type: QuestionType): TextPart[] {
  return [{ name: "label", look: "passage", isNeeded: true }, { name: "hint", look: "passage" }, line("heading"), ...(partsOfType[type]?.texts ?? [])];
}

export function figurePartsOf(type: QuestionType): FigurePart[] {
  return partsOfType[type]?.figures ?? [];
}

/** What is ticked or not; whatever is only read cannot be required. */
export function ticksOf(type: QuestionType): string[] {
  return [...(type === "statement" ? [] : ["required"]), ...(partsOfType[type]?.ticks ?? [])];
}

export function listPartsOf(type: QuestionType): ListPart[] {
  return partsOfType[type]?.lists ?? [];
}

/** Whether it may have an option that excludes all others. */
export function mayHaveNone(type: QuestionType): boolean {
  return type === "several-choices";
}

/** The rows of a list, in order: ids of options, and "N1", "N2" … for those that have none yet. */
export function rowsIn(fields: Fields, list: ListPart["name"]): string[] {
  return (fields[list] ?? "").split(" ").filter((row) => row !== "");
}

const datePartNames = ["day", "month", "year"] as const;

/** Every field of a question's page, with the rows its lists have now. */
export function fieldNamesOf(type: QuestionType, languages: readonly Language[], fields: Fields): string[] {
  const inEach = (name: string) => languages.map((language) => `${name}-${language}`);
  return [
    ...textPartsOf(type).flatMap(({ name }) => inEach(name)),
    ...figurePartsOf(type).flatMap(({ name, look }) => (look === "date" ? datePartNames.map((part) => `${name}.${part}`) : [name])),
    ...ticksOf(type),
    ...(type === "statement" ? [] : ["number"]),
    ...(type === "file" ? fileKinds.map((kind) => `kinds.${kind}`) : []),
    ...(mayHaveNone(type) ? ["none", ...inEach("none.label"), ...inEach("none.hint"), "none.writeIn"] : []),
    ...listPartsOf(type).flatMap(({ name, mayBeWritten }) => [
      name,
      ...rowsIn(fields, name).flatMap((row) => {
        const own = `${name}.${row}`;
        return [...inEach(`${own}.label`), ...inEach(`${own}.hint`), ...(mayBeWritten ? [`${own}.writeIn`, `${own}.divider`] : [])];
      }),
    ]),
  ];
}

const mostRows = 220;
const longestField = 21_000;

/** The fields of a question as they were posted, and none besides. */
export function pickFields(posted: Iterable<readonly [string, string]>, type: QuestionType, languages: readonly Language[]): Fields {
  const all = new Map<string, string>();
  for (const [name, value] of posted) {
    // because the ticks of a group are posted under one name
    if (name === "kinds") all.set(`kinds.${value}`, "yes");
    else if (!all.has(name)) all.set(name, tidy(value.slice(0, longestField)));
  }
  const fields: Fields = {};
  for (const { name } of listPartsOf(type)) {
    const rows = [...new Set((all.get(name) ?? "").split(" "))].filter((row) => /^(N\d{1,3}|[a-z0-9][a-z0-9-]{0,59})$/.test(row) && row !== "constructor");
    if (rows.length > 0) fields[name] = rows.slice(0, mostRows).join(" ");
  }
  const lists = listPartsOf(type).map(({ name }) => name as string);
  for (const name of fieldNamesOf(type, languages, fields)) {
    const value = all.get(name) ?? "";
    if (!lists.includes(name) && value !== "") fields[name] = value;
  }
  return fields;
}

// PostgreSQL's JSON takes no half of a surrogate pair, and a browser ends lines in its own way.
function tidy(value: string): string {
  return value.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "").replace(/[^\P{Control}\t\n]/gu, "");
}

/** What a new question's page begins with: rows to write in, and limits that are usual. */
export function blankFields(type: QuestionType): Fields {
  const rows = listPartsOf(type).map(({ name }) => [name, "N1 N2 N3"]);
  const usual: Partial<Record<QuestionType, Fields>> = {
    rating: { highest: "5" },
    "point-budget": { points: "100" },
    file: { maxBytes: "10", "kinds.image": "yes", "kinds.pdf": "yes", "kinds.document": "yes" },
    agreement: { reasons: "yes" },
  };
  return { ...Object.fromEntries(rows), ...usual[type] };
}
