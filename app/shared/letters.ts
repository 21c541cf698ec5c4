// A letter as a value: who gets it, in which language, what it says. Plain text, so that it reads the same everywhere.
import type { Language } from "./languages.ts";

export type Letter = {
  /** Which letter it is: "subject/name". */
  kind: string;
  to: string;
  language: Language;
  subject: string;
  text: string;
};

/** Who a letter comes from. */
export type Sender = { partnershipId: string | null; name: string; address: string };

/** Paragraphs of a letter, those that are null left out. */
export function paragraphs(...parts: (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== "").join("\n\n")}\n`;
}
