// What a person typed, field by field, kept exactly so that nothing is lost whether or not it can be understood.
import { optionsOf, valuesOf, type Question } from "./question.ts";

/** Field name ("q1" or "q1.part") to what was typed or ticked; a field left blank is absent. */
export type Entries = Record<string, string[]>;

const wordFields = ["postcode", "point"];
const fileFields = ["file-id", "name", "mime-type", "size"];

/** The parts of an address in the order they are asked for. */
export const addressParts = ["line-1", "line-2", "town", "county", "postcode"] as const;

/** The names of a question's fields in the order they are drawn. */
export function fieldsOf(question: Question): string[] {
  const { id } = question;
  const parts = (names: readonly string[]) => names.map((name) => `${id}.${name}`);
  switch (question.type) {
    case "statement":
      return [];
    case "one-choice":
    case "several-choices":
      return optionsOf(question).some((option) => option.writeIn) ? [id, `${id}.other`] : [id];
    case "agreement":
      return question.reasons ? [id, `${id}.reasons`] : [id];
    case "ranking":
    case "point-budget":
      return parts(question.options.map((option) => option.id));
    case "matrix":
      return parts(question.rows.map((row) => row.id));
    case "date":
      return parts(["day", "month", "year"]);
    case "address":
      return parts(addressParts);
    case "file":
      return [id, ...parts(["remove", ...fileFields])];
    case "map-point":
    case "map-line":
    case "map-area":
      return [id, ...parts(wordFields)];
    default:
      return [id];
  }
}

/** The HTML id of a field: its name with "-" for the dot. */
export function fieldId(field: string): string {
  return field.replaceAll(".", "-");
}

/** Every HTML id that drawing the question may use: its fields' own, those of their choices, hints, errors and counts. */
export function drawnIds(question: Question): string[] {
  const choices = (id: string, count: number) =>
    Array.from({ length: count }, (_, index) => (index === 0 ? id : `${id}-${index + 1}`)).flatMap((choice) => [
      choice,
      `${choice}-item-hint`,
    ]);
  const spoken = (id: string) => [`${id}-hint`, `${id}-error`];
  const fields = fieldsOf(question).map(fieldId).filter((id) => id !== question.id);
  const own = [...spoken(question.id), `${question.id}-info`, ...fields, ...fields.flatMap(spoken)];
  switch (question.type) {
    case "matrix":
      return [question.id, ...own, ...fields.flatMap((id) => choices(id, question.columns.length).filter((choice) => choice !== id))];
    case "rating":
      return [...choices(question.id, question.highest), ...own];
    case "one-choice":
    case "several-choices":
    case "agreement":
    case "yes-no-unsure":
      return [...choices(question.id, valuesOf(question).length), ...own];
    case "map-point":
    case "map-line":
    case "map-area":
      return [question.id, `${question.id}-place-hint`, ...own];
    default:
      return [question.id, ...own];
  }
}

/** The first thing typed in a field, or nothing. */
export function entryOf(entries: Entries, field: string): string {
  return (Object.hasOwn(entries, field) ? entries[field]?.[0] : undefined) ?? "";
}

/** Everything ticked in a field. */
export function entriesOf(entries: Entries, field: string): string[] {
  return (Object.hasOwn(entries, field) ? entries[field] : undefined) ?? [];
}

/**
 * The most characters kept of a field: well more than an answer may have, so that what is too long comes back to be
 * shortened, and no more than that, because everything kept is read again with every page.
 */
export function longestEntry({ id, type }: Question, field: string): number {
  if (type === "long-text" || (type === "agreement" && field !== id)) return 200_000;
  const isLine = type === "short-text" || field.endsWith(".other") || (field === id && type.startsWith("map-"));
  return isLine ? 20_000 : 2_000;
}

/**
 * Keeps what was posted to the fields of these questions and nothing else. The fields that say which file was uploaded are
 * not among them, because only the upload may set those (`fileEntries`). Never throws.
 */
export function readPosted(
  questions: Question[],
  posted: Iterable<readonly [string, unknown]>,
): Entries {
  const limits = new Map<string, { values: number; characters: number }>();
  for (const question of questions) {
    const fields = question.type === "file" ? [`${question.id}.remove`] : fieldsOf(question);
    for (const field of fields) limits.set(field, { values: 1, characters: longestEntry(question, field) });
    if (question.type === "several-choices") limits.set(question.id, { values: optionsOf(question).length, characters: longestEntry(question, question.id) });
  }
  const entries: Entries = {};
  for (const [field, value] of posted) {
    const limit = limits.get(field);
    if (limit === undefined || typeof value !== "string") continue;
    const text = storable(value.slice(0, limit.characters));
    if (text === "") continue;
    const kept = (entries[field] ??= []);
    if (kept.length < limit.values && !kept.includes(text)) kept.push(text);
  }
  return entries;
}

// PostgreSQL's JSON takes no NUL and no half of a surrogate pair; other control characters would spoil an export.
function storable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Surrogate}/gu, "")
    .replace(/[^\P{Control}\t\n]/gu, "");
}

/** The draft after a page was posted: everything about these questions is replaced, everything else stays. */
export function mergeEntries(old: Entries, posted: Entries, questions: Question[]): Entries {
  const merged: Entries = { ...old };
  for (const question of questions) {
    const fields = fieldsOf(question);
    if (question.type === "file" && keepsItsFile(question.id, posted)) continue;
    for (const field of fields) delete merged[field];
    for (const field of fields) {
      const typed = entriesOf(posted, field);
      if (typed.length > 0 && field !== `${question.id}.remove`) merged[field] = typed;
    }
  }
  return merged;
}

// A file stays until another is uploaded or the person asks for it to be taken away: a browser posts no file again.
function keepsItsFile(id: string, posted: Entries): boolean {
  return entryOf(posted, `${id}.file-id`) === "" && entryOf(posted, `${id}.remove`) === "";
}

/** What the upload handler records for a file question. */
export function fileEntries(
  questionId: string,
  file: { fileId: string; name: string; mimeType: string; sizeInBytes: number },
): Entries {
  return {
    [`${questionId}.file-id`]: [file.fileId],
    [`${questionId}.name`]: [storable(file.name)],
    [`${questionId}.mime-type`]: [file.mimeType],
    [`${questionId}.size`]: [String(file.sizeInBytes)],
  };
}
