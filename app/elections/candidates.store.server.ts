// Every query about ruling on nominations and about candidates once they are confirmed. The caller has asked what may be done now.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { inBallotOrder } from "./ballot-order.ts";
import { contestOf, type ContestTerms } from "./contest.ts";
import { takeStep, type By, type Election } from "./elections.store.server.ts";
import { confirmedLetter, rulingLetter } from "./letters.ts";
import { mayStand, type Ruling, type RulingReason } from "./nomination.ts";
import { forgetUnanswered, listAllNominations, nominationColumns, readNominationRow, renewedLink, type Nomination } from "./nominations.store.server.ts";

type RuledOn = { ruling: Ruling; reason: { code: RulingReason; words: string } | null };
type Of = { partnership: Partnership; election: Election };

const toCandidate = ({ partnership, election }: Of, { email, language, name }: Nomination) => ({ to: email, words: wordsFor(language), partnership: partnership.name, election: election.title, name });

/** The returning officer rules on a nomination that is held, and the candidate is told. Ruled the same again, nothing is done. */
export async function ruleOnNomination(transaction: Transaction, by: By, of: Of, nomination: Nomination, { ruling, reason }: RuledOn): Promise<void> {
  const isSame = nomination.ruling === ruling && nomination.reason?.code === reason?.code && nomination.reason?.words === reason?.words;
  if (isSame) return;
  await transaction.nomination.update({ where: { id: nomination.id }, data: { ruling, ruledAt: by.now, rulingReason: reason ?? {}, revision: { increment: 1 } } });
  const facts = { ruling, ...(reason && { reason: reason.code }) };
  await recordAudit(transaction, { partnershipId: by.partnershipId, ...(by.personId && { personId: by.personId }), action: "nomination.rule", subjectKind: "nomination", subjectId: nomination.id, facts });
  const link = await renewedLink(transaction, of.partnership, of.election, nomination);
  await saveLetter(transaction, senderOf(of.partnership), rulingLetter(toCandidate(of, nomination), { link, ruling, reason }));
}

/** Those who would be confirmed now. */
export function contendersOf(nominations: readonly Nomination[], { supporters }: Pick<Election, "supporters">): Nomination[] {
  return nominations.filter((one) => mayStand(one, supporters));
}

/** The terms of the contest between these, as if they were numbered in their order. */
export function termsOf(election: Election, contenders: readonly Pick<Nomination, "groups">[]): ContestTerms {
  return contestOf(election, contenders.map(({ groups }, index) => ({ number: index + 1, groups })));
}

/** Confirms the candidates of an election that is held, gives them their numbers, makes their photographs public and tells them. */
export async function confirmCandidates(transaction: Transaction, by: By, of: Of, draw: (below: number) => number): Promise<void> {
  const { partnership, election } = of;
  const contenders = inBallotOrder(contendersOf(await listAllNominations(transaction, election), election), election.ballotOrder, draw);
  const { places, empty, vacant } = termsOf(election, contenders);
  for (const [index, { id }] of contenders.entries()) await transaction.nomination.update({ where: { id }, data: { number: index + 1 } });
  const photoIds = contenders.flatMap(({ photoId }) => photoId ?? []);
  await transaction.file.updateMany({ where: { partnershipId: partnership.id, id: { in: photoIds } }, data: { visibility: "public" } });
  await forgetUnanswered(transaction, partnership.id, election);
  const kept = Math.max(0, ...election.reserves.map(({ id }) => vacant.filter(({ category }) => category === id).reduce((sum, one) => sum + one.places, 0)));
  const facts = { candidates: contenders.length, places, empty, kept, ...(empty > 0 && { shortfall: election.shortfall }) };
  await takeStep(transaction, by, election, { kind: "candidates-confirmed", facts });
  for (const [index, one] of contenders.entries()) {
    const link = await renewedLink(transaction, partnership, election, one);
    await saveLetter(transaction, senderOf(partnership), confirmedLetter(toCandidate(of, one), { link, place: index + 1, isContested: contenders.length > places }));
  }
}

/** The candidates in the order of the ballot paper; nobody before they are confirmed. */
export async function listCandidates(on: Database, election: Pick<Election, "id">): Promise<(Nomination & { number: number })[]> {
  const rows = await on.nomination.findMany({ where: { electionId: election.id, number: { not: null } }, include: nominationColumns, orderBy: { number: "asc" } });
  return rows.map(readNominationRow).map((one) => ({ ...one, number: one.number! }));
}
