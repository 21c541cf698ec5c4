// Who may take part in a decision: vote, stop it, step aside. Observers speak and do not vote [SG06].
import { nextToVote, type Stages } from "./decision.ts";

/** Somebody's seat on the body that votes. */
export type Seat = {
  appointmentId: string;
  hasVote: boolean;
  /** Whether they were shown round; before that a seat is not active. */
  isActive: boolean;
  /** Of those who take turns at some seats: their line, and how many seats it has. */
  pool: { lineId: string; seats: number } | null;
};

/**
 * Of those who take turns, whoever came to the meeting votes, as many as there are seats: where anybody of their pool was named for it those who
 * were named, and otherwise in the order of the pool. [A6.4]
 */
export function withTurns<One extends Seat>(seats: readonly One[], came: ReadonlySet<string>, named: ReadonlySet<string> = new Set()): One[] {
  const settled = new Set(seats.flatMap(({ appointmentId, pool }) => (pool && named.has(appointmentId) ? [pool.lineId] : [])));
  const taken = new Map<string, number>();
  return seats.map((seat) => {
    if (!seat.pool || !seat.hasVote) return seat;
    const { lineId, seats: most } = seat.pool;
    const before = taken.get(lineId) ?? 0;
    const isTheirTurn = !settled.has(lineId) || named.has(seat.appointmentId);
    const hasVote = isTheirTurn && came.has(seat.appointmentId) && before < most;
    if (hasVote) taken.set(lineId, before + 1);
    return { ...seat, hasVote };
  });
}

/** Why somebody may not; the words are `decisions:refused.<code>`. */
export type Refusal = "observer" | "not-inducted" | "no-vote" | "no-turn" | "stepped-aside" | "not-open" | "no-veto" | "veto-over";

/** What keeps whoever sits on any seat from taking part; null where nothing does. Without a seat one is there to watch and to speak. */
function refusedAtAll(seat: Seat | null): Refusal | null {
  if (!seat) return "observer";
  if (!seat.isActive) return "not-inducted";
  return seat.hasVote ? null : seat.pool ? "no-turn" : "no-vote";
}

/** Why a vote is refused; null where it counts. */
export function refusedVote(seat: Seat | null, { openedAt }: Pick<Stages, "openedAt">, hasSteppedAside: boolean): Refusal | null {
  const refused = refusedAtAll(seat);
  if (refused) return refused;
  if (hasSteppedAside) return "stepped-aside";
  return openedAt === null ? "not-open" : null;
}

type ForVeto = Pick<Stages, "openedAt" | "outcome"> & {
  /** [SG04] The last day on which what was agreed may be stopped; null where the group has not adopted that. */
  until: string | null;
  /** Whether the full partnership votes on it now or has: its word is not stopped by one. */
  isWithFull: boolean;
};

/** Why a veto is refused; null where it stops the decision. It may be used while the group votes, and some days after it agreed. */
export function refusedVeto(seat: Seat | null, { openedAt, outcome, until, isWithFull }: ForVeto, hasSteppedAside: boolean, today: string): Refusal | null {
  if (until === null) return "no-veto";
  const refused = refusedAtAll(seat);
  if (refused) return refused;
  if (hasSteppedAside) return "stepped-aside";
  if (isWithFull) return "veto-over";
  if (openedAt !== null) return null;
  if (outcome !== "agreed") return "not-open";
  return today <= until ? null : "veto-over";
}

/** Why an interest cannot be declared any more; null where it can, which is as long as a vote of theirs is to come. */
export function refusedInterest(seat: Seat | null, stages: Pick<Stages, "openedAt" | "outcome">): Refusal | null {
  if (!seat) return "observer";
  return stages.openedAt === null && nextToVote(stages) === null ? "not-open" : null;
}
