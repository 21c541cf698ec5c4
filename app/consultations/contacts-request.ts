// What a data controller says before names and addresses leave: what they are wanted for, and how. It goes into the audit log.
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line } from "#app/shared/typed.ts";
import type { ExportedParts } from "./responses-export.ts";

/** The words are `office:contacts.purpose.<purpose>`. */
export const purposes = ["write-back", "ask-more", "sent-twice", "information-request", "other"] as const;

export const formats = ["xlsx", "csv"] as const;

/** `words` say the purpose where it is another than these. */
export type ContactsRequest = { purpose: (typeof purposes)[number]; words: string | null; format: (typeof formats)[number]; withAnswers: boolean };

const mostPurposeWords = 200;

/** The field by its id; the words are `office:contacts.problem.<code>`. */
export type ContactsProblem = { field: "purpose" | "words" | "format"; code: "purpose-missing" | "words-missing" | "words-too-long" | "format-missing" };

export function readContactsRequest(typed: URLSearchParams): Result<ContactsRequest, ContactsProblem[]> {
  const purpose = purposes.find((one) => one === typed.get("purpose"));
  const format = formats.find((one) => one === typed.get("format"));
  const words = line(typed.get("words") ?? "");
  const problems: ContactsProblem[] = [];
  if (!purpose) problems.push({ field: "purpose", code: "purpose-missing" });
  if (purpose === "other" && words === "") problems.push({ field: "words", code: "words-missing" });
  if (purpose === "other" && words.length > mostPurposeWords) problems.push({ field: "words", code: "words-too-long" });
  if (!format) problems.push({ field: "format", code: "format-missing" });
  if (!purpose || !format || problems.length > 0) return fail(problems);
  return succeed({ purpose, words: purpose === "other" ? words : null, format, withAnswers: typed.get("answers") === "yes" });
}

/** How long after it was said the file can be taken. */
export const minutesToTake = 10;

/** What of each response is in the file. */
export function exportedPartsOf({ withAnswers }: Pick<ContactsRequest, "withAnswers">): ExportedParts {
  return { contacts: true, answers: withAnswers };
}
