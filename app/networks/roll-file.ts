// The roll of a network as officers bring it: what each line says, which lines cannot be taken and why, which say the same as an
// earlier one. Every line is in one of the three, the headings and blank lines apart.
import { readCharityNumber, readCompanyNumber, sortNameOf } from "#app/bodies/organisation.ts";
import { beginningOf } from "#app/shared/cut.ts";
import { isRealDate, line, plain, readDate, readLanguage, readLink } from "#app/shared/typed.ts";
import { filledRows, plainHeading, takenOnce, withoutGuard, type TableRow } from "#app/shared/table.ts";
import { delegateInput, delegateRoles, readDelegate, type DelegateField, type DelegateHead, type DelegateRole } from "./delegate.ts";

const ownFields = ["organisation", "charityNumber", "companyNumber", "website", "joinedOn", "confirmedOn", "constituencies"] as const;
type OwnField = (typeof ownFields)[number];
type DelegateColumn = `${DelegateRole}-${DelegateField}`;
/** What a column holds; the words are `networks:roll.column.<column>`, by which our own export names them too. */
export type RollColumn = OwnField | DelegateColumn;

export const rollColumns: readonly RollColumn[] = [
  ...ownFields,
  ...delegateRoles.flatMap((role) => (["name", "email", "telephone", "post", "language"] as const).map((field): DelegateColumn => `${role}-${field}`)),
];

// As rolls head their columns; the headings of our own export are known besides.
const headings: Partial<Record<RollColumn, readonly string[]>> = {
  organisation: ["organisation", "organization", "name of organisation", "organisation name", "group", "group name", "name of group", "member", "name", "sefydliad", "mudiad", "grŵp", "تنظیم", "ادارہ", "گروپ"],
  charityNumber: ["charity number", "charity no", "charity", "registered charity", "registered charity number", "rhif elusen"],
  companyNumber: ["company number", "company no", "rhif cwmni"],
  website: ["website", "web", "web site", "url", "gwefan", "ویب سائٹ"],
  joinedOn: ["joined", "joined on", "date joined", "member since", "since", "ymunodd", "شمولیت"],
  confirmedOn: ["confirmed", "confirmed on", "last confirmed", "renewed"],
  constituencies: ["constituency", "constituencies", "network", "area", "interest", "category", "etholaeth", "حلقہ"],
  "delegate-name": ["delegate", "voting delegate", "delegate name", "contact", "contact name", "contact person", "representative", "cynrychiolydd", "cyswllt", "مندوب", "رابطہ"],
  "delegate-email": ["email", "e mail", "email address", "e mail address", "delegate email", "delegate e mail", "contact email", "ebost", "e bost", "ای میل"],
  "delegate-telephone": ["telephone", "phone", "tel", "telephone number", "phone number", "mobile", "ffôn", "فون"],
  "delegate-post": ["address", "postal address", "post", "cyfeiriad", "پتہ"],
  "delegate-language": ["language", "preferred language", "iaith", "زبان"],
  "deputy-name": ["deputy", "deputy name", "substitute", "deputy delegate", "dirprwy", "نائب"],
  "deputy-email": ["deputy email", "deputy e mail", "substitute email"],
  "deputy-telephone": ["deputy telephone", "deputy phone"],
};

/** What each member is known by on the roll. */
export type RollHead = {
  organisation: string;
  charityNumber: string | null;
  companyNumber: string | null;
  website: string | null;
  /** Null where the roll does not say. */
  joinedOn: string | null;
  confirmedOn: string | null;
  /** Ids of parts of the network. */
  constituencies: string[];
  delegate: DelegateHead | null;
  deputy: DelegateHead | null;
};

export type RollLine = { line: number; head: RollHead };
/** The words are `networks:roll.problem.<code>`. */
export type RollProblem = { column: RollColumn; code: "organisation-missing" | "too-long" | "charity-number" | "company-number" | "website" | "date" | "future" | "constituency" | "delegate-name" | "email" | "telephone" };
/** `says` is what stands in the line, as far as it helps to find it; `cells` all of it, to be taken away and mended. */
export type RollMistake = { line: number; says: string; cells: string[]; problems: RollProblem[] };
/** A line of an organisation that an earlier line has; where it says something else, the earlier one stays. */
export type RollRepeat = { line: number; of: number; differs: RollColumn[] };
export type Roll = { columns: { heading: string; column: RollColumn | null }[]; read: RollLine[]; mistakes: RollMistake[]; repeats: RollRepeat[] };

export type RollAsked = {
  /** The parts of the network, in all the words they go by. */
  constituencies: readonly { id: string; names: readonly string[] }[];
  /** Headings of our own export, in every language, by what stands under them. */
  ownHeadings: Partial<Record<RollColumn, readonly string[]>>;
  today: string;
};

/** What a heading says its column holds; undefined where it is none that is known. */
function columnOf(heading: string, ownHeadings: RollAsked["ownHeadings"]): RollColumn | undefined {
  const said = plainHeading(heading);
  return rollColumns.find((column) => [...(headings[column] ?? []), ...(ownHeadings[column] ?? []).map(plainHeading)].includes(said));
}

const longestOrganisation = 200;
const longestSaid = 100;

/** The rows of a table as a roll; null where no heading says which column holds the organisation. */
export function readRoll(rows: readonly TableRow[], asked: RollAsked): Roll | null {
  const [head, ...lines] = filledRows(rows);
  const columns = takenOnce((head?.cells ?? []).map((heading) => columnOf(heading, asked.ownHeadings)), (column) => column === "constituencies");
  if (!columns.includes("organisation")) return null;
  const firsts = new Map<string, RollLine>();
  const [mistakes, repeats]: [RollMistake[], RollRepeat[]] = [[], []];
  for (const { line: at, cells } of lines) {
    const said = cells.map(withoutGuard);
    const under = (column: RollColumn) => said.filter((cell, index) => columns[index] === column && cell.trim() !== "");
    const { head: read, problems } = readLine(under, asked);
    if (problems.length > 0) {
      mistakes.push({ line: at, says: beginningOf(said.filter((cell) => cell.trim() !== "").join(", "), longestSaid), cells: [...cells], problems });
      continue;
    }
    const key = sortNameOf({ en: read.organisation });
    const first = firsts.get(key);
    if (first) {
      const { merged, differs } = fillInRoll(first.head, read);
      first.head = merged;
      repeats.push({ line: at, of: first.line, differs });
    } else firsts.set(key, { line: at, head: read });
  }
  return { columns: (head?.cells ?? []).map((heading, index) => ({ heading: heading.trim(), column: columns[index] ?? null })).filter(({ heading }) => heading !== ""), read: [...firsts.values()], mistakes, repeats };
}

function readLine(under: (column: RollColumn) => string[], { constituencies, today }: RollAsked): { head: RollHead; problems: RollProblem[] } {
  const problems: RollProblem[] = [];
  const wrong = (column: RollColumn, code: RollProblem["code"]) => void problems.push({ column, code });
  const read = <Read>(column: RollColumn, code: RollProblem["code"], reading: (typed: string) => Read | undefined): Read | null => {
    const [typed] = under(column);
    if (typed === undefined) return null;
    const value = reading(typed);
    if (value === undefined) wrong(column, code);
    return value ?? null;
  };
  const day = (column: "joinedOn" | "confirmedOn") => {
    const date = read(column, "date", readRollDate);
    if (date !== null && date > today) wrong(column, "future");
    return date;
  };
  const organisation = line(under("organisation")[0] ?? "");
  if (organisation === "") wrong("organisation", "organisation-missing");
  if ([...organisation].length > longestOrganisation) wrong("organisation", "too-long");
  const named = under("constituencies").flatMap((cell) => cell.split(/[;|/\n]/)).map(plainHeading).filter((name) => name !== "");
  const found = named.map((name) => constituencies.find(({ names }) => names.map(plainHeading).includes(name))?.id);
  if (found.includes(undefined)) wrong("constituencies", "constituency");
  const [delegate = null, deputy = null] = delegateRoles.map((role) => {
    const typed = readDelegate(role, delegateEntries(role, under));
    if (typed.ok) return typed.value;
    for (const { field, code } of typed.problem) wrong(field as DelegateColumn, code);
    return null;
  });
  const head: RollHead = {
    ...{ organisation, delegate, deputy, joinedOn: day("joinedOn"), confirmedOn: day("confirmedOn") },
    constituencies: [...new Set(found.filter((id) => id !== undefined))],
    charityNumber: read("charityNumber", "charity-number", readCharityNumber),
    companyNumber: read("companyNumber", "company-number", readCompanyNumber),
    website: read("website", "website", (typed) => readLink(/^https?:/i.test(typed) ? typed.replace(/^http:/i, "https:") : `https://${plain(typed)}`)),
  };
  return { head, problems };
}

// A roll may have an address and nobody's name; the address then stands for whoever reads it.
function delegateEntries(role: DelegateRole, under: (column: RollColumn) => string[]) {
  const typed = Object.fromEntries((["name", "email", "telephone", "post", "language"] as const).map((field) => [delegateInput(role, field), under(`${role}-${field}`)[0] ?? ""]));
  const [name, email, language] = [delegateInput(role, "name"), delegateInput(role, "email"), delegateInput(role, "language")];
  return { ...typed, [name]: typed[name] || (typed[email] ?? ""), [language]: readLanguage(typed[language] ?? "") ?? "" };
}

/** "2026-03-29", "29/03/2026", "29.3.26" or "29 March 2026" as a date, days before months. */
export function readRollDate(typed: string): string | undefined {
  const text = plain(typed);
  if (isRealDate(text)) return text;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[\s./-]+(\p{L}+|\d{1,2})[\s.,/-]+(\d{2}|\d{4})$/u.exec(text) ?? [];
  return readDate(day, month, year.length === 2 ? `20${year}` : year);
}

const plainFields = ["charityNumber", "companyNumber", "website", "joinedOn", "confirmedOn"] as const;

/** What is there with what it lacked filled in, and in what the newcomer says something else. What is there stays. */
export function fillInRoll<Known extends RollHead>(known: Known, given: RollHead): { merged: Known; differs: RollColumn[]; filled: RollColumn[] } {
  const merged: Known = { ...known };
  const [differs, filled]: [RollColumn[], RollColumn[]] = [[], []];
  for (const field of plainFields) {
    if (given[field] === null) continue;
    if (known[field] === null) {
      merged[field] = given[field];
      filled.push(field);
    } else if (known[field] !== given[field]) differs.push(field);
  }
  const more = given.constituencies.filter((id) => !known.constituencies.includes(id));
  if (more.length > 0) {
    merged.constituencies = [...known.constituencies, ...more];
    filled.push("constituencies");
  }
  for (const role of delegateRoles) {
    const [there, new_] = [known[role], given[role]];
    if (new_ === null) continue;
    if (there === null) {
      merged[role] = new_;
      filled.push(`${role}-name`);
      continue;
    }
    const both = (["email", "telephone", "post"] as const).filter((field) => new_[field] !== null);
    const lacking = both.filter((field) => there[field] === null);
    merged[role] = { ...there, ...Object.fromEntries(lacking.map((field) => [field, new_[field]])) };
    filled.push(...lacking.map((field): RollColumn => `${role}-${field}`));
    differs.push(...both.filter((field) => there[field] !== null && there[field] !== new_[field]).map((field): RollColumn => `${role}-${field}`));
    if (there.name !== new_.name && new_.name !== new_.email) differs.push(`${role}-name`);
  }
  return { merged, differs, filled };
}
