// Whoever is elected to lead a body's meetings does so from the first day of the term: the first as its chair, the second as its vice-chair.
import { listSitting } from "#app/bodies/appointments.store.server.ts";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { isThere } from "#app/bodies/body.ts";
import { nameChair } from "#app/bodies/chairs.store.server.ts";
import { isHeldOn, termEndsOn } from "#app/bodies/term.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Stander } from "./counts.store.server.ts";
import type { Election } from "./elections.store.server.ts";

/** Bodies whose chair is elected, by their own rule; the one that an election is for already, whatever its rule is now. */
export async function listElectingChair(on: Database, { partnershipId, chairBodyId, createdAt }: Pick<Election, "partnershipId" | "chairBodyId" | "createdAt">): Promise<{ id: string; slug: string; name: Text }[]> {
  const bodies = await listBodies(on, partnershipId);
  return bodies.filter((one) => one.id === chairBodyId || (one.chairChosenBy === "election" && isThere(one, dayOf(createdAt)))).map(({ id, slug, name }) => ({ id, slug, name }));
}

/** The body whose chair an election is for; null where it is for none. */
export async function findChairOf(on: Database, election: Pick<Election, "partnershipId" | "chairBodyId" | "createdAt">): Promise<{ id: string; slug: string; name: Text } | null> {
  return election.chairBodyId === null ? null : ((await listElectingChair(on, election)).find(({ id }) => id === election.chairBodyId) ?? null);
}

const kinds = ["chair", "vice-chair"] as const;

/**
 * Enters those elected as who leads the body, and says how many could not be: they do not sit on it when the term begins, or nobody voted on who of
 * several comes first. Done twice it is done once.
 */
export async function chairElected(transaction: Transaction, by: { partnershipId: string; personId: string }, election: Election, elected: readonly Stander[], isVotedOn: boolean): Promise<number> {
  const { id: electionId, chairBodyId, termStartsOn, termInMonths } = election;
  if (chairBodyId === null) return 0;
  const leading = elected.slice(0, Math.min(kinds.length, election.seats));
  // [D1 Westminster] the highest is chair, the second vice-chair: without votes nobody knows who is the highest
  if (leading.length > 1 && !isVotedOn) return leading.length;
  const sitting = (await listSitting(transaction, chairBodyId, termStartsOn)).filter((one) => isHeldOn(one, termStartsOn));
  let unnamed = 0;
  for (const [index, { name, organisationId }] of leading.entries()) {
    const same = sitting.filter((one) => one.name.toLowerCase() === name.toLowerCase() && (one.electionId === electionId || one.organisationId === organisationId));
    const seat = same.find((one) => one.electionId === electionId) ?? same[0];
    if (seat) await nameChair(transaction, by, { id: chairBodyId }, { kind: kinds[index]!, appointmentId: seat.id, name: {}, startsOn: termStartsOn, endsOn: termEndsOn(termStartsOn, termInMonths) }, { electionId });
    else unnamed += 1;
  }
  return unnamed;
}
