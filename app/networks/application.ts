// An organisation that asks to join a network, as it fills in the public form.
import { organisationKinds, readCharityNumber, type OrganisationKind } from "#app/bodies/organisation.ts";
import type { Entries } from "#app/shared/edits.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line, passage, plain, readEmail, readLink, readTelephone } from "#app/shared/typed.ts";

export type ApplicationHead = {
  organisation: string;
  kind: OrganisationKind;
  charityNumber: string | null;
  website: string | null;
  /** What it does, and why it wants to belong. */
  about: string;
  /** Ids of the parts of the network it belongs to. */
  constituencies: string[];
  /** Who would vote for it, and where they are reached; in lower case. */
  name: string;
  email: string;
  telephone: string | null;
  deputyName: string | null;
  deputyEmail: string | null;
};

/** In characters. */
export const longest = { organisation: 200, about: 2000, name: 120, reason: 1000 } as const;

/** The inputs in the order of the page. */
export const applicationFields = ["organisation", "kind", "charityNumber", "website", "about", "constituencies", "name", "email", "telephone", "deputyName", "deputyEmail"] as const;
type ApplicationField = (typeof applicationFields)[number];

/** The words are `networks:problem.<code>`. */
export type ApplicationProblem = {
  field: ApplicationField;
  code: "organisation-missing" | "kind" | "charity-number" | "website" | "too-long" | "constituency" | "your-name" | "email" | "telephone" | "deputy-name" | "deputy-same";
  most?: number;
};

/** Days within which the letter that asks whether it was they who wrote must be answered. */
export const confirmInDays = 7;
/** Months after a decision until an application that was declined, or became a member, is forgotten. */
export const keptInMonths = 12;

/** What was typed, or all that is wrong with it. `constituencies` are those the network has: at least one is chosen where there are any. */
export function readApplication(entries: Entries, constituencies: readonly string[]): Result<ApplicationHead, ApplicationProblem[]> {
  const problems: ApplicationProblem[] = [];
  const wrong = (field: ApplicationField, code: ApplicationProblem["code"], most?: number) => problems.push({ field, code, ...(most && { most }) });
  const said = (field: ApplicationField) => line(entries[field] ?? "");
  const about = passage(entries.about ?? "");
  const optional = <Read>(field: ApplicationField, code: ApplicationProblem["code"], read: (typed: string) => Read | undefined): Read | null => {
    if (plain(entries[field] ?? "") === "") return null;
    const value = read(entries[field] ?? "");
    if (value === undefined) wrong(field, code);
    return value ?? null;
  };
  const tooLong = (field: ApplicationField, text: string, most: number) => void ([...text].length > most && wrong(field, "too-long", most));
  if (said("organisation") === "") wrong("organisation", "organisation-missing");
  tooLong("organisation", said("organisation"), longest.organisation);
  const kind = organisationKinds.find((one) => one === entries.kind);
  if (!kind) wrong("kind", "kind");
  const charityNumber = optional("charityNumber", "charity-number", readCharityNumber);
  const website = optional("website", "website", readLink);
  tooLong("about", about, longest.about);
  const chosen = constituencies.filter((id) => (entries.constituencies ?? "").split(" ").includes(id));
  if (constituencies.length > 0 && chosen.length === 0) wrong("constituencies", "constituency");
  if (said("name") === "") wrong("name", "your-name");
  tooLong("name", said("name"), longest.name);
  const email = readEmail(said("email"))?.toLowerCase();
  if (email === undefined) wrong("email", "email");
  const telephone = optional("telephone", "telephone", readTelephone);
  tooLong("deputyName", said("deputyName"), longest.name);
  const deputyEmail = optional("deputyEmail", "email", readEmail)?.toLowerCase() ?? null;
  if (said("deputyName") === "" && deputyEmail !== null) wrong("deputyName", "deputy-name");
  if (deputyEmail !== null && deputyEmail === email) wrong("deputyEmail", "deputy-same");
  if (problems.length > 0 || !kind || email === undefined) return fail(problems);
  return succeed({
    ...{ organisation: said("organisation"), kind, charityNumber, website, about, constituencies: chosen, name: said("name"), email, telephone },
    ...{ deputyName: said("deputyName") || null, deputyEmail },
  });
}
