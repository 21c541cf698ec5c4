// Addresses of what everybody may know of a partnership's structure, and of where it is looked over.
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";
import { withQuery } from "#app/shared/local-path.ts";

type At = { slug: string };

/** The structure as a picture and in words, who answers for it, how to complain. */
export function howWeWorkPath(partnership: At): string {
  return `${partnershipPath(partnership)}/how-we-work`;
}

/** One body: who sits there, until when, and how they are chosen; further into the list of those who belong to it. */
export function bodyPath(partnership: At, body: { slug: string }, after?: string): string {
  return withQuery(`${partnershipPath(partnership)}/bodies/${body.slug}`, { after });
}

/** What the full partnership has left to which smaller group. */
export function delegationRegisterPath(partnership: At, after?: string): string {
  return withQuery(`${partnershipPath(partnership)}/delegations`, { after });
}

/** Who sits where, for other programs. */
export function peopleJsonPath(partnership: At): string {
  return `${partnershipPath(partnership)}/people.json`;
}

/** The words that partnerships use, explained. */
export function glossaryPath(partnership: At): string {
  return `${partnershipPath(partnership)}/glossary`;
}

/** What those who sit may say of themselves. */
export function myEqualityPath(partnership: At): string {
  return `${partnershipPath(partnership)}/my-seats/equality`;
}

/** Balance and gaps, for those who keep the bodies. */
export function structurePath(partnership: At): string {
  return `${officePath(partnership)}/structure`;
}

/** A network, which is a body: who belongs to it, and how an organisation joins. */
export function networkPath(partnership: At, network: { slug: string }): string {
  return `${partnershipPath(partnership)}/networks/${network.slug}`;
}

/** An election that fills seats, or has filled them. */
export function electionOfSeatsPath(partnership: At, election: { id: string }): string {
  return `${partnershipPath(partnership)}/elections/${election.id}`;
}

/** Rounds in which organisations name people for seats; also for those who run them. */
export function roundsOfBodiesPath(partnership: At): string {
  return `${partnershipPath(partnership)}/nominating`;
}

export function officeRoundsOfBodiesPath(partnership: At): string {
  return `${officePath(partnership)}/nominating`;
}

/** A round in which organisations name people for seats. */
export function roundOfSeatsPath(partnership: At, round: { id: string }): string {
  return `${partnershipPath(partnership)}/nominating/${round.id}`;
}

/** The same for those who run it. */
export function officeRoundOfSeatsPath(partnership: At, round: { id: string }): string {
  return `${officePath(partnership)}/nominating/${round.id}`;
}

/** An election that fills seats, for those who run it. */
export function officeElectionOfSeatsPath(partnership: At, election: { id: string }): string {
  return `${officePath(partnership)}/elections/${election.id}`;
}

/** A seat that somebody elected left free, with who is next in their election; for those who run it. */
export function nextInElectionPath(partnership: At, electionId: string, appointmentId: string): string {
  return `${officeElectionOfSeatsPath(partnership, { id: electionId })}/seats/${appointmentId}`;
}

/** Where an election begins for a seat that somebody left free. */
export function byElectionPath(partnership: At, appointmentId: string): string {
  return withQuery(`${officePath(partnership)}/elections/new`, { vacancy: appointmentId });
}

/** The meetings that a body held, with their minutes. */
export function heldMeetingsPath(partnership: At, body: { slug: string }): string {
  return withQuery(`${partnershipPath(partnership)}/meetings`, { when: "past", body: body.slug });
}

/** What a body decided. */
export function decidedByPath(partnership: At, body: { slug: string }): string {
  return withQuery(`${partnershipPath(partnership)}/decisions`, { body: body.slug });
}

/** Where the places are planned that are filled once the others are, for whoever is missing. [A6.3] */
export function secondStagePath(partnership: At): string {
  return officeElectionOfSeatsPath(partnership, { id: "second-stage" });
}
