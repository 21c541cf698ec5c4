// A report as it is read in one language, whatever draws it: a page, a document, a table in a file.
import type { RemovalReason } from "#app/moderation/redaction.ts";
import { textIn, type Language, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";

/** Words and the language they are really in. */
export type Said = { text: string; language: Language };

export type Cell = Said & { isNumber?: boolean };

export type Chart = {
  /** What the bars count and of whom. */
  description: string;
  full: number;
  order: "longest-first" | "as-given";
  /** For each row; what is hidden has no length. */
  bars: { value: number; figure: string }[];
};

export type Table = { kind: "table"; id: string; caption: Said; columns: { heading: Said; isNumber: boolean }[]; rows: Cell[][]; chart: Chart | null };

export type Block =
  | { kind: "heading"; level: 3 | 4; said: Said }
  | { kind: "paragraph"; said: Said; isHint?: boolean }
  | { kind: "list"; isNumbered: boolean; items: Said[] }
  | Table
  | { kind: "quote"; segments: ({ text: string } | { removed: RemovalReason })[]; language: string; by: string }
  | { kind: "link"; said: Said; path: string };

export type DrawnSection = { key: string; title: Said; blocks: Block[] };

/** A sentence of ours. */
export const ours = ({ language }: Pick<Words, "language">, text: string): Said => ({ text, language });

/** A text as far as it is translated. */
export const said = ({ language }: Pick<Words, "language">, text: Text | undefined): Said => textIn(text, language);

export const paragraph = (one: Said, isHint = false): Block => ({ kind: "paragraph", said: one, ...(isHint && { isHint }) });

/** The paragraphs of a running text; blank lines part them. */
export function paragraphsOf(words: Pick<Words, "language">, text: Text | undefined): Block[] {
  const found = textIn(text, words.language);
  return found.text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => paragraph({ text: part.trim(), language: found.language }));
}

export function list(items: Said[], isNumbered = false): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", isNumbered, items }];
}
