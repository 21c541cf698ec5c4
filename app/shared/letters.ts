// A letter as a value: who gets it, in which language, what it says. Plain text, so that it reads the same everywhere.
import type { Language } from "./languages.ts";

export type Letter = {
  /** Which letter it is: "subject/name". */
  kind: string;
  to: string;
  language: Language;
  subject: string;
  text: string;
  /** Where whoever reads it asks for no more like it: mail programs offer that as one press [RFC 8058]. */
  unsubscribeUrl?: string;
};

/** Who a letter comes from, and where an answer goes where that is not the same address. */
export type Sender = { partnershipId: string | null; name: string; address: string; replyTo?: string | null };

/** Paragraphs of a letter, those that are null left out. */
export function paragraphs(...parts: (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== "").join("\n\n")}\n`;
}
