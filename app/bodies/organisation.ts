// An organisation of the partnership: what is known of it, what tells it apart, and when somebody should look whether that still holds.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { addMonths } from "#app/shared/dates.ts";
import { defaultLanguage, languages, textIn, type Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { line, longestLink, plain, readLink } from "#app/shared/typed.ts";
import { isSector, type Sector } from "./sector.ts";

/** What organisations are [A1.9], by the sector they usually belong to; the words are `organisations:kind.<kind>`. */
export const kindsOfSectors = {
  "voluntary-community": ["community-group", "voluntary-organisation", "umbrella-body", "minority-ethnic-group", "housing-association", "trade-union"],
  residents: ["residents-group"],
  faith: ["faith-group"],
  private: ["business", "chamber"],
  council: ["council"],
  parish: ["parish-council"],
  public: [
    ...(["health", "police", "fire", "education", "learning-and-skills", "employment-service", "benefits", "new-deal"] as const),
    ...(["small-business-service", "development-agency", "legal-services", "drug-action-team", "government-office"] as const),
  ],
  partnership: ["partnership"],
  other: ["other"],
} as const satisfies Record<Sector, readonly string[]>;
export type OrganisationKind = (typeof kindsOfSectors)[Sector][number];
export const organisationKinds: readonly OrganisationKind[] = Object.values(kindsOfSectors).flat();

/** The sector that organisations of a kind usually belong to. */
export function sectorOfKind(kind: OrganisationKind): Sector {
  const [sector] = Object.entries(kindsOfSectors).find(([, kinds]) => (kinds as readonly string[]).includes(kind))!;
  return sector as Sector;
}

/** The nine roles of a voluntary organisation [A1.17]; the words are `organisations:role.<role>`. */
export const voluntaryRoles = ["representative", "campaigner", "expert", "adviser", "provider", "contractor", "catalyst", "co-ordinator", "identifier"] as const;
/** What an organisation may ask support with [A1.22]; the words are `organisations:need.<need>`. */
export const supportNeeds = ["core-funding", "assets", "in-kind", "volunteers", "learning", "match-funding"] as const;

export type OrganisationHead = {
  /** In the languages it has a name in. */
  name: Text;
  sector: Sector;
  kind: OrganisationKind;
  roles: (typeof voluntaryRoles)[number][];
  charityNumber: string | null;
  companyNumber: string | null;
  website: string | null;
  /** GSS codes of where it works; none where it works all over the partnership's area. */
  areaCodes: string[];
  supportNeeds: (typeof supportNeeds)[number][];
};

/** What is known of an organisation may be wrong after so long. [A1.17] */
export const confirmedForMonths = 12;

/** The first day on which somebody should look whether what is known of it still holds. */
export function lookAgainOn(confirmedOn: string): string {
  return addMonths(confirmedOn, confirmedForMonths);
}

/** What an organisation is sorted by and told apart by: its name without capitals, punctuation or a leading "the". */
export function sortNameOf(name: Text): string {
  const said = line(textIn(name, defaultLanguage).text).toLowerCase();
  const bare = said.replaceAll("&", " and ").replace(/['’]/g, "").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
  return bare.replace(/^the (?=.)/, "") || said;
}

/** Characters in one language. */
export const longestName = 200;
const mostAreas = 60;

/** The inputs of the form; choices of several are one input, parted by spaces. */
export const organisationUnits: readonly Unit[] = [
  ...languages.map((language) => [`name-${language}`]),
  ...["sector", "kind", "roles", "charityNumber", "companyNumber", "website", "areaCodes", "supportNeeds"].map((field) => [field]),
];

/** The field is an input's name; the words are `organisations:problem.<code>`. */
export type OrganisationProblem = { field: string; code: "name-missing" | "too-long" | "sector" | "kind" | "charity-number" | "company-number" | "website" | "area-codes"; most?: number };

/** A charity's number: England and Wales 200001 or 1123456-1, Scotland SC012345, Northern Ireland NIC100001; undefined where it cannot be one. */
export function readCharityNumber(typed: string): string | undefined {
  const number = plain(typed).toUpperCase().replace(/\s/g, "");
  return /^(\d{6,7}(-\d{1,3})?|SC\d{5,6}|NIC\d{6})$/.test(number) ? number : undefined;
}

/** A company's number: eight figures, or two letters and six (OC301234, SC123456); undefined where it cannot be one. */
export function readCompanyNumber(typed: string): string | undefined {
  const number = plain(typed).toUpperCase().replace(/\s/g, "");
  if (/^\d{6,8}$/.test(number)) return number.padStart(8, "0");
  return /^[A-Z]{2}\d{6}$/.test(number) ? number : undefined;
}

/** GSS codes (E07000081), parted by anything; undefined where something among it is none. */
export function readAreaCodes(typed: string): string[] | undefined {
  const codes = [...new Set(plain(typed).toUpperCase().split(/[\s,;]+/).filter((code) => code !== ""))];
  return codes.length <= mostAreas && codes.every((code) => /^[EWSNK]\d{8}$/.test(code)) ? codes : undefined;
}

/** What a form says, tidied; or all that is wrong with it. */
export function readOrganisation(entries: Entries): Result<OrganisationHead, OrganisationProblem[]> {
  const problems: OrganisationProblem[] = [];
  const name = readText("name", entries, line);
  if (Object.keys(name).length === 0) problems.push({ field: `name-${defaultLanguage}`, code: "name-missing" });
  for (const field of tooLong("name", name, longestName)) problems.push({ field, code: "too-long", most: longestName });
  const kind = organisationKinds.find((one) => one === entries.kind);
  const { sector } = entries;
  if (!isSector(sector)) problems.push({ field: "sector", code: "sector" });
  if (!kind) problems.push({ field: "kind", code: "kind" });
  const said = <Read>(field: string, code: OrganisationProblem["code"], read: (typed: string) => Read | undefined, most = 0) => {
    if (plain(entries[field] ?? "") === "") return null;
    const value = read(entries[field] ?? "");
    if (value === undefined) problems.push({ field, code, most });
    return value ?? null;
  };
  const charityNumber = said("charityNumber", "charity-number", readCharityNumber);
  const companyNumber = said("companyNumber", "company-number", readCompanyNumber);
  const website = said("website", "website", readLink, longestLink);
  const areaCodes = said("areaCodes", "area-codes", readAreaCodes, mostAreas) ?? [];
  if (problems.length > 0 || !isSector(sector) || !kind) return fail(problems);
  const chosen = (field: string) => (entries[field] ?? "").split(" ");
  const [roles, needs] = [chosen("roles"), chosen("supportNeeds")];
  return succeed({
    ...{ name, sector, kind, charityNumber, companyNumber, website, areaCodes },
    roles: voluntaryRoles.filter((role) => roles.includes(role)),
    supportNeeds: supportNeeds.filter((need) => needs.includes(need)),
  });
}

/** An organisation as it would be typed, to be changed; a new one where there is none. */
export function organisationAsTyped(head: OrganisationHead | null): Entries {
  return {
    ...textAsTyped("name", head?.name ?? {}),
    ...{ sector: head?.sector ?? "", kind: head?.kind ?? "", roles: head?.roles.join(" ") ?? "", supportNeeds: head?.supportNeeds.join(" ") ?? "" },
    ...{ charityNumber: head?.charityNumber ?? "", companyNumber: head?.companyNumber ?? "", website: head?.website ?? "" },
    areaCodes: head?.areaCodes.join(" ") ?? "",
  };
}
