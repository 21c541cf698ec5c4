// A document of a consultation as an officer types what it is; the file is apart.
import type { FileProblem } from "#app/files/file.ts";
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, isLanguage, languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line } from "#app/shared/typed.ts";
import { isDocumentFormat, longestDocumentTitle } from "./consultation-document.ts";
import { inputIn } from "./design-fields.ts";

export const documentUnits: readonly string[][] = [...languages.map((language) => [inputIn("title", language)]), ["language"], ["format"]];

export type DocumentHead = { title: Text; language: Language; format: string };

/** The words are `prepare:document-problem.<code>`, of a file `prepare:file-problem.<code>`. */
export type DocumentProblem =
  | { input: string; code: "title-missing" | "title-long" | "language" | "format" | "full" }
  | { input: "file"; code: "missing" | FileProblem["kind"]; mostBytes?: number };

export function documentAsTyped({ title, language, format }: DocumentHead): Entries {
  return { ...textAsTyped("title", title), language, format };
}

export const newDocumentEntries: Entries = { ...textAsTyped("title", {}), language: defaultLanguage, format: "pdf" };

/** What it is; a title in one language is enough, because a document may go by its own everywhere. `kept` is a format of before. */
export function readDocument(entries: Entries, kept?: string): Result<DocumentHead, DocumentProblem[]> {
  const problems: DocumentProblem[] = [];
  const title = readText("title", entries, line);
  const { language, format = "" } = entries;
  if (Object.keys(title).length === 0) problems.push({ input: inputIn("title", defaultLanguage), code: "title-missing" });
  for (const input of tooLong("title", title, longestDocumentTitle)) problems.push({ input, code: "title-long" });
  if (!isLanguage(language)) problems.push({ input: "language", code: "language" });
  if (!isDocumentFormat(format) && format !== kept) problems.push({ input: "format", code: "format" });
  if (problems.length > 0 || !isLanguage(language)) return fail(problems);
  return succeed({ title, language, format });
}
