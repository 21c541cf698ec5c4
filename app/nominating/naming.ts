// What an organisation says of whom it names, and whom an invitation goes to, as they are typed.
import type { Entries } from "#app/shared/edits.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage, readEmail, readTelephone } from "#app/shared/typed.ts";

/** In characters. */
export const longest = { namedBy: 120, name: 120, howChosen: 1000, statement: 2000, substitute: 120, organisation: 160, contact: 120, post: 500 } as const;

export type Naming = {
  /** Who says so for the organisation. */
  namedBy: string;
  name: string;
  /** Lower case; null for somebody without one. */
  email: string | null;
  telephone: string | null;
  howChosen: string;
  statement: string;
  substitute: string;
  language: Language;
};

/** Inputs of the form; the words are `nominating:field.<field>`. */
export const namingFields = ["namedBy", "name", "email", "telephone", "howChosen", "statement", "substitute", "language", "declares"] as const;

/** The field is an input's name; the words are `nominating:problem.<code>`. */
export type NamingProblem = { field: string; code: "missing" | "too-long" | "email" | "telephone" | "reach-missing" | "declare-missing" | "organisation-missing" | "reach-organisation"; most?: number };

/** A reader of inputs that notes what is wrong with them. */
function reader(entries: Entries) {
  const problems: NamingProblem[] = [];
  const checked = (field: keyof typeof longest, tidy: (typed: string) => string, isNeeded: boolean): string => {
    const said = tidy(entries[field] ?? "");
    if (isNeeded && said === "") problems.push({ field, code: "missing" });
    if ([...said].length > longest[field]) problems.push({ field, code: "too-long", most: longest[field] });
    return said;
  };
  const email = (): string | null => {
    if (line(entries.email ?? "") === "") return null;
    const read = readEmail(entries.email ?? "")?.toLowerCase();
    if (read === undefined) problems.push({ field: "email", code: "email" });
    return read ?? null;
  };
  const language: Language = isLanguage(entries.language) ? entries.language : defaultLanguage;
  return { problems, checked, email, language };
}

/** What an organisation typed, or all that is wrong with it. It declares that whoever writes may name somebody for it. */
export function readNaming(entries: Entries): Result<Naming, NamingProblem[]> {
  const { problems, checked, email: readOwn, language } = reader(entries);
  const [namedBy, name] = [checked("namedBy", line, true), checked("name", line, true)];
  const email = readOwn();
  const telephone = line(entries.telephone ?? "") === "" ? null : (readTelephone(entries.telephone ?? "") ?? undefined);
  if (telephone === undefined) problems.push({ field: "telephone", code: "telephone" });
  // because whoever is named is asked whether they agree
  if (line(entries.email ?? "") === "" && line(entries.telephone ?? "") === "") problems.push({ field: "email", code: "reach-missing" });
  const [howChosen, statement, substitute] = [checked("howChosen", passage, true), checked("statement", passage, false), checked("substitute", line, false)];
  if (entries.declares !== "yes") problems.push({ field: "declares", code: "declare-missing" });
  if (problems.length > 0 || telephone === undefined) return fail(problems);
  return succeed({ namedBy, name, email, telephone, howChosen, statement, substitute, language });
}

export type InvitationHead = { organisationId: string | null; organisation: string; contact: string; email: string | null; post: string | null; language: Language };

/** Inputs of the form that invites an organisation. */
export const invitationFields = ["organisationId", "organisation", "contact", "email", "post", "language"] as const;

/** An organisation of the register or one that is typed, and how it is reached; `organisations` are those that can be chosen. */
export function readInvitation(entries: Entries, organisations: readonly string[]): Result<InvitationHead, NamingProblem[]> {
  const { problems, checked, email: readOwn, language } = reader(entries);
  const organisationId = organisations.find((id) => id === entries.organisationId) ?? null;
  const organisation = checked("organisation", line, false);
  if (organisationId === null && organisation === "") problems.push({ field: "organisationId", code: "organisation-missing" });
  const [contact, post, email] = [checked("contact", line, true), checked("post", passage, false), readOwn()];
  if (line(entries.email ?? "") === "" && post === "") problems.push({ field: "email", code: "reach-organisation" });
  return problems.length > 0 ? fail(problems) : succeed({ organisationId, organisation: organisationId === null ? organisation : "", contact, email, post: post || null, language });
}
