// A member of a network: what its dates tell of it. Nothing is switched by the clock: who lapses is told by the days on which the
// organisation was asked, and last said that it still belongs. [D2]
import { addDays, addMonths } from "#app/shared/dates.ts";

/** How often a network asks, and how long it waits. */
export type NetworkClock = { confirmInMonths: number; lapseInDays: number };

export type MemberDates = {
  joinedOn: string;
  confirmedOn: string;
  /** When it was asked, and reminded, since it last confirmed. */
  askedOn: string | null;
  remindedOn: string | null;
  suspendedOn: string | null;
  leftOn: string | null;
};

/** In the order in which they are told; the words are `networks:state.<state>`. */
export const memberStates = ["active", "due", "lapsed", "suspended", "left"] as const;
export type MemberState = (typeof memberStates)[number];

/** The first day on which it is to be asked whether it still belongs. */
export function askOn({ confirmedOn }: Pick<MemberDates, "confirmedOn">, { confirmInMonths }: NetworkClock): string {
  return addMonths(confirmedOn, confirmInMonths);
}

/** The last day on which it belongs unless it answers. Nobody lapses who was not asked: null while it was not. */
export function belongsUntil(dates: Pick<MemberDates, "confirmedOn" | "askedOn">, clock: NetworkClock): string | null {
  if (dates.askedOn === null) return null;
  const due = askOn(dates, clock);
  return addDays(dates.askedOn > due ? dates.askedOn : due, clock.lapseInDays);
}

/** What it is on a day. An organisation that has closed has left. "due" is active, and was or is to be asked. */
export function stateOn(dates: MemberDates, closedOn: string | null, clock: NetworkClock, day: string): MemberState {
  const isPast = (on: string | null) => on !== null && on <= day;
  if (isPast(dates.leftOn) || isPast(closedOn)) return "left";
  if (isPast(dates.suspendedOn)) return "suspended";
  const until = belongsUntil(dates, clock);
  if (until !== null && until < day) return "lapsed";
  return askOn(dates, clock) <= day ? "due" : "active";
}

/** Days before it lapses on which it is reminded. */
const remindInDays = 14;

/** Which letter is due to it on a day: the question, the reminder, or none. */
export function letterDue(dates: MemberDates, closedOn: string | null, clock: NetworkClock, day: string): "ask" | "remind" | null {
  if (stateOn(dates, closedOn, clock, day) !== "due") return null;
  const until = belongsUntil(dates, clock);
  if (until === null) return "ask";
  return dates.remindedOn === null && addDays(until, -remindInDays) <= day ? "remind" : null;
}

/** Why a member may not vote; the words are `networks:no-vote.<why>`. */
export type WhyNoVote = "joined-later" | "lapsed" | "suspended" | "left" | "public-body" | "no-delegate";

type Voter = { dates: MemberDates; closedOn: string | null; isPublicBody: boolean; hasDelegate: boolean };

/** Why it may not vote where a day decides who may: nothing where it may. One member has one vote. [D2] */
export function whyNoVote({ dates, closedOn, isPublicBody, hasDelegate }: Voter, rules: NetworkClock & { publicBodiesVote: boolean }, day: string): WhyNoVote | null {
  if (dates.joinedOn > day) return "joined-later";
  const state = stateOn(dates, closedOn, rules, day);
  if (state === "lapsed" || state === "suspended" || state === "left") return state;
  if (isPublicBody && !rules.publicBodiesVote) return "public-body";
  return hasDelegate ? null : "no-delegate";
}
