// How a round of nominations ends: those accepted take the seats, an election decides instead, or nobody is appointed. [A6.1, A6.5]
import { appoint } from "#app/bodies/appointments.store.server.ts";
import { findAccount } from "#app/bodies/choices.store.server.ts";
import { endOfTermOn, findLineToFill, listFreeNumbers, type LineToFill } from "#app/bodies/seats-to-fill.store.server.ts";
import { addSubstitute } from "#app/bodies/substitutes.store.server.ts";
import { beginningHead } from "#app/elections/election-form.ts";
import { beginElectionOnce } from "#app/elections/elections.store.server.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textIn, type Language, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetters } from "#app/shared/mail.server.ts";
import { aboutOf, listInvitations, type Invitation, type NamedPerson } from "./invitations.store.server.ts";
import { endedLetter } from "./letters.ts";
import { roundPath } from "./paths.ts";
import type { Ending } from "./round.ts";
import { endRound, type By, type Round } from "./rounds.store.server.ts";

export type Accepted = Invitation & { named: NamedPerson };

/** Those who agreed and were accepted, with the organisations that named them. */
export async function listAccepted(on: Database, round: Pick<Round, "id" | "partnershipId">): Promise<Accepted[]> {
  return (await listInvitations(on, round)).flatMap((one) => (one.answer === "valid" && one.named ? [{ ...one, named: one.named }] : []));
}

/** The seats of the line that are free in the term of a round, as many as it fills at most. */
export async function findFree(on: Database, round: Round): Promise<{ found: LineToFill | null; free: number[] }> {
  const found = await findLineToFill(on, round.partnershipId, round.lineId, round);
  if (!found) return { found, free: [] };
  const seats = found.line.countMost ?? found.line.count ?? round.seats;
  return { found, free: (await listFreeNumbers(on, found.line, seats, round)).slice(0, round.seats) };
}

type Of = { partnership: Partnership; round: Round };

/** Tells organisations and whom they named that it is over; each address once. */
async function tellAll(transaction: Transaction, { partnership, round }: Of, ending: Ending): Promise<void> {
  const told = new Map<string, { invitation: Invitation; language: Language }>();
  for (const invitation of await listInvitations(transaction, round)) {
    const { email, language, named } = invitation;
    if (email !== null) told.set(email, { invitation, language });
    if (named?.email && named.consentedAt !== null && named.withdrawnAt === null && !told.has(named.email)) told.set(named.email, { invitation, language: named.language });
  }
  const letters = [...told].map(([to, { invitation, language }]) => endedLetter(aboutOf(partnership, round, invitation, to, language), { link: siteOfPartnership(partnership) + pathInLanguage(roundPath(partnership, round), language), ending }));
  if (letters.length > 0) await saveLetters(transaction, senderOf(partnership), letters);
}

/** Appoints those chosen, each with the record of the round and whoever comes in their place; the caller has looked that there are seats enough. */
export async function fill(transaction: Transaction, by: By, of: Of, { found, free }: { found: LineToFill; free: readonly number[] }, chosen: readonly Accepted[], reason: Text): Promise<void> {
  const { round } = of;
  for (const [index, { named, organisation, organisationId }] of chosen.entries()) {
    const seat = free[index]!;
    const personId = named.email === null ? null : ((await findAccount(transaction, by.partnershipId, named.email))?.id ?? null);
    const chosenBy = textIn(organisation, named.language).text;
    const id = await appoint(transaction, by, { bodyId: found.bodyId, lineId: found.line.id, seat }, {
      ...{ personId, name: named.name, organisationId, startsOn: round.termStartsOn, endsOn: endOfTermOn(found, seat, round) },
      ...{ chosenHow: "nominated", chosenBy, roundId: round.id, authority: "decides", seniority: "any" },
    });
    await transaction.bodyNomination.update({ where: { id: named.id }, data: { appointmentId: id } });
    if (named.substitute !== "") await addSubstitute(transaction, by, id, { name: named.substitute, toldOn: dayOf(by.now) });
  }
  await endRound(transaction, by, round, { ending: "filled", reason });
  await tellAll(transaction, of, "filled");
}

/** Has an election of the network decide; those accepted have to be nominated in it like anybody. */
export async function electInstead(transaction: Transaction, by: By, of: Of, reason: Text): Promise<string | null> {
  const { network } = of.round.line;
  if (network === null) return null;
  const { title, seats, lineId, termInMonths, about, criteria } = of.round;
  const electionId = await beginElectionOnce(transaction, by, network.slug, { ...beginningHead(title, dayOf(by.now)), seats, lineId, termInMonths, role: about, personSpec: criteria });
  await endRound(transaction, by, of.round, { ending: "election", reason, electionId });
  await tellAll(transaction, of, "election");
  return electionId;
}

/** Gives a round up, with the reason that everybody reads; nobody is written to where nobody was invited. */
export async function abandon(transaction: Transaction, by: By, of: Of, reason: Text): Promise<void> {
  await endRound(transaction, by, of.round, { ending: "abandoned", reason });
  if (of.round.invitedAt !== null) await tellAll(transaction, of, "abandoned");
}
