// An election by a network: what it is, and what state it is in. A state is read from its dates and from the steps that people took;
// no job moves an election on. [D3]
import type { RuleSet } from "#app/counting/contest.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Text } from "#app/shared/languages.ts";
import type { ServedRule } from "./served.ts";
import { hasCome, nominationsCloseAt, pollClosesAt, type Timetable } from "./timetable.ts";

/** Who votes; the words are `elections:electorate.<one>`. */
export const electorates = ["organisations", "people"] as const;
export type Electorate = (typeof electorates)[number];

/** Who puts people on the roll: officers alone, or residents themselves too; the words are `elections:registering.<one>`. [D2] */
export const registerings = ["officers", "residents"] as const;

/** How votes are cast; the words are `elections:method.<one>`. */
export const methods = ["online", "post", "both", "meeting"] as const;
export type Method = (typeof methods)[number];

/** The order of candidates on the ballot paper; the words are `elections:ballot-order.<one>`. */
export const ballotOrders = ["lot", "alphabetical"] as const;
/** Which vote holds of a voter who voted online and on paper; the words are `elections:paper-rule.<one>`. [COUNTING 4.2] */
export const paperRules = ["paper-counts", "first-received"] as const;
/** What is published for a recount; the words are `elections:publication.<one>`. [COUNTING 4.7] */
export const publications = ["usual", "full", "stages"] as const;
/** What is told of a result where fewer than ten may vote; the words are `elections:results-detail.<one>`. [D3, D6] */
export const resultsDetails = ["counts", "order"] as const;
/** What becomes of a place that nobody who qualifies stands for; the words are `elections:shortfall.<one>`. [D5] */
export const shortfalls = ["co-option", "rerun"] as const;

/** Groups of candidates for which places are kept; nobody is in two groups of one category. */
export type Reserve = {
  id: string;
  name: Text;
  /** Why it is justified: positive action needs an objective reason. [Equality Act 2010 s.158] */
  justification: Text;
  groups: { id: string; name: Text; least: number; most: number | null }[];
};

/** What people do in an election, in the order in which it is done. Nothing of a voter is a step. The words are `elections:step.<kind>`. */
export const stepKinds = [
  ...(["notice-published", "dates-changed", "candidates-confirmed", "order-only", "poll-prepared", "poll-extended", "reminded", "papers-reconciled"] as const),
  ...(["sealed", "key-destroyed", "lots-drawn", "count-failed", "counted", "signed", "declared", "challenged", "challenge-ruled"] as const),
  ...(["confirmed", "annulled", "abandoned", "file-destroyed", "papers-destroyed"] as const),
] as const;
export type StepKind = (typeof stepKinds)[number];

/** After any of these an election is told among those that are over. */
export const endingSteps = ["declared", "confirmed", "annulled", "abandoned"] as const satisfies readonly StepKind[];

/** The words are `elections:state.<state>`. */
export const electionStates = [
  ...(["planned", "notice-published", "nominations-open", "nominations-closed", "candidates-confirmed", "uncontested"] as const),
  ...(["poll-open", "poll-closed", "counting", "provisional-result", "scrutiny", "declared", "challenged", "confirmed", "annulled", "abandoned"] as const),
] as const;
export type ElectionState = (typeof electionStates)[number];

export type Standing = {
  timetable: Timetable | null;
  /** Kinds of the steps taken, the first one first. */
  steps: readonly StepKind[];
  /** Candidates who were found valid and have not withdrawn; null until they are confirmed. */
  candidates: number | null;
  seats: number;
};

/** Whether as many or fewer stand than there are places: nobody votes. */
export function isUncontested({ candidates, seats }: Pick<Standing, "candidates" | "seats">): boolean {
  return candidates !== null && candidates <= seats;
}

/** What state an election is in at an instant. A later step outweighs what the dates say. */
export function stateOf(standing: Standing, now: Date): ElectionState {
  const { timetable, steps } = standing;
  const did = (kind: StepKind) => steps.includes(kind);
  if (did("abandoned")) return "abandoned";
  if (did("annulled")) return "annulled";
  if (did("confirmed")) return "confirmed";
  if (did("declared")) return steps.lastIndexOf("challenged") > steps.lastIndexOf("challenge-ruled") ? "challenged" : "declared";
  if (did("signed")) return "scrutiny";
  if (did("counted")) return "provisional-result";
  if (did("sealed")) return "counting";
  if (!did("notice-published") || timetable === null) return "planned";
  if (did("candidates-confirmed")) {
    if (isUncontested(standing)) return "uncontested";
    if (did("poll-prepared") && now >= pollClosesAt(timetable)) return "poll-closed";
    if (did("poll-prepared") && hasCome(timetable.pollOpensOn, now)) return "poll-open";
    return "candidates-confirmed";
  }
  if (now >= nominationsCloseAt(timetable)) return "nominations-closed";
  return hasCome(timetable.nominationsOpenOn, now) ? "nominations-open" : "notice-published";
}

/** Whether everybody may read of it: from its notice on. */
export function isPublic({ steps }: Pick<Standing, "steps">): boolean {
  return steps.includes("notice-published");
}

/** Whether what it is about may still change freely: until the notice; its dates may later, with a reason shown to all. */
export function isPlanned(standing: Standing, now: Date): boolean {
  return stateOf(standing, now) === "planned";
}

/** Whether candidates may still withdraw: until the end of the last day for it, and never once they are confirmed. */
export function mayWithdraw({ timetable, steps }: Pick<Standing, "timetable" | "steps">, now: Date): boolean {
  if (timetable === null || steps.includes("candidates-confirmed")) return false;
  return hasCome(timetable.noticeOn, now) && dayOf(now) <= timetable.withdrawalsUntil;
}

/** What an officer says of an election before its notice. */
export type ElectionHead = {
  title: Text;
  role: Text;
  personSpec: Text;
  timeNeeded: Text;
  expenses: Text;
  seats: number;
  termStartsOn: string;
  termInMonths: number;
  rules: RuleSet;
  electorate: Electorate;
  /** How many delegates each organisation has, with a vote each; 1 where an organisation has one vote. [D2] */
  delegates: number;
  registering: (typeof registerings)[number];
  method: Method;
  constituencyId: string | null;
  lineId: string | null;
  /** The body whose chair is elected; of several elected the first is its chair and the second its vice-chair. [D1 Westminster, A6.5] */
  chairBodyId: string | null;
  /** Organisations that must stand behind a nomination: none, a proposer, or a proposer and a seconder. */
  supporters: number;
  statementWords: number;
  ballotOrder: (typeof ballotOrders)[number];
  mostRanks: number | null;
  paperRule: (typeof paperRules)[number];
  publication: (typeof publications)[number];
  resultsDetail: (typeof resultsDetails)[number];
  reserves: Reserve[];
  shortfall: (typeof shortfalls)[number];
  turnoutLeast: number | null;
  servedRule: ServedRule;
};

/** How an election begins, before anybody has said anything of it. */
export const usualHead: Omit<ElectionHead, "title" | "termStartsOn"> = {
  ...{ role: {}, personSpec: {}, timeNeeded: {}, expenses: {}, seats: 1, termInMonths: 36, rules: "scottish", electorate: "organisations", delegates: 1, registering: "officers", method: "both" },
  ...{ constituencyId: null, lineId: null, chairBodyId: null, supporters: 2, statementWords: 200, ballotOrder: "lot", mostRanks: null, paperRule: "paper-counts" },
  ...{ publication: "usual", resultsDetail: "counts", reserves: [], shortfall: "co-option", turnoutLeast: null, servedRule: "told" },
};

/** What is said of an election, apart from all else that is known of it. */
export function headOf(election: ElectionHead): ElectionHead {
  const names = ["title", "termStartsOn", ...(Object.keys(usualHead) as (keyof typeof usualHead)[])] as const;
  return Object.fromEntries(names.map((name) => [name, election[name]])) as ElectionHead;
}
