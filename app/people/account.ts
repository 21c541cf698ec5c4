// What somebody says of themselves in their own account.
import { isLanguage, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line } from "#app/shared/typed.ts";

const longestPersonName = 120;

export type DetailsTyped = { name: string; language: string };
export type Details = { name: string; language: Language };

/** The words are `invitations:problem.<code>`, as where an administrator types the same. */
export type DetailsProblem = { field: "name"; code: "name-missing" | "name-long" } | { field: "language"; code: "language-missing" };

/** Somebody's name and the language of their letters; or everything that is wrong with them. */
export function readDetails(typed: DetailsTyped): Result<Details, DetailsProblem[]> {
  const problems: DetailsProblem[] = [];
  const name = line(typed.name);
  if (name === "") problems.push({ field: "name", code: "name-missing" });
  if (name.length > longestPersonName) problems.push({ field: "name", code: "name-long" });
  const { language } = typed;
  if (!isLanguage(language)) problems.push({ field: "language", code: "language-missing" });
  if (problems.length > 0 || !isLanguage(language)) return fail(problems);
  return succeed({ name, language });
}

/** From when the letter to a new address was written. */
export const emailConfirmationInHours = 24;

export function emailConfirmationExpiresAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + emailConfirmationInHours * 3_600_000);
}
