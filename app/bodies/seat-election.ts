// The election that somebody was chosen in, and the election that is to fill a seat. [A6.1]
import type { Text } from "#app/shared/languages.ts";
import type { Choosing } from "./appointment.ts";
import type { Basis } from "./seat-scheme.ts";

/** An election that fills seats of a body; those of the vacancy that it is held for, or the first that are free when its term begins. Whoever is elected to a pool has no seat of their own. */
export type SeatElection = { id: string; title: Text; lineId: string; seats: number; termStartsOn: string; /** The one seat that a by-election is for. */ seat: number | null };

/** A seat as an election finds it: its line, which an election from before may know by the line of the version before, and until when somebody has it. */
export type ElectedSeat = { line: { id: string; fromId?: string | null; basis: Basis }; seat: number; heldUntil: string | null };

/** Tells a seat from the others of its body. */
export function seatKey({ line, seat }: { line: { id: string }; seat: number }): string {
  return `${line.id} ${seat}`;
}

/** The later of two last days; null where there is none. */
export function latest(one: string | null, other: string | undefined): string | null {
  if (one === null) return other ?? null;
  return other !== undefined && other > one ? other : one;
}

/** The election that fills each seat, by the seat's key. The election whose term begins first fills first. */
export function seatsToElect(seats: readonly ElectedSeat[], elections: readonly SeatElection[]): Map<string, SeatElection> {
  const filled = new Map<string, SeatElection>();
  const inOrder = [...elections].sort((one, other) => (one.termStartsOn < other.termStartsOn ? -1 : one.termStartsOn > other.termStartsOn ? 1 : one.id < other.id ? -1 : 1));
  for (const election of inOrder) {
    seats
      .filter((one) => (election.seat === null || one.seat === election.seat) && one.line.basis !== "pool" && [one.line.id, one.line.fromId].includes(election.lineId) && !filled.has(seatKey(one)) && (one.heldUntil === null || one.heldUntil < election.termStartsOn))
      .sort((one, other) => one.seat - other.seat)
      .slice(0, election.seats)
      .forEach((one) => filled.set(seatKey(one), election));
  }
  return filled;
}

/** Whether it can be seen how somebody came to their seat: the election they were elected in, or who named them. [A6.1] */
export function isTraced({ chosenHow, chosenBy, electionId }: { chosenHow: Choosing; chosenBy: string; electionId: string | null }): boolean {
  return chosenHow === "elected" ? electionId !== null : chosenHow === "ex-officio" || chosenHow === "founding" || chosenBy.trim() !== "";
}
