// What a consultation's officers fill in about it, page by page: its texts, its decision, its dates and how else to answer.
import { languages, type Language } from "#app/shared/languages.ts";

export const textParts = ["about", "decision", "ways", "contact", "dates", "options"] as const;
export type TextPart = (typeof textParts)[number];

export function isTextPart(value: unknown): value is TextPart {
  return textParts.some((part) => part === value);
}

/** A text has one input a language; its longest is in characters. */
export type WordedField = { name: WordedName; kind: "line" | "passage"; longest: number; isNeeded?: boolean };
export type WayField = { name: WayName; kind: "telephone" | "email" | "post" };
type PlainField = { name: Exclude<PlainName, WayName>; kind: "date" | "opening" | "closing" | "hours" | "yes-no" | "languages" };
export type Field = WordedField | WayField | PlainField;

export type WordedName = "title" | "summary" | "purpose" | "audience" | "decisionToBeMade" | "decisionMaker" | "inPerson" | "formats" | "contactName";
export type WayName = "telephone" | "textphone" | "email" | "post" | "contactTelephone" | "contactTextphone" | "contactEmail" | "contactPost";
export type PlainName = WayName | "decisionOn" | "opens" | "closes" | "grace" | "equality" | "languages";

/** The words are `prepare:field.<name>` and `prepare:hint.<name>`. */
export const fieldsOf: Record<TextPart, readonly Field[]> = {
  about: [
    { name: "title", kind: "line", longest: 200, isNeeded: true },
    // because a list of consultations has room for no more
    { name: "summary", kind: "passage", longest: 300 },
    { name: "purpose", kind: "passage", longest: 5000 },
    { name: "audience", kind: "passage", longest: 2000 },
  ],
  decision: [
    { name: "decisionToBeMade", kind: "passage", longest: 5000 },
    { name: "decisionMaker", kind: "line", longest: 300 },
    { name: "decisionOn", kind: "date" },
  ],
  ways: [
    { name: "telephone", kind: "telephone" },
    { name: "textphone", kind: "telephone" },
    { name: "email", kind: "email" },
    { name: "post", kind: "post" },
    { name: "inPerson", kind: "passage", longest: 2000 },
    { name: "formats", kind: "passage", longest: 2000 },
  ],
  contact: [
    { name: "contactName", kind: "line", longest: 200 },
    { name: "contactTelephone", kind: "telephone" },
    { name: "contactTextphone", kind: "telephone" },
    { name: "contactEmail", kind: "email" },
    { name: "contactPost", kind: "post" },
  ],
  dates: [
    { name: "opens", kind: "opening" },
    { name: "closes", kind: "closing" },
    { name: "grace", kind: "hours" },
  ],
  options: [
    { name: "equality", kind: "yes-no" },
    { name: "languages", kind: "languages" },
  ],
};

export function isWorded(field: Field): field is WordedField {
  return field.kind === "line" || field.kind === "passage";
}

export function isWay(field: Field): field is WayField {
  return field.kind === "telephone" || field.kind === "email" || field.kind === "post";
}

const ownWays = ["telephone", "textphone", "email", "post"] as const;

/** Which of the ways to reach somebody a field is: of answering, or of asking. */
export function wayOf(name: WayName): { of: "otherWays" | "contact"; way: (typeof ownWays)[number] } {
  const way = ownWays.find((one) => name.toLowerCase().endsWith(one)) ?? "telephone";
  return { of: name === way ? "otherWays" : "contact", way };
}

export const worded: readonly WordedField[] = textParts.flatMap((part) => fieldsOf[part].filter(isWorded));

/** Where a text is typed in a language. */
export function inputIn(name: string, language: Language): string {
  return `${name}-${language}`;
}

const dateInputs = ["day", "month", "year"] as const;

function unitsOfField(field: Field): string[][] {
  if (isWorded(field)) return languages.map((language) => [inputIn(field.name, language)]);
  if (field.kind === "date") return [dateInputs.map((part) => `${field.name}-${part}`)];
  if (field.kind === "opening" || field.kind === "closing") return [[...dateInputs, "time"].map((part) => `${field.name}-${part}`)];
  return [[field.name]];
}

/** What is asked on a page, answer by answer: the inputs of each. */
export function unitsOf(part: TextPart): string[][] {
  return fieldsOf[part].flatMap(unitsOfField);
}
