// What is given of each response that a request is about: all of it, all but some words, or nothing, and by which exemption.
import { segmentsOf, type Removal, type RemovalReason, type Segment } from "#app/moderation/redaction.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readDay } from "#app/shared/typed-day.ts";
import { passage } from "#app/shared/typed.ts";
import type { Law } from "./request.ts";
import { longestReason, type Problem, type Typed } from "./typed-request.ts";

/** The words are `information-requests:decision.<decision>`. */
export const decisions = ["disclose", "redact", "withhold"] as const;
export type Decision = (typeof decisions)[number];

/** Exemptions and exceptions that answers of people meet; the words are `information-requests:exemption.<exemption>`. */
export const exemptions = ["foia-22", "foia-40", "foia-41", "eir-13", "eir-12-5-f"] as const;
export type Exemption = (typeof exemptions)[number];

const byLaw: Record<Law, readonly Exemption[]> = {
  foia: ["foia-40", "foia-41", "foia-22"], // [FOIA s.40(2) personal data, s.41 given in confidence, s.22 future publication]
  eir: ["eir-13", "eir-12-5-f"], // [EIR reg 12(3) and 13 personal data, reg 12(5)(f) interests of whoever volunteered it]
};

export function exemptionsOf(law: Law): readonly Exemption[] {
  return byLaw[law];
}

/** By which personal data is not given. */
export function ofPersonalData(law: Law): Exemption {
  return law === "foia" ? "foia-40" : "eir-13";
}

/**
 * Those that give way where the public interest in giving is the greater [FOIA s.2(2)(b), of s.22; EIR reg 12(1)(b), of reg 12(5)(f)].
 * s.41, and s.40(2) where giving would break data protection, are absolute. [FOIA s.2(3)]
 */
export function needsPublicInterest(exemption: string): boolean {
  return exemption === "foia-22" || exemption === "eir-12-5-f";
}

/** How its writer wanted a response to be treated; the words are `information-requests:wanted.<wanted>`. */
export const allWanted = ["permitted", "summary", "confidential"] as const;
export type Wanted = (typeof allWanted)[number];

/** What the responses of a request can be narrowed to; the words are `information-requests:in-scope.<part>`. */
export const parts = ["undecided", "confidential", "disclose", "redact", "withhold", "all"] as const;
export type Part = (typeof parts)[number];

export type Decided = {
  decision: Decision;
  exemption: Exemption | null;
  publicInterest: string | null;
  /** When whoever sent it was asked, and what they said. [s.45 Code, part 3] */
  consultedOn: string | null;
  respondentSaid: string | null;
};

/**
 * A decision that was entered, or everything that is wrong with it. Whoever asked for confidence is asked first; nothing is called given
 * whole of which words are removed, and nothing given in part of which none are.
 */
export function readDecision(typed: Typed, { law, wanted, removed }: { law: Law; wanted: Wanted; removed: number }, today: string): Result<Decided, Problem[]> {
  const problems: Problem[] = [];
  const decision = decisions.find((one) => one === typed.decision);
  const exemption = byLaw[law].find((one) => one === typed.exemption) ?? null;
  const publicInterest = passage(typed.publicInterest ?? "");
  const respondentSaid = passage(typed.respondentSaid ?? "");
  const { isBlank, date: consultedOn } = readDay("consulted", typed);
  if (!decision) problems.push({ field: "decision", code: "decision-missing" });
  if (decision === "disclose" && removed > 0) problems.push({ field: "decision", code: "words-removed" });
  if (decision === "redact" && removed === 0) problems.push({ field: "decision", code: "no-words-removed" });
  if (decision && decision !== "disclose" && exemption === null) problems.push({ field: "exemption", code: "exemption-missing" });
  if (decision && decision !== "disclose" && exemption !== null && needsPublicInterest(exemption) && publicInterest === "") problems.push({ field: "publicInterest", code: "interest-missing" });
  if (!isBlank && consultedOn === null) problems.push({ field: "consulted", code: "date-wrong" });
  if (consultedOn !== null && consultedOn > today) problems.push({ field: "consulted", code: "date-future" });
  if (wanted === "confidential" && isBlank) problems.push({ field: "consulted", code: "consulted-missing" });
  if (wanted === "confidential" && respondentSaid === "") problems.push({ field: "respondentSaid", code: "said-missing" });
  if (publicInterest.length > longestReason) problems.push({ field: "publicInterest", code: "reason-long" });
  if (respondentSaid.length > longestReason) problems.push({ field: "respondentSaid", code: "reason-long" });
  if (!decision || problems.length > 0) return fail(problems);
  const held = decision === "disclose" ? null : exemption;
  return succeed({ decision, exemption: held, publicInterest: held === null ? null : publicInterest || null, consultedOn, respondentSaid: respondentSaid || null });
}

/** Why words are not given: what moderators removed them for, or an exemption. */
export type GivenReason = RemovalReason | Exemption;

/** What an officer decided about words for this request alone: why they are not given, or, where nothing is said, that they are though moderators removed them. */
export type OwnRemoval = { start: number; end: number; reason: Exemption | null };

const contacts = [
  /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /(?<![\p{L}\p{N}])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0)\d(?:[\s()-]{0,2}\d){8,9}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])/giu,
];

/** Where e-mail addresses, British telephone numbers and whole postcodes stand in a text. */
export function contactsIn(text: string): { start: number; end: number }[] {
  return contacts.flatMap((pattern) => [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })));
}

const isPersonal = (reason: RemovalReason) => reason === "personal-own" || reason === "personal-other";

/** The parts that are not given: what moderators removed is kept as it is, unless it is let through; contact details never go out. */
export function removalsOf(text: string, moderated: readonly Removal[], own: readonly OwnRemoval[], law: Law): Removal<GivenReason>[] {
  const isLetThrough = ({ start, end }: Removal) => own.some((one) => one.reason === null && one.start === start && one.end === end);
  return [
    ...moderated.filter((one) => !isLetThrough(one)).map(({ reason, ...part }) => ({ ...part, reason: isPersonal(reason) ? ofPersonalData(law) : reason })),
    ...own.flatMap(({ reason, ...part }) => (reason === null ? [] : [{ ...part, reason }])),
    ...contactsIn(text).map((part) => ({ ...part, reason: ofPersonalData(law) })),
  ];
}

export function givenSegments(text: string, moderated: readonly Removal[], own: readonly OwnRemoval[], law: Law): Segment<GivenReason>[] {
  return segmentsOf<GivenReason>(text, removalsOf(text, moderated, own, law));
}
