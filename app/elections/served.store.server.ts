// Which of those nominated have had as many terms in a row on the body as its seat allows.
import { listHeldBefore } from "#app/bodies/appointments.store.server.ts";
import { findAccount } from "#app/bodies/choices.store.server.ts";
import { mayServe } from "#app/bodies/term.ts";
import type { Database } from "#app/shared/db.server.ts";
import { standingOf, type Election } from "./elections.store.server.ts";
import { areNominationsOpen } from "./nomination.ts";
import { listAllNominations } from "./nominations.store.server.ts";
import { whyNotAgain, type Served } from "./served.ts";

type Nominee = { name: string; email: string; organisationId: string | null };

/** The terms that somebody has had, where they are as many as the seat allows; null where they are fewer or the election fills no seat. */
export async function findServed(on: Database, { partnershipId, lineId, termStartsOn }: Pick<Election, "partnershipId" | "lineId" | "termStartsOn">, { name, email, organisationId }: Nominee): Promise<Served | null> {
  const line = lineId === null ? null : await on.seatLine.findFirst({ where: { id: lineId, partnershipId }, select: { bodyId: true, termInMonths: true, mostTerms: true } });
  if (!line) return null;
  const personId = email === "" ? null : ((await findAccount(on, partnershipId, email))?.id ?? null);
  // because earlier terms may be from before they had an account
  const held = [...(personId === null ? [] : await listHeldBefore(on, line.bodyId, { personId, name, organisationId })), ...(await listHeldBefore(on, line.bodyId, { personId: null, name, organisationId }))];
  const once = held.filter(({ id }, index) => held.findIndex((other) => other.id === id) === index);
  const { may, had } = mayServe(once, termStartsOn, line);
  return may ? null : { had, most: line.mostTerms };
}

/** Why somebody who is nominated cannot be found valid now for the terms they have had; null where they can. */
export async function whyNotAgainNow(on: Database, election: Election, nominee: Nominee & { id: string }, now: Date): Promise<ReturnType<typeof whyNotAgain>> {
  if (election.servedRule === "told") return null;
  const served = await findServed(on, election, nominee);
  if (served === null) return null;
  let others = 0;
  for (const one of await listAllNominations(on, election)) {
    const isIn = one.id !== nominee.id && one.consentedAt !== null && one.withdrawnAt === null && one.ruling !== "invalid";
    // because somebody else who has had the most terms is no new one
    if (isIn && (await findServed(on, election, one)) === null) others += 1;
  }
  return whyNotAgain({ rule: election.servedRule, served, seats: election.seats, others, areNominationsClosed: !areNominationsOpen(standingOf(election), now) });
}
