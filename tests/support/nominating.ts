// Rounds of nominations for tests: a test names only what matters to it.
import { addBody } from "#app/bodies/bodies.store.server.ts";
import { usualBody } from "#app/bodies/body.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { invite } from "#app/nominating/invitations.store.server.ts";
import type { InvitationHead } from "#app/nominating/naming.ts";
import { beginRound, findRound, type Round } from "#app/nominating/rounds.store.server.ts";
import type { RoundHead } from "#app/nominating/round.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { addDays, addMonths, dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";

/** A line of seats that a sector fills itself, on a body of its own. */
export async function buildNominatedLine({ partnership, count = 2, networkId = null, today = dayOf(new Date()) }: { partnership: { id: string }; count?: number; networkId?: string | null; today?: string }) {
  const body = await inTransaction((transaction) => addBody(transaction, { partnershipId: partnership.id, personId: null }, { ...usualBody, kind: "board", name: { en: `Board ${newId()}` } }));
  const of = { partnershipId: partnership.id, bodyId: body.id };
  const scheme = await db().seatScheme.create({ data: { ...of, id: newId(), version: 1, startsOn: dayIn(addDays(today, -100)) } });
  const line = await db().seatLine.create({ data: { ...of, id: newId(), schemeId: scheme.id, networkId, position: 1, sector: "voluntary-community", basis: "fixed", count, holder: { en: "The arts" } } });
  return { body, line };
}

type WantedRound = Partial<RoundHead> & { partnership: { id: string }; networkId?: string | null; /** Whether the invitations have gone. */ isInvited?: boolean; now?: Date };

/** A round that is open, for one place, unless something else is wanted. */
export async function buildRound({ partnership, networkId = null, isInvited = true, now = new Date(), ...head }: WantedRound): Promise<Round> {
  const today = dayOf(now);
  const { line } = await buildNominatedLine({ partnership, networkId, today });
  const usual = { lineId: line.id, seats: 1, title: { en: `Round ${newId()}` }, about: {}, criteria: {}, opensOn: addDays(today, -5), closesOn: addDays(today, 10), remindOn: addDays(today, 5), termStartsOn: addMonths(today, 2), termInMonths: 36 };
  const id = await inTransaction((transaction) => beginRound(transaction, { partnershipId: partnership.id, personId: "test", now }, { ...usual, ...head }));
  if (isInvited) await db().nominatingRound.update({ where: { id }, data: { invitedAt: now } });
  return findRound(db(), partnership.id, id);
}

/** The id of an invitation; an organisation of no register, without an e-mail address unless one is wanted. */
export async function buildInvitation({ round, ...head }: Partial<InvitationHead> & { round: { id: string } }): Promise<string> {
  const { partnershipId } = await db().nominatingRound.findUniqueOrThrow({ where: { id: round.id } });
  const partnership = await findPartnershipById(db(), partnershipId);
  const wanted = { organisationId: null, organisation: `Group ${newId()}`, contact: "The secretary", email: null, post: null, language: "en" as const, ...head };
  await inTransaction(async (transaction) => invite(transaction, { partnershipId, personId: "test", now: new Date() }, { partnership, round: await findRound(transaction, partnershipId, round.id) }, wanted));
  const { id } = await db().nominatingInvitation.findFirstOrThrow({ where: { roundId: round.id, organisation: wanted.organisation, organisationId: wanted.organisationId }, select: { id: true } });
  return id;
}
