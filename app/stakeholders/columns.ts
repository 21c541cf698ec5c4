// Which column of a pasted table holds what: by its heading in plain words, or by what stands in it.
import type { Entries } from "#app/shared/edits.ts";
import { plainHeading, takenOnce } from "#app/shared/table.ts";
import { readEmail, readLanguage } from "#app/shared/typed.ts";
import { readTelephone } from "#app/forms/typed.ts";
import type { StakeholderField } from "./stakeholder.ts";

/** What a column holds: a field, or a part of one that is put together. */
export type ColumnMeaning = StakeholderField | "first-name" | "last-name" | "post-line";

const headings: Record<ColumnMeaning, readonly string[]> = {
  name: ["name", "contact", "contact name", "contact person", "full name", "person", "enw", "enw llawn", "enw cyswllt", "cyswllt", "نام", "پورا نام", "رابطہ"],
  "first-name": ["first name", "firstname", "forename", "given name", "enw cyntaf", "پہلا نام"],
  "last-name": ["last name", "lastname", "surname", "family name", "cyfenw", "خاندانی نام", "آخری نام"],
  organisation: [
    ...["organisation", "organization", "organisation name", "organization name", "name of organisation", "company", "group", "group name", "body", "business"],
    ...["sefydliad", "mudiad", "corff", "grŵp", "cwmni", "enw r sefydliad", "ادارہ", "ادارے کا نام", "تنظیم", "گروپ", "کمپنی"],
  ],
  email: ["email", "e mail", "email address", "e mail address", "mail", "ebost", "e bost", "cyfeiriad ebost", "cyfeiriad e bost", "ای میل", "ای میل پتہ", "ای میل کا پتہ"],
  telephone: ["telephone", "telephone number", "phone", "phone number", "tel", "tel no", "mobile", "mobile number", "ffôn", "rhif ffôn", "ffôn symudol", "فون", "فون نمبر", "ٹیلیفون", "موبائل"],
  post: ["post", "address", "postal address", "post address", "full address", "mailing address", "cyfeiriad", "cyfeiriad post", "پتہ", "ڈاک کا پتہ"],
  "post-line": [
    ...["address line", "address", "street", "town", "city", "town or city", "village", "county", "postcode", "post code", "cyfeiriad", "llinell cyfeiriad"],
    ...["stryd", "tref", "dinas", "pentref", "sir", "cod post", "پتہ", "گلی", "شہر", "قصبہ", "پوسٹ کوڈ"],
  ],
  language: ["language", "preferred language", "language preference", "iaith", "dewis iaith", "زبان", "ترجیحی زبان"],
  audience: ["audience", "type", "category", "sector", "kind", "cynulleidfa", "math", "categori", "مخاطب گروہ", "قسم", "شعبہ"],
  source: ["source", "where from", "where they are known from", "o ble y maent yn hysbys", "کہاں سے معلوم ہیں", "note", "notes", "comment", "comments", "ffynhonnell", "o ble", "nodyn", "nodiadau", "ذریعہ", "کہاں سے", "نوٹ"],
};

/** What a heading says its column holds; undefined where it is none that is known. */
export function meaningOf(heading: string): ColumnMeaning | undefined {
  const said = plainHeading(heading);
  const named = (Object.keys(headings) as ColumnMeaning[]).find((meaning) => headings[meaning].includes(said));
  if (named !== undefined) return named;
  const [, before] = /^(.+?) ?[1-9]$/.exec(said) ?? [];
  if (before === undefined) return undefined;
  if (headings["post-line"].includes(before)) return "post-line";
  return headings.telephone.includes(before) ? "telephone" : headings.email.includes(before) ? "email" : undefined;
}

export type Columns = { meanings: (ColumnMeaning | undefined)[]; hasHeadings: boolean };

/**
 * What each column holds. The first line is one of headings where something in it is known and nothing in it is an e-mail
 * address. A field takes the first column that says it holds it; a second one is not taken.
 */
export function readColumns(first: readonly string[]): Columns {
  const meanings = first.map(meaningOf);
  const hasHeadings = meanings.some((meaning) => meaning !== undefined) && !first.some((cell) => readEmail(cell) !== undefined);
  if (!hasHeadings) return { meanings: [], hasHeadings };
  return { meanings: takenOnce(meanings, (meaning) => meaning === "post-line"), hasHeadings };
}

const joined = (cells: readonly string[], between: string) => cells.map((cell) => cell.trim()).filter((cell) => cell !== "").join(between);

/** What a line says, by field, under headings. */
export function entriesUnder({ meanings }: Columns, cells: readonly string[]): Entries {
  const said = (meaning: ColumnMeaning) => cells.filter((_, index) => meanings[index] === meaning);
  const entries: Entries = {};
  for (const meaning of meanings) {
    if (meaning === "first-name" || meaning === "last-name") entries.name = joined([...said("name"), ...said("first-name"), ...said("last-name")], " ");
    else if (meaning === "post" || meaning === "post-line") entries.post = joined([...said("post"), ...said("post-line")], "\n");
    else if (meaning !== undefined && entries[meaning] === undefined) entries[meaning] = said(meaning)[0] ?? "";
  }
  return entries;
}

/** Anna Rees <anna@example.org>, as mail programs write it. */
const named = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/;

/** What a line without headings says: an e-mail address, a number, a language wherever they stand; of the rest the name, the organisation, the post. */
export function entriesGuessed(cells: readonly string[]): Entries {
  const entries: Entries = {};
  const rest: string[] = [];
  for (const cell of cells.map((one) => one.trim()).filter((one) => one !== "")) {
    const [, name = "", address = ""] = named.exec(cell) ?? [];
    if (entries.email === undefined && address !== "") {
      entries.email = address;
      if (name !== "") rest.unshift(name);
    } else if (entries.email === undefined && cell.includes("@")) entries.email = cell;
    else if (entries.telephone === undefined && readTelephone(cell) !== undefined) entries.telephone = cell;
    else if (entries.language === undefined && readLanguage(cell) !== undefined) entries.language = cell;
    else rest.push(cell);
  }
  const [name, organisation, ...post] = rest;
  return { ...entries, ...(name !== undefined && { name }), ...(organisation !== undefined && { organisation }), ...(post.length > 0 && { post: post.join("\n") }) };
}
