// A nomination: who stands behind it, what has become of it, and who may do what with it until when. [D3]
import { mayWithdraw, stateOf, type Standing } from "./election.ts";

/** Organisations that stand behind a nomination; the words are `candidates:part.<part>`. */
export const supportParts = ["proposer", "seconder"] as const;
export type SupportPart = (typeof supportParts)[number];

/** Which are asked for where an election wants so many. */
export function partsAsked(supporters: number): SupportPart[] {
  return supportParts.slice(0, supporters);
}

export type Said = { confirmedAt: Date | null; declinedAt: Date | null };

/** Why a nomination is invalid; the words are `candidates:reason.<reason>`. A statement is never rewritten: what defames makes it invalid. */
export const rulingReasons = ["not-eligible", "not-supported", "not-complete", "defamation", "other"] as const;
export type RulingReason = (typeof rulingReasons)[number];

export const rulings = ["valid", "invalid"] as const;
export type Ruling = (typeof rulings)[number];

export type Course = {
  consentedAt: Date | null;
  withdrawnAt: Date | null;
  ruling: Ruling | null;
  number: number | null;
  supports: readonly Said[];
};

/** What has become of it, in the order in which it does; the words are `candidates:state.<state>`. */
export const nominationStates = ["asked", "unsupported", "declined", "to-rule", "invalid", "valid", "stands", "withdrawn"] as const;
export type NominationState = (typeof nominationStates)[number];

/** Whether every organisation that the election wants has said that it stands behind it. */
export function isSupported({ supports }: Pick<Course, "supports">, supporters: number): boolean {
  return supports.filter(({ confirmedAt, declinedAt }) => confirmedAt !== null && declinedAt === null).length >= supporters;
}

export function nominationState(course: Course, supporters: number): NominationState {
  if (course.withdrawnAt !== null) return "withdrawn";
  if (course.number !== null) return "stands";
  if (course.consentedAt === null) return "asked";
  if (course.ruling !== null) return course.ruling;
  if (course.supports.some(({ declinedAt }) => declinedAt !== null)) return "declined";
  return isSupported(course, supporters) ? "to-rule" : "unsupported";
}

/** Whether a candidate is confirmed with the others: they said that they stand, are supported, were found valid and did not withdraw. */
export function mayStand(course: Course, supporters: number): boolean {
  return course.consentedAt !== null && course.withdrawnAt === null && course.ruling === "valid" && isSupported(course, supporters);
}

/** Why it cannot be found valid yet; the words are `candidates:not-valid.<why>`. */
export function whyNotValid(course: Course, supporters: number): "withdrawn" | "no-consent" | "not-supported" | null {
  if (course.withdrawnAt !== null) return "withdrawn";
  if (course.consentedAt === null) return "no-consent";
  return isSupported(course, supporters) ? null : "not-supported";
}

/** Whether nominations are taken, and candidates may say that they stand and change their words. */
export function areNominationsOpen(standing: Standing, now: Date): boolean {
  return stateOf(standing, now) === "nominations-open";
}

/** Whether an organisation may still say whether it stands behind a nomination. Local policy: as long as candidates may withdraw, because a letter takes its time. */
export function maySupport(standing: Standing, now: Date): boolean {
  return mayWithdraw(standing, now);
}

/** Whether the returning officer may rule: from the first nomination until candidates are confirmed. */
export function areRulingsOpen(standing: Standing, now: Date): boolean {
  const state = stateOf(standing, now);
  return state === "nominations-open" || state === "nominations-closed";
}

/** Whether candidates may be confirmed: nominations have closed and nobody may withdraw any more. */
export function mayConfirmCandidates(standing: Standing, now: Date): boolean {
  return stateOf(standing, now) === "nominations-closed" && !mayWithdraw(standing, now);
}
