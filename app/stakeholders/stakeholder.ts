// A stakeholder: somebody, or an organisation, that a partnership invites. What is known of them, and what tells them apart.
import { readTelephone } from "#app/forms/typed.ts";
import type { Entries } from "#app/shared/edits.ts";
import type { Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage, readEmail, readLanguage } from "#app/shared/typed.ts";

export const longestListName = 120;

/** The name of a list of them; the words are `stakeholders:list-problem.<problem>`. */
export function readListName(typed: string): Result<string, "name-missing" | "name-long"> {
  const name = line(typed);
  if (name === "") return fail("name-missing");
  return [...name].length > longestListName ? fail("name-long") : succeed(name);
}

/** What is known of a stakeholder; who has no e-mail address has a telephone number or a postal address. */
export type StakeholderHead = {
  name: string;
  organisation: string;
  /** Lower case. */
  email: string | null;
  telephone: string | null;
  post: string | null;
  language: Language;
  audience: string;
  /** Where they are known from. */
  source: string;
};

/** The words are `stakeholders:field.<field>`. */
export const stakeholderFields = ["name", "organisation", "email", "telephone", "post", "language", "audience", "source"] as const;
export type StakeholderField = (typeof stakeholderFields)[number];

/** In characters. */
const longestOf: Record<StakeholderField, number> = {
  ...{ name: 120, organisation: 200, email: 254, telephone: 60, post: 500, language: 40, audience: 100, source: 300 },
};

/** The words are `stakeholders:problem.<code>`. */
export type StakeholderProblem = { field: StakeholderField; code: "long" | "email" | "telephone" | "language" | "unreachable" | "nameless"; most?: number };

/** A stakeholder from what was typed, or all that is wrong with it. A language that is left blank is `otherwise`. */
export function readStakeholder(typed: Entries, otherwise: Language): Result<StakeholderHead, StakeholderProblem[]> {
  const problems: StakeholderProblem[] = [];
  const said = (field: StakeholderField) => (field === "post" ? passage(typed.post ?? "") : line(typed[field] ?? ""));
  for (const field of stakeholderFields) if ([...said(field)].length > longestOf[field]) problems.push({ field, code: "long", most: longestOf[field] });
  const email = said("email") === "" ? null : readEmail(said("email"));
  const telephone = said("telephone") === "" ? null : readTelephone(said("telephone"));
  const language = said("language") === "" ? otherwise : readLanguage(said("language"));
  if (email === undefined) problems.push({ field: "email", code: "email" });
  if (telephone === undefined) problems.push({ field: "telephone", code: "telephone" });
  if (language === undefined) problems.push({ field: "language", code: "language" });
  const [name, organisation, post] = [said("name"), said("organisation"), said("post") || null];
  if (email === null && telephone === null && post === null) problems.push({ field: "email", code: "unreachable" });
  if (email === null && name === "" && organisation === "") problems.push({ field: "name", code: "nameless" });
  if (problems.length > 0 || email === undefined || telephone === undefined || language === undefined) return fail(problems);
  return succeed({ name, organisation, email: email?.toLowerCase() ?? null, telephone, post, language, audience: said("audience"), source: said("source") });
}

export function stakeholderAsTyped({ email, telephone, post, ...rest }: StakeholderHead): Entries {
  return { ...rest, email: email ?? "", telephone: telephone ?? "", post: post ?? "" };
}

const bare = (text: string | null) => (text ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What tells somebody apart: the e-mail address; who has none, the name with where they are reached. Not for reading: it is hashed. */
export function keyOf({ email, name, organisation, post, telephone }: Pick<StakeholderHead, "email" | "name" | "organisation" | "post" | "telephone">): string {
  if (email !== null) return `email ${email}`;
  return ["other", bare(name), bare(organisation), post === null ? (telephone ?? "").replace(/\D/g, "") : bare(post)].join(" ");
}

// The language is not among them: who is there keeps the one they have.
const filledIn = ["name", "organisation", "telephone", "post", "audience", "source"] as const;

/** The one who is there with what they lacked filled in, and the fields in which the newcomer says something else. What is there stays. */
export function fillIn<Known extends StakeholderHead>(known: Known, given: StakeholderHead): { merged: Known; filled: StakeholderField[]; differs: StakeholderField[] } {
  const lacks = (field: (typeof filledIn)[number]) => (known[field] ?? "") === "";
  const says = (field: (typeof filledIn)[number]) => (given[field] ?? "") !== "";
  const filled = filledIn.filter((field) => lacks(field) && says(field));
  const differs = filledIn.filter((field) => !lacks(field) && says(field) && bare(known[field]) !== bare(given[field]));
  return { merged: { ...known, ...Object.fromEntries(filled.map((field) => [field, given[field]])) }, filled, differs };
}

/** How somebody is named where a list has one line for each. */
export function shownName({ name, organisation, email }: Pick<StakeholderHead, "name" | "organisation" | "email">): string {
  return [name, organisation].filter((part) => part !== "").join(", ") || (email ?? "");
}
