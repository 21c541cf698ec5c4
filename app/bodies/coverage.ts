// Whom the seats of a body provide for, of the kinds of members that a partnership is advised to have: advice, never a score.
// It is read from what each line says, so it says of a line no more than that. [A1.5]
import type { Text } from "#app/shared/languages.ts";
import type { Body } from "./body.ts";
import type { OrganisationKind } from "./organisation.ts";
import { seatsOfLine, type SeatLine, type SeatScheme } from "./seat-scheme.ts";
import type { SeatSector } from "./sector.ts";

/** The words are `seats:coverage.kind.<kind>`. */
export const memberKinds = [
  ...(["elected-members", "chief-executive", "public-officials", "health", "police"] as const),
  ...(["voluntary-community", "business", "residents", "theme-leads", "planner"] as const),
] as const;
export type MemberKind = (typeof memberKinds)[number];

export type CoveredLine = SeatLine & {
  holder: Text;
  /** What the one organisation that fills its seats is; null where none is named. */
  organisationKind: OrganisationKind | null;
};

/**
 * The lines that say that they provide for a kind of member, by their ids; where none does, those among whose people one may
 * be. `unnamed` are the theme groups whose lead no line names.
 */
export type Covered = { kind: MemberKind; by: string[]; maybe: string[]; unnamed: Text[] };

type Rule = {
  /** A seat of these provides for it, whatever else is said of it. */
  sectors?: readonly SeatSector[];
  /** So does a seat that an organisation of this kind fills. */
  organisation?: OrganisationKind;
  /** So does a seat of one of these sectors of which such words are said. */
  words?: { in: readonly SeatSector[]; said: RegExp };
  /** Somebody of this kind may come with a seat of these. */
  maybe: readonly SeatSector[];
};

/** A partnership is advised about those who lead it, not about each group that works on something. */
export function isAdvised({ isFull, kind }: Pick<Body, "isFull" | "kind">): boolean {
  return isFull || kind === "board" || kind === "executive" || kind === "assembly";
}

const anybody: readonly SeatSector[] = ["any", "other", "public-or-other"];
const officials: readonly SeatSector[] = ["public", "public-or-private", ...anybody];
const councils: readonly SeatSector[] = ["council", "parish", ...officials];

const rules: Record<Exclude<MemberKind, "theme-leads">, Rule> = {
  "elected-members": {
    words: { in: ["council", "parish"], said: /councillor|elected member|\b(leader|mayor|cabinet)\b|ynghor(ydd|wyr)|etholedig|arweinydd|\b[mf]aer\b|کونسلر|منتخب|میئر|قائد/iu },
    maybe: ["council", "parish", ...anybody],
  },
  "chief-executive": { words: { in: ["council"], said: /chief exec|(ph?|b)rif weithredwr|چیف ایگزیکٹو/iu }, maybe: ["council", ...anybody] },
  "public-officials": { sectors: ["public"], maybe: ["public-or-private", ...anybody] },
  health: { organisation: "health", words: { in: officials, said: /\bhealth|\bnhs\b|\bh?iechyd|\bgig\b|صحت/iu }, maybe: officials },
  police: { organisation: "police", words: { in: officials, said: /\bpolice|constabulary|\bheddlu|پولیس/iu }, maybe: officials },
  "voluntary-community": { sectors: ["voluntary-community"], maybe: anybody },
  business: { sectors: ["private"], words: { in: anybody, said: /\bbusiness|chamber of|\b[bf]usnes|siambr|کاروبار/iu }, maybe: ["public-or-private", ...anybody] },
  residents: { sectors: ["residents"], maybe: anybody },
  planner: { words: { in: councils, said: /\bplanner|\bplanning (officer|service|department|team)|head of planning|ynllun(ydd|wyr)\b|swyddogion? cynllunio|gwasanaeth cynllunio|منصوبہ ساز/iu }, maybe: councils },
};

const themeLeads = /\bthem(e|a|â)|موضوعاتی/iu;

/** Each kind of member with the lines that provide for it. `themeGroups` are the names of those of the partnership. */
export function coverageOf(scheme: SeatScheme<CoveredLine>, themeGroups: readonly Text[]): Covered[] {
  // because a line that has no seats provides for nobody
  const lines = scheme.lines.filter((line) => seatsOfLine(scheme, line).most !== 0);
  return memberKinds.map((kind) => {
    if (kind === "theme-leads") return leadsOf(lines, themeGroups);
    const rule = rules[kind];
    const by = lines.filter((line) => provides(rule, line));
    const maybe = by.length > 0 ? [] : lines.filter((line) => rule.maybe.includes(line.sector) && !isSaid(line));
    return { kind, by: by.map(idOf), maybe: maybe.map(idOf), unnamed: [] };
  });
}

// because where somebody else is named nobody of another kind comes
function isSaid(line: CoveredLine): boolean {
  if (line.organisationKind !== null) return true;
  return !anybody.includes(line.sector) && Object.values(rules).some(({ words }) => words !== undefined && says(line, (text) => words.said.test(text)));
}

const idOf = ({ id }: { id: string }) => id;

function provides({ sectors, organisation, words }: Rule, line: CoveredLine): boolean {
  // because seats for whoever is missing are kept for nobody in particular
  if (line.basis === "diversity-gap") return false;
  if (sectors?.includes(line.sector)) return true;
  if (organisation !== undefined && line.organisationKind === organisation) return true;
  return words !== undefined && words.in.includes(line.sector) && says(line, (text) => words.said.test(text));
}

function says({ holder }: CoveredLine, isSo: (text: string) => boolean): boolean {
  return Object.values(holder).some(isSo);
}

/** The leads of all theme groups where a line says so, else of those that a line names. */
function leadsOf(lines: readonly CoveredLine[], groups: readonly Text[]): Covered {
  const kind = "theme-leads";
  const ofAll = lines.filter((line) => says(line, (text) => themeLeads.test(text)));
  if (ofAll.length > 0) return { kind, by: ofAll.map(idOf), maybe: [], unnamed: [] };
  const names = (line: CoveredLine, group: Text) => says(line, (text) => Object.values(group).some((name) => name !== "" && text.toLowerCase().includes(name.toLowerCase())));
  const by = lines.filter((line) => groups.some((group) => names(line, group)));
  return { kind, by: by.map(idOf), maybe: [], unnamed: groups.filter((group) => !lines.some((line) => names(line, group))) };
}
