// The codes of a codeframe: themes, the codes under them and the sub-codes under those, in their order.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, languages, textIn, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage } from "#app/shared/typed.ts";
import type { Way } from "#app/shared/way.ts";

/** How deep a code stands; the words are `codeframe:level.<level>`. */
export const levels = ["theme", "code", "sub-code"] as const;
export type Level = (typeof levels)[number];

/** The two that each codeframe has stand for what fits nowhere and for what cannot be coded at all: neither is ever removed. */
export const kinds = ["usual", "other", "uncodable"] as const;
export type Kind = (typeof kinds)[number];

export type CodeTexts = {
  name: Text;
  /** What it means, what belongs to it, what does not, and what somebody might write. */
  definition: Text;
  include: Text;
  exclude: Text;
  example: Text;
  /** Runs through the answers to several questions. */
  isCrossCutting: boolean;
  /** What it says bears on a group that equality law protects. */
  isEquality: boolean;
};

export type Code = CodeTexts & { id: string; parentId: string | null; place: number; kind: Kind; retiredAt: Date | null; mergedIntoId: string | null };

/** A code where it stands. */
export type PlacedCode = Code & { level: Level };

/** More are not told apart by anybody who reads. */
export const mostCodes = 300;

/** Characters in one language. */
export const longest = { name: 120, definition: 1000, include: 1000, exclude: 1000, example: 1000 } as const;

const textFields = ["name", "definition", "include", "exclude", "example"] as const;
const marks = ["isCrossCutting", "isEquality"] as const;

const inOrder = (one: Code, other: Code) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.place - other.place || (one.id < other.id ? -1 : 1);

/** Those directly under a code, or the themes, in their order; what fits nowhere stands last. */
export function codesUnder<One extends Code>(codes: readonly One[], parentId: string | null): One[] {
  return codes.filter((code) => code.parentId === parentId).sort(inOrder);
}

/** Every code in the order of the tree, each with those under it behind it. */
export function inTree<One extends Code>(codes: readonly One[]): (One & { level: Level })[] {
  const from = (parentId: string | null, depth: number): (One & { level: Level })[] =>
    codesUnder(codes, parentId).flatMap((code) => [{ ...code, level: levels[depth] ?? "sub-code" }, ...from(code.id, depth + 1)]);
  return from(null, 0);
}

/** A code and everything under it. */
export function withAllUnder(codes: readonly Code[], id: string): string[] {
  return [id, ...codesUnder(codes, id).flatMap((code) => withAllUnder(codes, code.id))];
}

/** The theme first, the code itself last. */
export function wayTo<One extends Code>(codes: readonly One[], id: string | null): One[] {
  const code = codes.find((one) => one.id === id);
  return code ? [...wayTo(codes, code.parentId), code] : [];
}

function heightOf(codes: readonly Code[], id: string): number {
  return 1 + Math.max(0, ...codesUnder(codes, id).map((code) => heightOf(codes, code.id)));
}

/** Whether a new code may be put there: a theme, or under a usual code that is in use and not a sub-code. */
export function takesCodes(codes: readonly Code[], parentId: string | null): boolean {
  if (parentId === null) return true;
  const parent = codes.find(({ id }) => id === parentId);
  return parent?.kind === "usual" && parent.retiredAt === null && wayTo(codes, parentId).length < levels.length;
}

/** Whether a code may move under another, or become a theme, with all that is under it: never under itself, never a fourth level. */
export function mayStandUnder(codes: readonly Code[], id: string, parentId: string | null): boolean {
  const code = codes.find((one) => one.id === id);
  if (code?.kind !== "usual" || code.retiredAt !== null || code.parentId === parentId) return false;
  if (!takesCodes(codes, parentId) || (parentId !== null && withAllUnder(codes, id).includes(parentId))) return false;
  return wayTo(codes, parentId).length + heightOf(codes, id) <= levels.length;
}

/** In which of its languages a name is that of another code in use under the same; blank where in none. */
export function languagesTaken(codes: readonly Code[], { id, parentId, name }: Pick<Code, "parentId" | "name"> & { id: string | null }): string[] {
  const others = codes.filter((code) => code.parentId === parentId && code.id !== id && code.retiredAt === null);
  const same = (one = "", other = "") => one !== "" && line(one).toLowerCase() === line(other).toLowerCase();
  return languages.filter((language) => others.some((other) => same(name[language], other.name[language])));
}

/** The ids of those beside a code with it one place on; null at the end of its way. */
export function movedBy(codes: readonly Code[], id: string, way: Way): string[] | null {
  const code = codes.find((one) => one.id === id);
  if (code?.kind !== "usual") return null;
  const ids = codesUnder(codes, code.parentId).filter(({ kind, retiredAt }) => kind === "usual" && retiredAt === null).map((one) => one.id);
  const at = ids.indexOf(id);
  const other = ids[way === "up" ? at - 1 : at + 1];
  if (other === undefined) return null;
  return ids.map((one) => (one === id ? other : one === other ? id : one));
}

/** Why a code is not retired or removed; the words are `codeframe:kept.<because>`. */
export function keptBecause(codes: readonly Code[], id: string): "always" | "has-codes" | null {
  const code = codes.find((one) => one.id === id);
  if (code?.kind !== "usual") return "always";
  return codesUnder(codes, id).some(({ retiredAt }) => retiredAt === null) ? "has-codes" : null;
}

/** Whether what was coded with one code may come to another: both in use, and no code in use left under the one that goes. */
export function mayMergeInto(codes: readonly Code[], fromId: string, intoId: string): boolean {
  const [from, into] = [fromId, intoId].map((id) => codes.find((one) => one.id === id));
  return from?.retiredAt === null && into?.retiredAt === null && fromId !== intoId && keptBecause(codes, fromId) === null;
}

/** The name of a code with those it stands under, as one line. */
export function fullName(codes: readonly Code[], id: string, language: (typeof languages)[number]): string {
  return wayTo(codes, id).map(({ name }) => textIn(name, language).text).join(" › ");
}

/** The inputs of a code, each by itself. */
export const codeUnits: readonly Unit[] = [...textFields.flatMap((field) => languages.map((language) => [`${field}-${language}`])), ["marks"]];

/** The field is an input's name; the text is `codeframe:problem.<code>`. */
export type CodeProblem = { field: string; code: "name-missing" | "definition-missing" | "too-long" | "name-taken"; most?: number };

/** What was typed, tidied; or what is wrong with it. The name and what it means are needed in the main language. */
export function readCode(entries: Entries): Result<CodeTexts, CodeProblem[]> {
  const problems: CodeProblem[] = [];
  const text = (field: (typeof textFields)[number]): Text => {
    const read = readText(field, entries, field === "name" ? line : passage);
    if ((field === "name" || field === "definition") && read[defaultLanguage] === undefined) problems.push({ field: `${field}-${defaultLanguage}`, code: `${field}-missing` });
    for (const input of tooLong(field, read, longest[field])) problems.push({ field: input, code: "too-long", most: longest[field] });
    return read;
  };
  const [name, definition, include, exclude, example] = [text("name"), text("definition"), text("include"), text("exclude"), text("example")];
  if (problems.length > 0) return fail(problems);
  const marked = (entries.marks ?? "").split(" ");
  return succeed({ name, definition, include, exclude, example, isCrossCutting: marked.includes("isCrossCutting"), isEquality: marked.includes("isEquality") });
}

/** A code as it would be typed, to be changed; a new one where there is none. */
export function codeAsTyped(code: CodeTexts | null): Entries {
  const texts: Entries = Object.assign({}, ...textFields.map((field) => textAsTyped(field, code?.[field] ?? {})));
  return { ...texts, marks: marks.filter((mark) => code?.[mark]).join(" ") };
}
