// A body of a partnership: what it is, what it is for, how it decides and meets. Bodies are a tree. [A1.4]
import type { Text } from "#app/shared/languages.ts";
import type { LegalStatus } from "./partnership-register.ts";

/** The words are `bodies:kind.<kind>`. */
export const bodyKinds = [
  ...(["assembly", "board", "executive", "management-group", "theme-group", "area-group", "task-and-finish"] as const),
  ...(["officer-group", "network", "delivery-vehicle", "public-service-board"] as const),
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Who decides: all partners, this group, or all after its advice; the words are `bodies:model.<it>`. [A16] */
export const decisionModels = ["all", "small-group", "advisory"] as const;
export type DecisionModel = (typeof decisionModels)[number];

/** Who chooses who leads the meetings; the words are `bodies:chair-way.<it>`. [SG08] */
export const chairWays = ["full-partnership", "members", "election", "ex-officio", "rotation", "facilitated"] as const;
export type ChairWay = (typeof chairWays)[number];

/** When minutes are published: so many working days after, on the next such weekday, or once the next meeting approved them. */
export const minutesRules = ["days", "weekday", "approved"] as const;
export type MinutesRule = (typeof minutesRules)[number];

/** How an organisation belongs to a body; the words are `bodies:category.<it>`. [A1.4, A1.11] */
export const memberCategories = ["core", "member", "network", "associate", "observer", "mp-observer"] as const;
export type MemberCategory = (typeof memberCategories)[number];

export type Body = {
  id: string;
  parentId: string | null;
  slug: string;
  name: Text;
  kind: BodyKind;
  isFull: boolean;
  purpose: Text;
  terms: Text;
  termsAgreedOn: string | null;
  decisionModel: DecisionModel;
  themes: string[];
  crossCutting: string[];
  areaCodes: string[];
  meets: Text;
  isOpen: boolean;
  quorum: number | null;
  chairChosenBy: ChairWay;
  papersInDays: number;
  minutesRule: MinutesRule;
  minutesInDays: number;
  reportBackInDays: number;
  /** Meetings missed in a row without an apology after which a seat may be said to be free; null where there is no such rule. [D4] */
  mostMissed: number | null;
  /** Whether somebody may be co-opted to an elected seat until the next election. [D4(c)] */
  mayCoOpt: boolean;
  legalStatus: LegalStatus | null;
  legalBasis: string | null;
  startedOn: string | null;
  plannedEndOn: string | null;
  endedOn: string | null;
  position: number;
  revision: number;
};

/** A body as it begins: what was not said is as it usually is. */
export const usualBody = {
  ...{ parentId: null, isFull: false, purpose: {}, terms: {}, termsAgreedOn: null, decisionModel: "all" },
  ...{ themes: [], crossCutting: [], areaCodes: [], meets: {}, isOpen: false, quorum: null, chairChosenBy: "members" },
  ...{ papersInDays: 5, minutesRule: "days", minutesInDays: 10, reportBackInDays: 10, mostMissed: 3, mayCoOpt: true, legalStatus: null, legalBasis: null },
  ...{ startedOn: null, plannedEndOn: null },
} as const satisfies Partial<Body>;

/** What an officer says of a body. */
export type BodyDetails = Omit<Body, "id" | "slug" | "endedOn" | "position" | "revision">;

/** Whether a body is at work on a day. */
export function isThere({ endedOn }: Pick<Body, "endedOn">, today: string): boolean {
  return endedOn === null || endedOn >= today;
}

/** The bodies that one may stand under: neither itself nor one that stands under it. */
export function possibleParents<One extends Pick<Body, "id" | "parentId">>(bodies: readonly One[], id: string | null): One[] {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const standsUnder = (body: One) => {
    const seen = new Set<string>();
    for (let at: One | undefined = body; at && !seen.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) {
      if (at.id === id) return true;
      seen.add(at.id);
    }
    return false;
  };
  return bodies.filter((body) => !standsUnder(body));
}
