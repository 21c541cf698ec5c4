// What a consultation's officers fill in about it, page by page: its texts, its decision, its dates and how else to answer.
import { languages, type Language } from "#app/shared/languages.ts";

export const textParts = ["about", "decision", "ways", "dates", "options"] as const;
export type TextPart = (typeof textParts)[number];

export function isTextPart(value: unknown): value is TextPart {
  return textParts.some((part) => part === value);
}

/** A text has one input a language; its longest is in characters. */
export type WordedField = { name: WordedName; kind: "line" | "passage"; longest: number; isNeeded?: boolean };
type PlainField = { name: PlainName; kind: "telephone" | "email" | "post" | "date" | "opening" | "closing" | "hours" | "yes-no" | "languages" };
export type Field = WordedField | PlainField;

export type WordedName = "title" | "summary" | "purpose" | "audience" | "decisionToBeMade" | "decisionMaker" | "inPerson" | "formats";
export type PlainName = "decisionOn" | "telephone" | "textphone" | "email" | "post" | "opens" | "closes" | "grace" | "equality" | "languages";

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
