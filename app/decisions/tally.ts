// The votes on a decision, and what they come to.
import { z } from "zod";

/** The words are `decisions:voice.<voice>`. */
export const voices = ["for", "against", "abstain"] as const;
export type Voice = (typeof voices)[number];

export function isVoice(value: unknown): value is Voice {
  return voices.some((voice) => voice === value);
}

export const tallySchema = z.object({
  ...{ for: z.int().min(0), against: z.int().min(0), abstain: z.int().min(0) },
  /** Declared an interest and stepped aside. */
  aside: z.int().min(0),
  /** May have voted and did not. */
  silent: z.int().min(0),
  /** All of them together: the seats that are taken and vote. */
  entitled: z.int().min(0),
});
/** How many seats said what, out of those that may vote. */
export type Tally = z.infer<typeof tallySchema>;

type Counted = {
  /** The appointments whose seats vote. */
  entitled: readonly string[];
  votes: readonly { appointmentId: string; voice: Voice }[];
  /** Those who declared an interest. */
  aside: readonly string[];
};

/** Counts each seat once. A vote of whoever may not vote, or has stepped aside, is none. */
export function tallyOf({ entitled, votes, aside }: Counted): Tally {
  const said = new Map(votes.map(({ appointmentId, voice }) => [appointmentId, voice]));
  const seats = [...new Set(entitled)];
  const left = new Set(aside);
  const tally: Tally = { for: 0, against: 0, abstain: 0, aside: 0, silent: 0, entitled: seats.length };
  for (const seat of seats) tally[left.has(seat) ? "aside" : (said.get(seat) ?? "silent")] += 1;
  return tally;
}

/** Hands, counted in a room where nobody has a seat of their own, as a conference of every partner; null where that is no count. */
export function readHands(typed: Record<Voice, string>): Tally | null {
  const counts = voices.map((voice) => (/^\d{1,5}$/.test(typed[voice].trim()) ? Number(typed[voice].trim()) : null));
  const [yes = null, no = null, neither = null] = counts;
  if (yes === null || no === null || neither === null) return null;
  return { for: yes, against: no, abstain: neither, aside: 0, silent: 0, entitled: yes + no + neither };
}

/** Seats that took part in the vote. */
export function tookPart(tally: Tally): number {
  return tally.for + tally.against + tally.abstain;
}

/** Nobody was against it, nor it against nobody's wish: all who voted said the same, and somebody did. */
export function isUnanimous(tally: Tally, abstentionsCount: boolean): boolean {
  const sides = [tally.for, tally.against, ...(abstentionsCount ? [tally.abstain] : [])];
  return sides.filter((side) => side > 0).length === 1 && tally.for + tally.against > 0;
}

type VoteOutcome = "agreed" | "referred" | "rejected" | "full-partnership-agreed";

type Of = {
  /** The full partnership votes: on a decision of its own, or on one that came back to it. */
  isFull: boolean;
  cameBack: boolean;
  /** A group that only advises leaves every decision to the full partnership. */
  isAdvisory: boolean;
  /** [SG03] What it has adopted about decisions that are not unanimous; null where it has not. */
  unanimity: { abstentionsCount: boolean } | null;
};

/**
 * What a vote comes to. In the full partnership the majority of those for or against decides, and a tie carries nothing; a smaller
 * group that adopted SG03 decides what all are for, turns down what all are against, and refers the rest.
 */
export function outcomeOf(tally: Tally, { isFull, cameBack, isAdvisory, unanimity }: Of): VoteOutcome {
  const carried = tally.for > tally.against;
  if (isFull) return carried ? (cameBack ? "full-partnership-agreed" : "agreed") : "rejected";
  if (isAdvisory) return "referred";
  if (unanimity && !isUnanimous(tally, unanimity.abstentionsCount)) return "referred";
  return carried ? "agreed" : "rejected";
}
