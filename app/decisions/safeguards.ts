// The twelve safeguards as a decision meets them: for each one that the body has adopted, whether it was met, and how.
// Source: Local Government Association guidance on making decisions in a partnership; the numbers are ours.
import { z } from "zod";
import { safeguardCodes, type Adopted, type DisputeRoute, type SafeguardCode } from "#app/bodies/safeguard.ts";
import type { Outcome } from "./decision.ts";
import type { DelegationProblem } from "./delegation.ts";
import { noticeStanding } from "./notice.ts";
import { isUnanimous, tookPart, type Tally } from "./tally.ts";

/** What is known about a decision and the meeting it was taken in. */
export type Facts = {
  outcome: Outcome | null;
  tally: Tally;
  /** Sectors that the group must have: all of them, those whose seats are empty, and those of which nobody was there. */
  sectors: { required: number; vacant: string[]; absent: string[] };
  delegation: { problem: DelegationProblem | null; isPastReview: boolean } | null;
  vetoes: number;
  papers: { sent: number; late: number };
  observers: number;
  notice: { dueOn: string; sentOn: string | null } | null;
  /** How the chair came to be: by a decision of the full partnership, an election, otherwise; null where nobody chairs. */
  chair: "decision" | "election" | "otherwise" | null;
  /** Whether the scheme of seats was agreed by a decision, and how many of those who sit were chosen by their sector. */
  scheme: { isAgreed: boolean; seated: number; chosen: number };
  item: { kind: "item" | "any-other-business" | "emergency"; isJustified: boolean };
  emergenciesThisYear: number;
  dispute: { route: DisputeRoute; isClosed: boolean } | null;
};

const valuesSchema = z.object({ count: z.number(), of: z.number(), on: z.string(), sectors: z.array(z.string()) }).partial();

/**
 * One safeguard of a decision. `isMet` is null while nothing can be said yet; the words are `decisions:safeguard.<code>.<how>`, with the
 * values that they name.
 */
export const judgedSchema = z.object({ code: z.enum(safeguardCodes), isMet: z.boolean().nullable(), how: z.string(), values: valuesSchema });
export type Judged = z.infer<typeof judgedSchema>;
type Values = Judged["values"];

type Judge = (facts: Facts, settings: Adopted["settings"], today: string) => Omit<Judged, "code">;

const judged = (isMet: boolean | null, how: string, values: Values = {}) => ({ isMet, how, values });
/** Whether anything was voted on yet. */
const isVoted = ({ outcome, tally }: Facts) => outcome !== null && tookPart(tally) > 0;

/** Every sector that must be there has its seats filled, and somebody of it was at the meeting. */
function sectorRepresentation(facts: Facts) {
  const { required, vacant, absent } = facts.sectors;
  if (vacant.length > 0) return judged(false, "vacant", { sectors: vacant });
  if (facts.outcome === null) return judged(null, "waiting");
  return absent.length > 0 ? judged(false, "absent", { sectors: absent }) : judged(true, "present", { count: required });
}

/** The decision rests on a written delegation that reaches so far. */
function delegationClarity({ delegation }: Facts) {
  if (!delegation) return judged(false, "none");
  if (delegation.problem) return judged(false, delegation.problem);
  return judged(true, delegation.isPastReview ? "review-due" : "written");
}

/** What not all were for went back to the full partnership. */
const unanimityOrRefer: Judge = (facts, { abstentionsCount }) => {
  if (!isVoted(facts)) return judged(null, "waiting");
  if (isUnanimous(facts.tally, abstentionsCount)) return judged(true, "unanimous", { count: tookPart(facts.tally) });
  const wentBack = facts.outcome !== "agreed";
  return judged(wentBack, wentBack ? "referred" : "not-referred", { count: facts.tally.for, of: tookPart(facts.tally) });
};

/** Nobody stopped it, or what was stopped went no further. */
function memberVeto({ outcome, vetoes }: Facts) {
  if (vetoes > 0) return judged(outcome !== "agreed", "used", { count: vetoes });
  return outcome === null ? judged(null, "waiting") : judged(true, "unused");
}

/** All partners had the papers in time; in an emergency, the reason is told instead. */
function papersInAdvance({ papers, item }: Facts) {
  if (item.kind === "emergency" && papers.sent === papers.late) return judged(item.isJustified, item.isJustified ? "emergency" : "emergency-without");
  if (papers.sent === 0) return judged(false, "none");
  return papers.late > 0 ? judged(false, "late", { count: papers.late, of: papers.sent }) : judged(true, "in-time", { count: papers.sent });
}

/** Any partner may watch and speak; the ballot knows seats alone. */
function observerRight({ observers, outcome }: Facts) {
  return outcome === null ? judged(null, "waiting") : judged(true, "no-vote", { count: observers });
}

const speedyNotice: Judge = ({ notice }, _, today) => {
  if (!notice) return judged(null, "waiting");
  const standing = noticeStanding(notice, today);
  const isMet = standing === "due" ? null : standing === "sent";
  return judged(isMet, standing, { on: notice.sentOn ?? notice.dueOn });
};

function chairByFullPartnership({ chair }: Facts) {
  return judged(chair === "decision" || chair === "election", chair ?? "none");
}

/** The seats were agreed by the full partnership, and those who sit were chosen by those they sit for. */
function sectorCategoriesFixed({ scheme: { isAgreed, seated, chosen } }: Facts) {
  if (!isAgreed) return judged(false, "not-agreed");
  return judged(chosen === seated, chosen === seated ? "chosen" : "not-chosen", { count: chosen, of: seated });
}

const limitEmergencies: Judge = ({ item, emergenciesThisYear }, { emergenciesAYear }) => {
  if (item.kind !== "emergency") return judged(true, "ordinary");
  const isWithin = emergenciesThisYear <= emergenciesAYear;
  const how = !item.isJustified ? "without-reason" : isWithin ? "within" : "beyond";
  return judged(isWithin && item.isJustified, how, { count: emergenciesThisYear, of: emergenciesAYear });
};

function noDecisionInOtherBusiness({ item }: Facts) {
  return item.kind === "any-other-business" ? judged(false, "decided") : judged(true, "on-agenda");
}

/** A disagreement went to mediation, or to the full partnership, whose word is final. */
function mediationOrFinalSay({ dispute, outcome }: Facts) {
  if (dispute) return judged(dispute.isClosed ? true : null, `${dispute.route}.${dispute.isClosed ? "closed" : "open"}`);
  if (outcome === "full-partnership-agreed" || outcome === "rejected") return judged(true, "final");
  return outcome === "referred" || outcome === "vetoed" ? judged(null, "referred") : judged(true, "no-dispute");
}

const judges: Record<SafeguardCode, Judge> = {
  ...{ SG01: sectorRepresentation, SG02: delegationClarity, SG03: unanimityOrRefer, SG04: memberVeto },
  ...{ SG05: papersInAdvance, SG06: observerRight, SG07: speedyNotice, SG08: chairByFullPartnership },
  ...{ SG09: sectorCategoriesFixed, SG10: limitEmergencies, SG11: noDecisionInOtherBusiness, SG12: mediationOrFinalSay },
};

/** Each safeguard that the body has adopted, with whether it was met and how. */
export function judge({ codes, settings }: Adopted, facts: Facts, today: string): Judged[] {
  return codes.map((code) => ({ code, ...judges[code](facts, settings, today) }));
}
