// Somebody to turn to: at an organisation, about a body, or with a complaint.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { defaultLanguage, isLanguage, languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, readEmail, readTelephone } from "#app/shared/typed.ts";

export type ContactHead = {
  name: string;
  /** What they are there. */
  role: Text;
  /** Lower case. */
  email: string | null;
  telephone: string | null;
  post: string | null;
  /** In which they are written to. */
  language: Language;
  /** Whether they agreed to be named on public pages. */
  isPublic: boolean;
};

/** In characters. */
export const longest = { name: 120, role: 120, post: 500 } as const;

export const contactUnits: readonly Unit[] = [["name"], ...languages.map((language) => [`role-${language}`]), ["email"], ["telephone"], ["post"], ["language"], ["isPublic"]];

/** The field is an input's name; the words are `organisations:problem.<code>`. */
export type ContactProblem = { field: string; code: "contact-name" | "too-long" | "email" | "telephone" | "unreachable"; most?: number };

/** What a form says, tidied; or all that is wrong with it. */
export function readContact(entries: Entries): Result<ContactHead, ContactProblem[]> {
  const problems: ContactProblem[] = [];
  const [name, post] = [line(entries.name ?? ""), passage(entries.post ?? "") || null];
  if (name === "") problems.push({ field: "name", code: "contact-name" });
  if ([...name].length > longest.name) problems.push({ field: "name", code: "too-long", most: longest.name });
  if ([...(post ?? "")].length > longest.post) problems.push({ field: "post", code: "too-long", most: longest.post });
  const role = readText("role", entries, line);
  for (const field of tooLong("role", role, longest.role)) problems.push({ field, code: "too-long", most: longest.role });
  const email = line(entries.email ?? "") === "" ? null : readEmail(entries.email ?? "")?.toLowerCase();
  if (email === undefined) problems.push({ field: "email", code: "email" });
  const telephone = line(entries.telephone ?? "") === "" ? null : readTelephone(entries.telephone ?? "");
  if (telephone === undefined) problems.push({ field: "telephone", code: "telephone" });
  if (email === null && telephone === null && post === null) problems.push({ field: "email", code: "unreachable" });
  if (problems.length > 0 || email === undefined || telephone === undefined) return fail(problems);
  const language = isLanguage(entries.language) ? entries.language : defaultLanguage;
  return succeed({ name, role, email, telephone, post, language, isPublic: entries.isPublic === "yes" });
}

/** A contact as it would be typed, to be changed; a new one where there is none. */
export function contactAsTyped(head: ContactHead | null): Entries {
  return {
    ...{ name: head?.name ?? "", ...textAsTyped("role", head?.role ?? {}), email: head?.email ?? "", telephone: head?.telephone ?? "" },
    ...{ post: head?.post ?? "", language: head?.language ?? defaultLanguage, isPublic: head?.isPublic ? "yes" : "" },
  };
}
