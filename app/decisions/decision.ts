// A decision: what it is about, what it rests on, and the states it passes through.
import type { Adopted, SafeguardCode } from "#app/bodies/safeguard.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Facts } from "./safeguards.ts";
import type { Tally } from "./tally.ts";

/** What partnerships decide about; the words are `decisions:topic.<topic>`. The last three are ours. */
export const topics = [
  ...(["membership", "terms-of-reference", "servicing", "community-strategy", "publicising", "keeping-informed"] as const),
  ...(["delegating", "requests-for-action", "priorities", "money", "other"] as const),
] as const;
export type Topic = (typeof topics)[number];

export function isTopic(value: unknown): value is Topic {
  return topics.some((topic) => topic === value);
}

const restOnEvidence: readonly Topic[] = ["community-strategy", "priorities", "money"];

/** Whether it is about priorities or money, and so says what consultation or evidence it rests on, or why on none. */
export function needsEvidence({ topic, amountInPence }: { topic: Topic; amountInPence: number | null }): boolean {
  return restOnEvidence.includes(topic) || (amountInPence !== null && amountInPence > 0);
}

/** What a vote or a veto made of it, or that it was put off. */
export const outcomes = ["agreed", "referred", "vetoed", "deferred", "full-partnership-agreed", "rejected"] as const;
export type Outcome = (typeof outcomes)[number];

/** The words are `decisions:state.<state>`. */
export type DecisionState = "draft" | "papers-published" | "considered" | Outcome | "notified" | "implemented";

export type Stages = {
  /** When its first paper was sent to all. */
  papersAt: Date | null;
  /** When voting began, the last time. */
  openedAt: Date | null;
  outcome: Outcome | null;
  notifiedAt: Date | null;
  implementedOn: string | null;
};

/** Where a decision stands. A vote that is open comes before whatever an earlier one made of it. */
export function stateOf({ papersAt, openedAt, outcome, notifiedAt, implementedOn }: Stages): DecisionState {
  if (openedAt !== null) return "considered";
  if (outcome === null) return papersAt ? "papers-published" : "draft";
  if (!isFinal(outcome)) return outcome;
  if (implementedOn !== null && isCarried(outcome)) return "implemented";
  return notifiedAt ? "notified" : outcome;
}

/** Whether nothing more is to be decided. */
export function isFinal(outcome: Outcome): boolean {
  return outcome === "agreed" || outcome === "full-partnership-agreed" || outcome === "rejected";
}

/** Whether it is to be done. */
export function isCarried(outcome: Outcome | null): boolean {
  return outcome === "agreed" || outcome === "full-partnership-agreed";
}

/** Whether everybody may read it: once there is an outcome. */
export function isPublic({ outcome }: Pick<Stages, "outcome">): boolean {
  return outcome !== null;
}

/** Which body votes next: its own, or the full partnership once it was referred; null where nobody does. */
export function nextToVote({ outcome }: Pick<Stages, "outcome">): "own" | "full" | null {
  if (outcome === null || outcome === "deferred") return "own";
  return outcome === "referred" || outcome === "vetoed" ? "full" : null;
}

/** Whether its texts and what it rests on may still change: until voting begins. */
export function isChangeable({ openedAt, outcome }: Pick<Stages, "openedAt" | "outcome">): boolean {
  return openedAt === null && (outcome === null || outcome === "deferred");
}

export type DecisionTexts = {
  title: Text;
  /** What is decided. */
  text: Text;
  /** Why. */
  reasons: Text;
  topic: Topic;
  amountInPence: number | null;
  delegationId: string | null;
  consultationId: string | null;
  findingId: string | null;
  /** Why it rests on no consultation and no evidence. */
  noEvidence: Text;
  /** What it means for people of each group protected by law, or where that is written. */
  equality: Text;
  /** The organisations that are asked to act. */
  askedIds: string[];
};

/** What keeps a vote from being opened or closed; the words are `decisions:blocked.<code>`. */
export type Block =
  | { code: "no-item" | "not-yet" | "any-other-business" | "no-evidence" | "no-delegation" | "delegation-ended" | "delegation-other" | "delegation-beyond" }
  | { code: "papers-missing" | "papers-late" | "no-justification" | "no-full-partnership" | "nobody-voted" }
  | { code: "emergencies"; count: number; most: number }
  | { code: "sectors"; sectors: string[] }
  | { code: "quorum"; count: number; most: number };

type ToOpen = {
  decision: Pick<DecisionTexts, "topic" | "amountInPence" | "consultationId" | "findingId" | "noEvidence"> & { isWithFull: boolean };
  body: { isFull: boolean; isAdvisory: boolean };
  hasFull: boolean;
  /** Where it stands on an agenda, and whether that meeting has begun. */
  item: { hasBegun: boolean } | null;
  /** What the body that votes has adopted. */
  adopted: Adopted;
  facts: Pick<Facts, "delegation" | "papers" | "item" | "emergenciesThisYear">;
};

/** What keeps a vote from being opened. What a body has adopted binds it; other business decides nothing anywhere [SG11]. */
export function blocksOpening({ decision, body, hasFull, item, adopted: { codes, settings }, facts }: ToOpen): Block[] {
  const has = (code: SafeguardCode) => codes.includes(code);
  const isEmergency = facts.item.kind === "emergency";
  const blocks: (Block | false)[] = [
    item === null && { code: "no-item" },
    item !== null && !item.hasBegun && { code: "not-yet" },
    facts.item.kind === "any-other-business" && { code: "any-other-business" },
    needsEvidence(decision) && !decision.consultationId && !decision.findingId && Object.keys(decision.noEvidence).length === 0 && { code: "no-evidence" },
    !decision.isWithFull && has("SG02") && (facts.delegation === null ? { code: "no-delegation" } : facts.delegation.problem !== null && { code: facts.delegation.problem }),
    (body.isAdvisory || has("SG03") || has("SG04")) && !body.isFull && !hasFull && { code: "no-full-partnership" },
    isEmergency && (has("SG05") || has("SG10")) && !facts.item.isJustified && { code: "no-justification" },
    isEmergency && has("SG10") && facts.emergenciesThisYear > settings.emergenciesAYear && { code: "emergencies", count: facts.emergenciesThisYear, most: settings.emergenciesAYear },
    item !== null && has("SG05") && !isEmergency && (facts.papers.sent === 0 ? { code: "papers-missing" } : facts.papers.late > 0 && { code: "papers-late" }),
  ];
  return blocks.filter((block) => block !== false);
}

export type Votes = { tally: Tally; quorum: number | null; missingSectors: string[] };

/** What keeps a vote from being closed: a quorum and the sectors that must be there, and that somebody voted. */
export function blocksClosing({ tally, quorum, missingSectors }: Votes): Block[] {
  const present = tally.entitled - tally.silent;
  return [
    ...(tally.for + tally.against + tally.abstain === 0 ? [{ code: "nobody-voted" as const }] : []),
    ...(quorum !== null && present < quorum ? [{ code: "quorum" as const, count: present, most: quorum }] : []),
    ...(missingSectors.length > 0 ? [{ code: "sectors" as const, sectors: missingSectors }] : []),
  ];
}
