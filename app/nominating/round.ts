// A round of nominations: organisations are invited to name one person each for seats of a body, and an officer appoints those who agreed and
// were accepted. It is no election: nothing is counted here. [A6.5]
import { nominationState, type Course, type Ruling } from "#app/elections/nomination.ts";
import type { Text } from "#app/shared/languages.ts";

/** How a round came to its end; the words are `nominating:ending.<ending>`. */
export const endings = ["filled", "election", "abandoned"] as const;
export type Ending = (typeof endings)[number];

export type RoundHead = {
  lineId: string;
  /** Places to fill. */
  seats: number;
  title: Text;
  about: Text;
  criteria: Text;
  termStartsOn: string;
  termInMonths: number;
  /** The first and the last day on which organisations answer. */
  opensOn: string;
  closesOn: string;
  /** The day on which those who have not answered are reminded. */
  remindOn: string | null;
};

type Dates = Pick<RoundHead, "opensOn" | "closesOn" | "remindOn"> & { invitedAt: Date | null; remindedAt: Date | null; ending: Ending | null };

/** The words are `nominating:state.<state>`. */
export type RoundState = "planned" | "announced" | "open" | "closed" | Ending;

/** What state a round is in on a day: organisations answer from the first to the end of the last. */
export function roundState({ invitedAt, ending, opensOn, closesOn }: Pick<Dates, "invitedAt" | "ending" | "opensOn" | "closesOn">, today: string): RoundState {
  if (ending !== null) return ending;
  if (invitedAt === null) return "planned";
  if (today < opensOn) return "announced";
  return today <= closesOn ? "open" : "closed";
}

/** Whether those who have not answered are reminded now: once, from the day that was set until answers close. */
export function isReminderDue(round: Dates, today: string): boolean {
  return roundState(round, today) === "open" && round.remindedAt === null && round.remindOn !== null && round.remindOn <= today;
}

export type Named = { consentedAt: Date | null; withdrawnAt: Date | null; ruling: Ruling | null };

/** As elections read it: no organisation but the one that names them is asked. */
export function courseOf({ consentedAt, withdrawnAt, ruling }: Named): Course {
  return { consentedAt, withdrawnAt, ruling, number: null, supports: [] };
}

/** What came of an invitation; the words are `nominating:answer.<answer>`. */
export const answers = ["none", "declined", "asked", "withdrawn", "to-rule", "invalid", "valid"] as const;
export type Answer = (typeof answers)[number];

export function answerOf({ declinedAt, named }: { declinedAt: Date | null; named: Named | null }): Answer {
  if (named === null) return declinedAt === null ? "none" : "declined";
  const state = nominationState(courseOf(named), 0);
  return state === "asked" || state === "withdrawn" || state === "to-rule" || state === "invalid" ? state : "valid";
}

/** Whether an organisation may answer, or answer anew: while answers are open, and nobody it named has been accepted. */
export function mayAnswer(state: RoundState, answer: Answer): boolean {
  return state === "open" && answer !== "valid";
}

/** Whether whoever was named may say that they agree, or that they do not: until it is decided who is appointed. */
export function mayConsent(state: RoundState): boolean {
  return state === "open" || state === "closed";
}

/** Whether an officer may rule on who was named: the same days. */
export const mayRule = mayConsent;

/** What everybody is told of an invitation once the round is over; a name only of somebody who agreed, and stands by it. */
export function toldOf(answer: Answer, isAppointed: boolean): "appointed" | "named" | "not-named" | "declined" | "none" {
  if (answer === "none" || answer === "declined") return answer;
  if (answer !== "valid") return "not-named";
  return isAppointed ? "appointed" : "named";
}

/** How an invitation is on its way; the words are `nominating:way.<way>`. */
export type Way = "not-sent" | "waiting" | "sent" | "failed" | "to-print" | "posted";

type Sent = { email: string | null; postedAt: Date | null; letter: { sentAt: Date | null; failedAt: Date | null; givenUpAt: Date | null } | null };

/** Whether it was delivered, as far as is known: a mail server took it, or somebody posted it. */
export function wayOf({ email, postedAt, letter }: Sent, isInvited: boolean): Way {
  if (!isInvited) return "not-sent";
  if (postedAt !== null) return "posted";
  if (email === null) return "to-print";
  // because letters are forgotten after a year
  if (letter === null || letter.sentAt !== null) return "sent";
  return letter.failedAt !== null || letter.givenUpAt !== null ? "failed" : "waiting";
}

/** Months after a round ended until addresses and what was said of people are forgotten. Local policy. */
export const nominatedKeptInMonths = 12;

/** Whether a round has not come to its end. */
export function isRunning(state: RoundState): boolean {
  return state === "planned" || state === "announced" || state === "open" || state === "closed";
}
