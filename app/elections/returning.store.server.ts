// Whether somebody may be the returning officer of an election, as it stands now: nominations come in after the officer was named. [D3]
import { dayIn } from "#app/bodies/columns.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database } from "#app/shared/db.server.ts";
import { listOrganisationsOf } from "./delegates.store.server.ts";
import type { Election } from "./elections.store.server.ts";
import { listAllNominations } from "./nominations.store.server.ts";
import { whyNotReturning, type ReturningCandidate, type WhyNotReturning } from "./policy.ts";

/** Somebody with the organisations that they vote for in a network, or in the election itself, or sit for on a body. */
export async function findReturningCandidate(on: Database, { id: electionId, partnershipId }: Pick<Election, "id" | "partnershipId">, personId: string, now: Date): Promise<(ReturningCandidate & { id: string }) | null> {
  const person = await on.person.findUnique({ where: { id: personId }, select: { email: true } });
  if (!person) return null;
  const email = person.email.toLowerCase();
  const members = await on.networkMember.findMany({ where: { partnershipId, leftOn: null, delegates: { some: { email } } }, select: { organisationId: true } });
  const today = dayIn(dayOf(now));
  const seats = await on.appointment.findMany({
    where: { partnershipId, personId, organisationId: { not: null }, endsOn: { gte: today }, OR: [{ endedOn: null }, { endedOn: { gte: today } }] },
    select: { organisationId: true },
  });
  return { id: personId, email, organisationIds: [...members, ...seats, ...(await listOrganisationsOf(on, { id: electionId }, [email]))].flatMap(({ organisationId }) => organisationId ?? []) };
}

/** Why somebody may not be it; null where they may. Whoever withdrew stands no more. */
export async function whyNotReturningNow(on: Database, election: Election, personId: string, now: Date): Promise<WhyNotReturning | null> {
  const person = await findReturningCandidate(on, election, personId, now);
  if (!person) return null;
  const nominations = (await listAllNominations(on, election)).filter(({ withdrawnAt, ruling }) => withdrawnAt === null && ruling !== "invalid");
  return whyNotReturning(person, { scrutineerIds: election.scrutineerIds, nominations: nominations.map((one) => ({ ...one, email: one.email.toLowerCase(), supporterIds: one.supports.map(({ organisationId }) => organisationId) })) });
}
