// Shapes of seats that a version may begin from: how partnerships that have been described shared out theirs. [A1.5, A6.2-A6.6]
// The numbers are those partnerships' own, the words are ours. A shape keeps no seat for some people alone, because such a seat
// needs a reason of the body's own [Equality Act 2010 s.158], and names no organisation, because each area has others.
import type { Text } from "#app/shared/languages.ts";
import type { BalanceRule } from "./balance.ts";
import type { LineSaid } from "./line-form.ts";
import type { Basis } from "./seat-scheme.ts";
import type { SeatSector } from "./sector.ts";
import type { FileLine, FileScheme } from "./structure-file.ts";
import { usualTerm } from "./term.ts";
import { turnsOf, type Turns } from "./turn.ts";

/** The words are `seats:template.<code>.name` and `.text`; who sits in a line is called `seats:template-line.<holder>`. */
export const templateCodes = ["small-executive", "fixed-and-gaps", "two-tiers", "large-with-pool", "residents-first"] as const;
export type TemplateCode = (typeof templateCodes)[number];

export function isTemplateCode(value: unknown): value is TemplateCode {
  return templateCodes.some((code) => code === value);
}

type More = Partial<Pick<FileLine, "basis" | "countMost" | "poolSize" | "within">>;

function seats(count: number | null, sector: SeatSector, holder: string, { basis = "fixed", countMost = null, poolSize = null, within = null }: More = {}): FileLine {
  return { holder, sector, basis, count, countMost, poolSize, within, chosenBy: "", reserves: [] };
}

const elected: { basis: Basis } = { basis: "elected" };
// Local policy of that partnership: about half, of which seats for gaps come on top.
const half: BalanceRule = { kind: "share", sectors: ["voluntary-community", "faith", "residents"], least: 40, most: null };

export const templates: Record<TemplateCode, FileScheme> = {
  // The executive of the Gloucester Partnership. [LGA 2002 pp.10-13]
  "small-executive": {
    ...{ totalLeast: 12, totalMost: 17, rules: [] },
    lines: [
      seats(1, "voluntary-community", "umbrella"),
      seats(1, "voluntary-community", "race-equality"),
      seats(6, "voluntary-community", "community-representatives", elected),
      seats(null, "other", "other-partners"),
    ],
  },
  // The Lambeth partnership. [LGA 2002 pp.21-25]
  "fixed-and-gaps": {
    ...{ totalLeast: 22, totalMost: 27, rules: [half] },
    lines: [
      seats(1, "voluntary-community", "housing-association"),
      seats(1, "faith", "faith-group"),
      seats(1, "voluntary-community", "umbrella"),
      seats(1, "residents", "tenants-council"),
      seats(5, "residents", "forum-chairs", { basis: "ex-officio" }),
      seats(2, "voluntary-community", "providers"),
      seats(null, "public", "community-safety", { within: 7 }),
      seats(11, "public-or-other", "public-services"),
      seats(0, "any", "missing", { basis: "diversity-gap", countMost: 5 }),
    ],
  },
  // The forum of the Devon Strategic Partnership. [LGA 2002 pp.33-36]
  "two-tiers": {
    ...{ totalLeast: null, totalMost: null, rules: [] },
    lines: [
      seats(8, "partnership", "district-partnerships"),
      seats(1, "parish", "parishes"),
      seats(2, "council", "county-councillors"),
      seats(1, "voluntary-community", "rural-community"),
      seats(1, "voluntary-community", "disability-group"),
      seats(1, "voluntary-community", "older-people"),
      seats(2, "voluntary-community", "faith-groups"),
      seats(1, "voluntary-community", "lgbt-group"),
      seats(1, "voluntary-community", "advice"),
      seats(1, "voluntary-community", "race-equality"),
      seats(1, "voluntary-community", "trade-union"),
      seats(1, "voluntary-community", "women"),
      seats(1, "voluntary-community", "compact"),
      seats(1, "voluntary-community", "young-people"),
    ],
  },
  // The steering group of the Manchester partnership. [LGA 2002 pp.38-43]
  "large-with-pool": {
    ...{ totalLeast: 41, totalMost: 41, rules: [] },
    lines: [
      seats(8, "voluntary-community", "community-network", { basis: "pool", poolSize: 15 }),
      seats(1, "voluntary-community", "race-equality"),
      seats(2, "voluntary-community", "youth-council"),
      seats(5, "council", "elected-members"),
      seats(25, "public-or-private", "agencies-and-business"),
    ],
  },
  // The Southwark partnership. [Neighbourhood Renewal Unit, factsheet 8, July 2002]
  "residents-first": {
    ...{ totalLeast: 26, totalMost: 26, rules: [] },
    lines: [
      seats(6, "residents", "residents"),
      seats(5, "voluntary-community", "voluntary-groups"),
      seats(2, "faith", "faith-groups"),
      seats(2, "private", "business"),
      seats(11, "public", "public-bodies"),
    ],
  },
};

/** What a version begins with: each line as an officer would say it, within the line of a place in the list. */
export type SchemeStart = Totals & { turns: Turns | null; lines: (Omit<LineSaid, "withinId"> & { within: number | null })[] };
type Totals = { totalLeast: number | null; totalMost: number | null; rules: readonly BalanceRule[] };

/** A shape as a version begins with it; `say` gives the words of a key in every language. */
export function startOfTemplate(code: TemplateCode, say: (key: string) => Text): SchemeStart {
  const { lines, ...totals } = templates[code];
  return {
    ...{ ...totals, turns: null },
    lines: lines.map(({ holder, chosenBy: _, reserves: __, ...line }) => ({
      ...{ ...line, ...usualTerm, holder: say(`seats:template-line.${holder}`), chosenBy: {}, reserves: [] },
      ...{ organisationId: null, networkId: null, isVoting: true, isRequired: false, roleDescription: {} },
    })),
  };
}

type Agreed = Totals & { turns: number | null; turnsFrom: string | null; lines: readonly (LineSaid & { id: string; fromId: string | null })[] };

/** An agreed version as another begins with it. */
export function startOfScheme(scheme: Agreed): SchemeStart {
  const { totalLeast, totalMost, rules, lines } = scheme;
  return {
    ...{ totalLeast, totalMost, rules, turns: turnsOf(scheme) },
    lines: lines.map(({ id: _, fromId: __, withinId, ...line }) => ({ ...line, within: withinId === null ? null : lines.findIndex(({ id }) => id === withinId) })),
  };
}

/** A version that begins with nothing. */
export const emptyStart: SchemeStart = { totalLeast: null, totalMost: null, rules: [], turns: null, lines: [] };
