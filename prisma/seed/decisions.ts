// Saves what the Tolbridge Partnership decided, as it was voted on, stopped and sent back, and what is to be decided next.
import { seedChairs } from "./chairs.ts";
import { useVeto, castVote, declareInterest } from "#app/decisions/votes.store.server.ts";
import { draftDecision, findDecision } from "#app/decisions/decisions.store.server.ts";
import { closeVote, markImplemented, openVote } from "#app/decisions/outcomes.store.server.ts";
import { findSituation, type Situation } from "#app/decisions/situation.store.server.ts";
import type { DecisionTexts, Topic } from "#app/decisions/decision.ts";
import { isTaken, type Came } from "#app/meetings/attendance.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { SeededDecision } from "./decided.ts";
import { seedDelegations, seedSmallGrants } from "./delegations.ts";
import type { HeldItem } from "./meetings.ts";
import type { Structure } from "./structure.ts";
import { seedTold } from "./told.ts";

type Deciding = { transaction: Transaction; partnership: Partnership; structure: Structure; delegations: Record<"actions" | "budget", string>; consultationId: string };

/** In the order of the meetings. `consultationId` is what people were asked about the budget. */
export async function seedDecisions(transaction: Transaction, partnership: Partnership, structure: Structure, held: readonly HeldItem[], consultationId: string): Promise<void> {
  const deciding = { transaction, partnership, structure, consultationId, delegations: await seedDelegations(transaction, structure) };
  const ids = new Map<string, string>();
  for (const one of held) {
    const { item, itemId, startsAt } = one;
    const back = item.broughtBack && ids.get(item.broughtBack.key);
    if (item.decision) {
      const id = await draft(deciding, one, item.decision);
      ids.set(item.decision.key, id);
      if (startsAt < structure.by.now) await decide(deciding, one, id, item.decision);
      if (item.decision.key === "small-grants") await seedSmallGrants(transaction, structure, { id, startsOn: dayOf(startsAt) });
      if (item.decision.key === "board-chair") await seedChairs(transaction, structure, { id, startsOn: dayOf(startsAt) });
    } else if (item.broughtBack && back) {
      await transaction.decision.update({ where: { id: back }, data: { fullItemId: itemId } });
      await vote(deciding, one, back, item.broughtBack);
      await tellAll(deciding, one, back);
    }
  }
}

async function draft({ transaction, structure, delegations, consultationId }: Deciding, { meeting, itemId, startsAt }: HeldItem, decision: SeededDecision): Promise<string> {
  const { title, reasons, topic, amountInPence = null, delegation, isConsulted, noEvidence = {} } = decision;
  const texts: DecisionTexts = {
    ...{ title, text: decision.text, reasons, topic: topic as Topic, amountInPence, noEvidence, equality: {}, findingId: null, askedIds: [] },
    ...{ delegationId: delegation ? delegations[delegation] : null, consultationId: isConsulted ? consultationId : null },
  };
  const before = new Date(startsAt.getTime() - 12 * 86_400_000);
  const by = { ...structure.by, now: before < structure.by.now ? before : structure.by.now };
  return draftDecision(transaction, by, { bodyId: structure.bodies[meeting.body]!, itemId }, texts);
}

async function decide(deciding: Deciding, held: HeldItem, id: string, decision: SeededDecision): Promise<void> {
  const { transaction, partnership, structure } = deciding;
  const by = { ...structure.by, now: held.endsAt };
  const situation = async () => findSituation(transaction, await findDecision(transaction, partnership.id, id), held.endsAt);
  const said = (words: Text) => ({ words: textIn(words, "en").text, language: "en" as const });
  if (decision.interest) await declareInterest(transaction, by, await situation(), memberCalled(await situation(), decision.interest.name), said(decision.interest.nature));
  await vote(deciding, held, id, { against: decision.against ?? [], abstained: decision.abstained ?? [], isLeftOpen: decision.veto !== undefined });
  if (decision.veto) await useVeto(transaction, by, { partnership, situation: await situation(), seat: memberCalled(await situation(), decision.veto.name) }, said(decision.veto.reason));
  await tellAll(deciding, held, id);
  if (decision.isImplemented) await markImplemented(transaction, { ...by, now: structure.by.now }, await findDecision(transaction, partnership.id, id), addDays(dayOf(held.endsAt), 40));
}

/** The day after they met. */
async function tellAll({ transaction, partnership }: Deciding, { endsAt }: HeldItem, id: string): Promise<void> {
  const { outcomeAt } = await findDecision(transaction, partnership.id, id);
  if (outcomeAt) await seedTold(transaction, { partnershipId: partnership.id, decisionId: id, outcomeAt }, new Date(endsAt.getTime() + 86_400_000));
}

function memberCalled({ members }: Situation, name: string) {
  const found = members.find((member) => member.name === name);
  if (!found) throw new Error(`Nobody called ${name} votes there`);
  return found;
}

type Voices = { against: readonly string[]; abstained?: readonly string[]; isLeftOpen?: boolean };

/** Everybody who came and may votes, those named otherwise than for. */
async function vote({ transaction, partnership, structure }: Deciding, { startsAt, endsAt }: HeldItem, id: string, { against, abstained = [], isLeftOpen = false }: Voices): Promise<void> {
  const find = async (now: Date) => findSituation(transaction, await findDecision(transaction, partnership.id, id), now);
  const begins = { ...structure.by, now: new Date(startsAt.getTime() + 3_600_000) };
  const blocked = await openVote(transaction, begins, await find(begins.now));
  if (blocked.length > 0) throw new Error(`A vote of the demonstration is kept from being opened: ${JSON.stringify(blocked)}`);
  const situation = await find(begins.now);
  const there = await transaction.attendance.findMany({ where: { meetingId: situation.item?.meetingId ?? "" }, select: { appointmentId: true, came: true } });
  const came = new Set(there.flatMap(({ appointmentId, came: how }) => (isTaken(how as Came | null) ? [appointmentId] : [])));
  const isAside = (appointmentId: string) => situation.interests.some((interest) => interest.appointmentId === appointmentId);
  for (const member of situation.members.filter(({ hasVote, appointmentId }) => hasVote && came.has(appointmentId) && !isAside(appointmentId))) {
    const voice = against.includes(member.name) ? "against" : abstained.includes(member.name) ? "abstain" : "for";
    await castVote(transaction, begins, situation, member, voice);
  }
  if (isLeftOpen) return;
  const closing = await closeVote(transaction, { ...structure.by, now: endsAt }, partnership, await find(endsAt));
  if (closing.length > 0) throw new Error(`A vote of the demonstration is kept from being closed: ${JSON.stringify(closing)}`);
}
