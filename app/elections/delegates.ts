// Where each organisation has several delegates in an election, each with a code and a vote of their own. The first is its voting delegate, the second
// its deputy where it has one; it names the others. A place that nobody is named for has no vote. [D2]
import type { ElectionState } from "./election.ts";

/** The most delegates an organisation can have. */
export const mostDelegates = 10;

/** Whether organisations have several delegates. */
export function hasDelegates({ delegates }: { delegates: number }): boolean {
  return delegates > 1;
}

type Placed = { id: string; memberId: string | null; name: string; place: number | null; struckReason: string | null };

/** Which organisation an entry on the roll belongs to: a member of the network, or one that was entered by hand. */
export function organisationKey({ memberId, name }: Pick<Placed, "memberId" | "name">): string {
  return memberId ?? name.toLowerCase();
}

/** The delegates of the organisation of an entry that stand, in the order of their places. */
export function delegatesBeside<One extends Placed>(of: Pick<Placed, "memberId" | "name">, entries: readonly One[]): One[] {
  const key = organisationKey(of);
  return entries.filter((one) => one.struckReason === null && organisationKey(one) === key).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
}

/** The first place that nobody is named for; null where every place is taken. */
export function freePlace(taken: readonly (number | null)[], delegates: number): number | null {
  return Array.from({ length: delegates }, (_, index) => index + 1).find((place) => !taken.includes(place)) ?? null;
}

/** Whether organisations may still name delegates themselves: from the notice until the poll is prepared. */
export function mayNameDelegates({ delegates, state, isPrepared }: { delegates: number; state: ElectionState; isPrepared: boolean }): boolean {
  const until: readonly ElectionState[] = ["notice-published", "nominations-open", "nominations-closed", "candidates-confirmed"];
  return delegates > 1 && !isPrepared && until.includes(state);
}

/** Whether an entry may name delegates: it is the first of its organisation that stands. */
export function speaksForOrganisation(entry: { id: string }, beside: readonly { id: string }[]): boolean {
  return beside[0]?.id === entry.id;
}

type Kept = { memberId: string | null; name: string; place: number | null; struckReason: string | null };

/**
 * Places of entries that stay where the roll is taken from the network again: those the network gives come first. Where every place is taken, a delegate
 * stays beyond them, so that somebody sees it and strikes off whoever is too many.
 */
export function placesKept<One extends Kept>(staying: readonly One[], given: readonly Kept[]): One[] {
  const taken = new Map<string, (number | null)[]>();
  const take = (one: Kept) => taken.set(organisationKey(one), [...(taken.get(organisationKey(one)) ?? []), one.place]);
  for (const one of given) if (one.struckReason === null) take(one);
  return staying.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map((one) => {
    if (one.struckReason !== null) return one;
    const there = taken.get(organisationKey(one)) ?? [];
    const placed = { ...one, place: one.place !== null && !there.includes(one.place) ? one.place : freePlace(there, there.length + 1) };
    take(placed);
    return placed;
  });
}

type Person = { email: string | null; delegate: string };

/** Whether two entries of one organisation are one person: of one address, or of one name where either has none. */
export function isSamePerson(a: Person, b: Person): boolean {
  return a.email !== null && b.email !== null ? a.email === b.email : a.delegate.toLowerCase() === b.delegate.toLowerCase();
}
