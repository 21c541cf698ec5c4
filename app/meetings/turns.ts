// Who of a pool takes its places at a meeting: those who came least lately first, and of those alike whoever was elected first. [A6.4]

/** Somebody in a pool. */
export type InPool = {
  appointmentId: string;
  /** Their number in the pool, which is the order in which they were elected. */
  seat: number;
  /** The day of the last meeting before this one to which they came, or are named for; null where there was none. */
  lastOn: string | null;
  /** Sent apologies for this meeting. */
  isAway: boolean;
};

/** In the order in which it is their turn. Whoever sent apologies stands last and keeps their turn for the next time. */
export function inTurn<One extends InPool>(pool: readonly One[]): One[] {
  const since = ({ lastOn }: InPool) => lastOn ?? "";
  return [...pool].sort(
    (one, other) => Number(one.isAway) - Number(other.isAway) || (since(one) < since(other) ? -1 : since(one) > since(other) ? 1 : 0) || one.seat - other.seat || (one.appointmentId < other.appointmentId ? -1 : 1),
  );
}

/** Whose turn it is: as many as there are places, and nobody who sent apologies. */
export function turnsBy(pool: readonly InPool[], places: number): string[] {
  return inTurn(pool.filter(({ isAway }) => !isAway)).slice(0, places).map(({ appointmentId }) => appointmentId);
}

type Sits = { id: string; line: { basis: string }; lineId: string };

/** Those who sit at a meeting: of a pool only whoever was named for it, where anybody was. */
export function sittingAt<One extends Sits>(members: readonly One[], named: ReadonlySet<string>): One[] {
  const settled = new Set(members.filter(({ id }) => named.has(id)).map(({ lineId }) => lineId));
  return members.filter(({ id, line, lineId }) => line.basis !== "pool" || !settled.has(lineId) || named.has(id));
}
