// A partnership's name, welcome and ways to reach it, as an administrator types them.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { defaultLanguage, languages, type Language, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, passage, readEmail, readTelephone } from "#app/shared/typed.ts";

export type DetailsField = `name-${Language}` | `welcome-${Language}` | "telephone" | "email" | "post";
export type DetailsEntries = Record<DetailsField, string>;

export const detailsFields: readonly DetailsField[] = [
  ...languages.map((language) => `name-${language}` as const),
  ...languages.map((language) => `welcome-${language}` as const),
  ...(["telephone", "email", "post"] as const),
];

/** Characters, those who read a page on a telephone in mind. */
export const longest = { name: 120, welcome: 600, post: 300 } as const;

/** The text is `settings:name.problem.<code>`. */
export type DetailsProblem = {
  field: DetailsField;
  code: "name-missing" | "welcome-missing" | "text-long" | "telephone" | "email" | "post-long";
};

export type Details = Pick<Partnership, "name" | "welcome" | "contact">;

/** What was typed, tidied; or what is wrong with it. English is needed, the other languages fall back to it. */
export function readDetails(entries: DetailsEntries): Result<Details, DetailsProblem[]> {
  const problems: DetailsProblem[] = [];
  const said = (kind: "name" | "welcome", tidy: (typed: string) => string): Text => {
    const text = readText(kind, entries, tidy);
    if (text[defaultLanguage] === undefined) problems.push({ field: `${kind}-${defaultLanguage}`, code: `${kind}-missing` });
    for (const field of tooLong(kind, text, longest[kind])) problems.push({ field: field as DetailsField, code: "text-long" });
    return text;
  };
  const name = said("name", line);
  const welcome = said("welcome", passage);
  const [telephone, email] = [readTelephone(entries.telephone), readEmail(entries.email)?.toLowerCase()];
  const post = line(entries.post);
  if (!telephone && line(entries.telephone) !== "") problems.push({ field: "telephone", code: "telephone" });
  if (!email && line(entries.email) !== "") problems.push({ field: "email", code: "email" });
  if ([...post].length > longest.post) problems.push({ field: "post", code: "post-long" });
  if (problems.length > 0) return fail(problems);
  return succeed({ name, welcome, contact: { ...(telephone && { telephone }), ...(email && { email }), ...(post && { post }) } });
}

/** The details as they would be typed, to be changed. */
export function detailsAsTyped({ name, welcome, contact }: Details): DetailsEntries {
  const { telephone = "", email = "", post = "" } = contact;
  return { ...(textAsTyped("name", name) as DetailsEntries), ...textAsTyped("welcome", welcome), telephone, email, post };
}
