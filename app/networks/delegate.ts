// Whoever votes for a member of a network, and whoever does in their place.
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage, readEmail, readTelephone } from "#app/shared/typed.ts";

/** The words are `networks:delegate.<role>`. */
export const delegateRoles = ["delegate", "deputy"] as const;
export type DelegateRole = (typeof delegateRoles)[number];

export type DelegateHead = {
  name: string;
  /** Lower case. */
  email: string | null;
  telephone: string | null;
  post: string | null;
  language: Language;
};

export const delegateFields = ["name", "email", "telephone", "post", "language"] as const;
export type DelegateField = (typeof delegateFields)[number];

/** In characters. */
const longest: Partial<Record<DelegateField, number>> = { name: 120, post: 500 };

/** The field is an input's name; the words are `networks:problem.<code>`. */
export type DelegateProblem = { field: string; code: "delegate-name" | "too-long" | "email" | "telephone"; most?: number };

/** The input of a delegate's field: "deputy-email". */
export function delegateInput(role: DelegateRole, field: DelegateField): string {
  return `${role}-${field}`;
}

/** What was typed of a delegate; null where nothing was. Who can be reached by nothing is none the less somebody who votes. */
export function readDelegate(role: DelegateRole, entries: Entries): Result<DelegateHead | null, DelegateProblem[]> {
  const said = (field: DelegateField) => (field === "post" ? passage : line)(entries[delegateInput(role, field)] ?? "");
  if ((["name", "email", "telephone", "post"] as const).every((field) => said(field) === "")) return succeed(null);
  const problems: DelegateProblem[] = [];
  const wrong = (field: DelegateField, code: DelegateProblem["code"], most?: number) => problems.push({ field: delegateInput(role, field), code, ...(most && { most }) });
  if (said("name") === "") wrong("name", "delegate-name");
  for (const field of delegateFields) if ([...said(field)].length > (longest[field] ?? Infinity)) wrong(field, "too-long", longest[field]);
  const email = said("email") === "" ? null : readEmail(said("email"))?.toLowerCase();
  if (email === undefined) wrong("email", "email");
  const telephone = said("telephone") === "" ? null : readTelephone(said("telephone"));
  if (telephone === undefined) wrong("telephone", "telephone");
  if (problems.length > 0 || email === undefined || telephone === undefined) return fail(problems);
  const language = said("language");
  return succeed({ name: said("name"), email, telephone, post: said("post") || null, language: isLanguage(language) ? language : defaultLanguage });
}

/** A delegate as they would be typed, to be changed. */
export function delegateAsTyped(role: DelegateRole, head: DelegateHead | null): Entries {
  return Object.fromEntries(delegateFields.map((field) => [delegateInput(role, field), head?.[field] ?? (field === "language" ? defaultLanguage : "")]));
}

/** To whom the letters of a member go: the delegate, or the deputy where the delegate has no address for them; null where neither has. */
export function writtenTo<One extends Pick<DelegateHead, "email"> & { role: string }>(delegates: readonly One[]): (One & { email: string }) | null {
  const inOrder = delegateRoles.flatMap((role) => delegates.filter((one) => one.role === role));
  return inOrder.find((one): one is One & { email: string } => one.email !== null) ?? null;
}
