// What members do about a decision: they vote, step aside or stop it. The caller holds the decision and says whose seat it is.
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { stopDecision } from "./outcomes.store.server.ts";
import type { By } from "./decisions.store.server.ts";
import type { Member, Situation } from "./situation.store.server.ts";
import { refusedInterest, refusedVeto, refusedVote, type Refusal } from "./taking-part.ts";
import type { Voice } from "./tally.ts";

/** The seat that somebody holds on the body that votes; null where they have none. */
export function seatOf({ members }: Situation, personId: string): Member | null {
  const own = members.filter((member) => member.personId === personId);
  return own.find(({ hasVote }) => hasVote) ?? own[0] ?? null;
}

const isAside = ({ interests }: Situation, seat: Member | null) => interests.some(({ appointmentId }) => appointmentId === seat?.appointmentId);

/** Why whoever holds a seat may not do each of the three; null where they may. */
export function refusalsOf(situation: Situation, seat: Member | null, now: Date): { vote: Refusal | null; veto: Refusal | null; interest: Refusal | null } {
  const { decision, vetoUntil: until } = situation;
  const aside = isAside(situation, seat);
  return {
    vote: refusedVote(seat, decision, aside),
    veto: refusedVeto(seat, { ...decision, until }, aside, dayOf(now)),
    interest: aside ? "stepped-aside" : refusedInterest(seat, decision),
  };
}

/** Writes down what a seat says; said again, the later word holds. Why not, where it is refused. */
export async function castVote(transaction: Transaction, { partnershipId, personId, now }: By, situation: Situation, seat: Member | null, voice: Voice): Promise<Refusal | null> {
  const refused = refusedVote(seat, situation.decision, isAside(situation, seat));
  if (refused || !seat) return refused ?? "observer";
  const { decision, body } = situation;
  const key = { decisionId: decision.id, appointmentId: seat.appointmentId };
  const ballot = { voice, at: now, personId };
  await transaction.vote.upsert({ where: { decisionId_appointmentId: key }, create: { ...key, ...ballot, partnershipId, bodyId: body.id }, update: { ...ballot, bodyId: body.id } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "decision.vote", subjectKind: "decision", subjectId: decision.id },
    facts: { appointmentId: seat.appointmentId },
  });
  return null;
}

type InWords = { words: string; language: Language };

/** Whoever has declared an interest steps aside: a vote they gave counts no more. */
export async function declareInterest(transaction: Transaction, { partnershipId, personId, now }: By, situation: Situation, seat: Member | null, { words, language }: InWords): Promise<Refusal | null> {
  const refused = refusedInterest(seat, situation.decision);
  if (refused || !seat) return refused ?? "observer";
  const key = { decisionId: situation.decision.id, appointmentId: seat.appointmentId };
  await transaction.vote.deleteMany({ where: key });
  const declared = { nature: words, language, at: now, personId };
  await transaction.interest.upsert({ where: { decisionId_appointmentId: key }, create: { ...key, ...declared, partnershipId }, update: declared });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "decision.declare-interest", subjectKind: "decision", subjectId: key.decisionId },
    facts: { appointmentId: seat.appointmentId },
  });
  return null;
}

/** A member stops what their group is deciding, or has just agreed: it goes back to the full partnership. [SG04] */
export async function useVeto(
  transaction: Transaction,
  by: By,
  { partnership, situation, seat }: { partnership: Partnership; situation: Situation; seat: Member | null },
  { words, language }: InWords,
): Promise<Refusal | null> {
  const { veto: refused } = refusalsOf(situation, seat, by.now);
  if (refused || !seat) return refused ?? "observer";
  const { partnershipId, personId, now } = by;
  const key = { decisionId: situation.decision.id, appointmentId: seat.appointmentId };
  const stopped = { reason: words, language, at: now, personId };
  await transaction.veto.upsert({ where: { decisionId_appointmentId: key }, create: { ...key, ...stopped, partnershipId }, update: stopped });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "decision.veto", subjectKind: "decision", subjectId: key.decisionId },
    facts: { appointmentId: seat.appointmentId },
  });
  await stopDecision(transaction, by, partnership, situation);
  return null;
}
