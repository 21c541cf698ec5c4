// A seat that became free before its term was over, and the ways in which it may be filled. [D4]
import { addDays, addMonths } from "#app/shared/dates.ts";
import type { Basis } from "./seat-scheme.ts";
import { lastDay, type Held } from "./term.ts";

/** Why somebody leaves a seat; the words are `bodies:ended.<reason>`. */
export const endReasons = ["resigned", "removed", "died", "organisation-lapsed", "absent", "term-over", "replaced", "seat-ended"] as const;
export type EndReason = (typeof endReasons)[number];

/** Reasons for which a seat becomes free before its time; of the others somebody has it already, or the term is over. */
export const casualReasons: readonly EndReason[] = ["resigned", "removed", "died", "organisation-lapsed", "absent"];

/** Whether an appointment left its seat free before its term was over. */
export function isCasual({ endsOn, endedOn, endedFor }: Held & { endedFor: EndReason | null }): boolean {
  return endedOn !== null && endedOn < endsOn && endedFor !== null && casualReasons.includes(endedFor);
}

/** A body may say that a seat is free after so many meetings at the least, and missed meetings are counted up to so many. */
export const leastMissed = 2;
export const mostCounted = 12;

/** What became of a seat at a meeting whose attendance is written down. */
export type Presence = "came" | "apologised" | "substituted" | "missed";

/** How many of the meetings that were held, newest first, somebody has missed in a row without an apology or a substitute. */
export function missedInARow(kinds: readonly Presence[]): number {
  const kept = kinds.findIndex((kind) => kind !== "missed");
  return kept === -1 ? kinds.length : kept;
}

/** Whether a body may say that a seat is free: only where its own rule says after how many. [D4] */
export function isFreeByAbsence(missed: number, { mostMissed }: { mostMissed: number | null }): boolean {
  return mostMissed !== null && missed >= mostMissed;
}

/** What became of a seat, from what was said before a meeting and what was written down of it. */
export function presenceOf({ said, came }: { said: string | null; came: string }): Presence {
  if (came === "substitute") return "substituted";
  if (came !== "absent") return "came";
  return said === "apologies" ? "apologised" : "missed";
}

/** Votes for a removal that are enough: two thirds of those who may vote, whether they came or not. [D4] */
export function votesToRemove(voting: number): number {
  return Math.ceil((voting * 2) / 3);
}

/**
 * How a free seat is filled: the next in the last election, an election of its own, choosing somebody until the next one, the
 * sector's own naming, or whoever the organisation names or holds the office. The words are `bodies:way.<way>`.
 */
export const fillingWays = ["runner-up", "by-election", "co-option", "nomination", "organisation"] as const;
export type FillingWay = (typeof fillingWays)[number];

/** How long after the election the next in it may still take the seat. [D4(a)] */
export const runnerUpInMonths = 12;
/** How much of the term must be left for an election of its own. [D4(b)] */
export const byElectionInMonths = 6;

/** A way, and why a seat cannot be filled in it; null where it can. The words are `seats:way-not.<why>`. */
export type Way = { way: FillingWay; whyNot: "election-too-long-ago" | "term-too-short" | "not-co-opted" | null };

type Chosen = {
  /** The day of the election, where it is known; else it is taken to have been when the term began. */
  electedOn?: string | null;
  /** Whether the body's own rules let somebody be co-opted to an elected seat. */
  mayCoOpt?: boolean;
};

/** The ways in which a seat that became free is filled, the first of them first. `openedOn` is the first day without anybody. */
export function waysOf(basis: Basis, { startsOn, endsOn }: Pick<Held, "startsOn" | "endsOn">, openedOn: string, { electedOn = null, mayCoOpt = true }: Chosen = {}): Way[] {
  if (basis === "organisation" || basis === "ex-officio") return [{ way: "organisation", whyNot: null }];
  if (basis !== "elected" && basis !== "pool") return [{ way: "nomination", whyNot: null }];
  return [
    // [D4(a)] within twelve months of the election, if they are willing
    { way: "runner-up", whyNot: openedOn <= addMonths(electedOn ?? startsOn, runnerUpInMonths) ? null : "election-too-long-ago" },
    // [D4(b)] where more than six months are left
    { way: "by-election", whyNot: addMonths(openedOn, byElectionInMonths) < endsOn ? null : "term-too-short" },
    // [D4(c)] until the next election
    { way: "co-option", whyNot: mayCoOpt ? null : "not-co-opted" },
  ];
}

/** The ways that are open. */
export function waysToFill(...asked: Parameters<typeof waysOf>): FillingWay[] {
  return waysOf(...asked).flatMap(({ way, whyNot }) => (whyNot === null ? [way] : []));
}

/** The first day on which nobody holds a seat that somebody left. */
export function openedOn(held: Held): string {
  return addDays(lastDay(held), 1);
}

// Local policy: four weeks to name somebody, three months for an election.
const daysToFill: Record<FillingWay, number> = { "runner-up": 28, organisation: 28, nomination: 56, "co-option": 56, "by-election": 91 };

/** The day by which a seat is to be filled in the way that was chosen. */
export function fillBy(way: FillingWay, opened: string): string {
  return addDays(opened, daysToFill[way]);
}

/** The term of whoever fills it: what is left of the old one; of a seat without elections a term of its own. */
export function termToFill(way: FillingWay, old: Pick<Held, "endsOn">): string | null {
  return way === "organisation" || way === "nomination" ? null : old.endsOn;
}
