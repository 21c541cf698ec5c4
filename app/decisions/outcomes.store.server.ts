// What becomes of a decision: its vote is opened and closed, it goes back, is put off, taken back within the hour, or done. The
// caller holds the decision and has asked the policy.
import type { Prisma } from "#prisma/client/client.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { publishFinding, withdrawFindings } from "#app/evidence/store.server.ts";
import { raiseDue, settleDue } from "#app/meetings/due.store.server.ts";
import { forgetMinuted, minuteDecision } from "#app/meetings/minuted.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { blocksClosing, isCarried, isChangeable, isFinal, nextToVote, type Block, type Outcome } from "./decision.ts";
import { findDecision, type By, type Decision } from "./decisions.store.server.ts";
import { mayTakeBack, noticeDueOn } from "./notice.ts";
import { decisionPath } from "./paths.ts";
import { findSituation, type Situation } from "./situation.store.server.ts";
import { outcomeOf, type Tally } from "./tally.ts";

type Of = Pick<Decision, "id">;

async function takeStep(transaction: Transaction, { partnershipId, personId, now }: By, { id: decisionId }: Of, kind: string, reason: Text = {}): Promise<void> {
  await transaction.decisionStep.create({ data: { partnershipId, decisionId, kind, personId, at: now, reason } });
  await recordAudit(transaction, { partnershipId, personId, action: `decision.${kind}`, subjectKind: "decision", subjectId: decisionId });
}

/** Opens the vote of the body whose turn it is; what keeps it from being opened, where something does. */
export async function openVote(transaction: Transaction, by: By, { decision, body, item, toOpen }: Situation): Promise<Block[]> {
  if (decision.openedAt !== null || nextToVote(decision) === null) return [];
  if (toOpen.length > 0) return toOpen;
  await transaction.vote.deleteMany({ where: { decisionId: decision.id, bodyId: body.id } });
  const at = item && (decision.isWithFull ? { fullItemId: item.id } : { itemId: item.id });
  await transaction.decision.update({ where: { id: decision.id }, data: { openedAt: by.now, ...at, revision: { increment: 1 } } });
  await takeStep(transaction, by, decision, "opened");
  return [];
}

/**
 * Closes the vote, counts it and writes down what it comes to; what keeps it from being closed, where something does. `hands` is what
 * was counted in the room, for a body on which nobody has a vote of their own.
 */
export async function closeVote(transaction: Transaction, by: By, partnership: Partnership, given: Situation, hands: Tally | null = null): Promise<Block[]> {
  const situation = hands && given.tally.entitled === 0 ? { ...given, tally: hands, toClose: blocksClosing({ tally: hands, quorum: given.body.quorum, missingSectors: [] }) } : given;
  const { decision, body, tally, adopted, toClose } = situation;
  if (decision.openedAt === null) return [];
  if (toClose.length > 0) return toClose;
  const unanimity = adopted.codes.includes("SG03") ? adopted.settings : null;
  const outcome = outcomeOf(tally, { isFull: body.isFull, cameBack: decision.isWithFull, isAdvisory: body.isAdvisory, unanimity });
  await writeOutcome(transaction, by, partnership, situation, outcome);
  return [];
}

/** A veto stops the vote, or what was agreed: it goes back to the full partnership at once where there is one. */
export async function stopDecision(transaction: Transaction, by: By, partnership: Partnership, situation: Situation): Promise<void> {
  await takeStep(transaction, by, situation.decision, "vetoed");
  await writeOutcome(transaction, by, partnership, situation, situation.full ? "referred" : "vetoed");
}

/** Puts a decision off to a later meeting. */
export async function deferDecision(transaction: Transaction, by: By, partnership: Partnership, situation: Situation, reason: Text): Promise<void> {
  if (nextToVote(situation.decision) !== "own") return;
  await writeOutcome(transaction, by, partnership, situation, "deferred", reason);
  await transaction.decision.update({ where: { id: situation.decision.id }, data: { itemId: null } });
}

const own = { subject: "decisions", kind: "decision" } as const;

/** Raises with the body that votes next that something is to be decided, as long as it stands on none of its agendas. */
export async function raiseDecision(transaction: Transaction, partnership: Partnership, { id, partnershipId, title }: Decision, bodyId: string, now: Date): Promise<void> {
  const path = decisionPath(partnership, { id });
  await raiseDue(transaction, { ...own, partnershipId, bodyId, sourceId: id, title, path, purpose: "decide", dueOn: null }, now);
}

async function writeOutcome(transaction: Transaction, by: By, partnership: Partnership, situation: Situation, outcome: Outcome, reason: Text = {}): Promise<void> {
  const { decision, adopted, tally, full, item } = situation;
  const { id, partnershipId } = decision;
  const today = dayOf(by.now);
  const goesBack = outcome === "referred" || outcome === "vetoed";
  await transaction.decision.update({
    where: { id, partnershipId },
    data: {
      ...{ outcome, outcomeAt: by.now, decidedOn: dayIn(today), noticeDueOn: dayIn(noticeDueOn(today, adopted.settings.noticeInDays)) },
      ...{ openedAt: null, notifiedAt: null, revision: { increment: 1 }, isWithFull: decision.isWithFull || goesBack },
      tallies: { ...decision.tallies, ...(outcome !== "deferred" && { [decision.isWithFull ? "full" : "own"]: tally }) },
    },
  });
  await takeStep(transaction, by, decision, outcome, reason);
  // because how each safeguard was met is known once the outcome is: judged in the place where it was voted on
  const { judged } = await findSituation(transaction, { ...(await findDecision(transaction, partnershipId, id)), isWithFull: decision.isWithFull, safeguards: decision.isWithFull ? decision.safeguards : [] }, by.now);
  await transaction.decision.update({ where: { id }, data: { safeguards: judged as Prisma.InputJsonArray } });
  if (goesBack && full) await raiseDecision(transaction, partnership, decision, full.id, by.now);
  else if (outcome === "deferred") await raiseDecision(transaction, partnership, decision, decision.bodyId, by.now);
  else if (isFinal(outcome)) await settleDue(transaction, { ...own, partnershipId, sourceId: id }, by.now);
  if (item) await minuteDecision(transaction, { partnershipId, itemId: item.id, decisionId: id, text: decision.title, path: decisionPath(partnership, decision), isCarried: isCarried(outcome) }, by.now);
  if (isCarried(outcome)) {
    const figure = { count: tally.for, base: tally.entitled, of: "seats" };
    await publishFinding(transaction, partnershipId, { sourceSubject: "decisions", sourceId: id, kind: "decision", statement: decision.title, figure, method: "vote" }, by.now);
  } else await withdrawFindings(transaction, "decisions", id);
  await dropPublishedPages(transaction, partnershipId);
}

/** Opens again, within the hour, a vote that was closed by a slip: as long as nobody was told of it. False where it is too late. */
export async function takeBackOutcome(transaction: Transaction, by: By, { decision, vetoes }: Situation): Promise<boolean> {
  const { id, partnershipId, tallies, outcome } = decision;
  if (!mayTakeBack(decision, by.now) || outcome === "deferred" || vetoes.length > 0) return false;
  const wasFull = tallies.full !== undefined;
  const now = by.now;
  await transaction.decision.update({
    where: { id, partnershipId },
    data: wasFull
      ? { openedAt: now, outcome: "referred", notifiedAt: now, tallies: { own: tallies.own }, revision: { increment: 1 } }
      : { openedAt: now, outcome: null, outcomeAt: null, decidedOn: null, noticeDueOn: null, tallies: {}, safeguards: [], isWithFull: false, revision: { increment: 1 } },
  });
  await takeStep(transaction, by, decision, "taken-back");
  await withdrawFindings(transaction, "decisions", id);
  await forgetMinuted(transaction, { partnershipId, decisionId: id });
  await settleDue(transaction, { ...own, partnershipId, sourceId: id }, now);
  await dropPublishedPages(transaction, partnershipId);
  return true;
}

/** Says that what was decided has been done. */
export async function markImplemented(transaction: Transaction, by: By, decision: Decision, implementedOn: string): Promise<void> {
  if (!isCarried(decision.outcome) || decision.implementedOn !== null) return;
  await transaction.decision.update({ where: { id: decision.id }, data: { implementedOn: dayIn(implementedOn), revision: { increment: 1 } } });
  await takeStep(transaction, by, decision, "implemented");
  await dropPublishedPages(transaction, decision.partnershipId);
}

/** Takes away a draft that nothing was voted on; false where somebody has had a part in it. */
export async function removeDecision(transaction: Transaction, { partnershipId, personId, now }: By, decision: Decision): Promise<boolean> {
  const { id } = decision;
  const steps = await transaction.decisionStep.count({ where: { decisionId: id } });
  const parts = (await transaction.interest.count({ where: { decisionId: id } })) + (await transaction.dispute.count({ where: { decisionId: id } }));
  if (steps + parts > 0 || !isChangeable(decision)) return false;
  await settleDue(transaction, { ...own, partnershipId, sourceId: id }, now);
  await transaction.decision.delete({ where: { id } });
  await recordAudit(transaction, { partnershipId, personId, action: "decision.remove", subjectKind: "decision", subjectId: id });
  return true;
}
