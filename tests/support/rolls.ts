// Polls for tests: an election with candidates and a roll, prepared and open where it is wanted so.
import { preparePoll } from "#app/elections/codes.store.server.ts";
import { findElection, takeStep, type Election } from "#app/elections/elections.store.server.ts";
import type { ElectionHead } from "#app/elections/election.ts";
import type { VoterHead } from "#app/elections/roll.ts";
import { bringRoll } from "#app/elections/roll.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, dayOf, startOfDay } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildElection } from "./elections.ts";
import { buildNetwork } from "./networks.ts";

type WantedPoll = { partnership: Pick<Partnership, "id">; head?: Partial<ElectionHead>; voters: readonly Partial<VoterHead>[]; candidates?: number; returningOfficerId?: string; scrutineerIds?: readonly string[]; isPrepared?: boolean };

/** A poll whose candidates were confirmed, with its roll; `opensAt` is noon of its first day. Where it is prepared its codes are made, and wait. */
export async function buildPoll({ partnership, head = {}, voters, candidates = 3, isPrepared = true, ...offices }: WantedPoll): Promise<{ election: Election; opensAt: Date }> {
  const network = await buildNetwork({ partnership });
  const noticeOn = addDays(dayOf(new Date()), -20);
  const built = await buildElection({ network, head, noticeOn, steps: ["notice-published", "candidates-confirmed"], ...offices });
  const at = startOfDay(noticeOn);
  await db().nomination.createMany({
    data: Array.from({ length: candidates }, (_, index) => ({ id: newId(), partnershipId: partnership.id, electionId: built.id, name: `Candidate ${index + 1}`, email: `${newId()}@stands.example`, language: "en", linkHash: newId(), sentAt: at, number: index + 1 })),
  });
  const by = { partnershipId: partnership.id, personId: null, now: new Date() };
  const heads = voters.map((voter, index): VoterHead => ({ name: `Voter ${index + 1}`, delegate: "", email: `voter${index + 1}@${built.id}.example`, post: null, language: "en", ...voter }));
  await inTransaction(async (transaction) => {
    await bringRoll(transaction, by, built, heads);
    if (isPrepared) await preparePoll(transaction, by, await findElection(transaction, partnership.id, built.id));
  }, 120_000);
  const election = await findElection(db(), partnership.id, built.id);
  return { election, opensAt: new Date(startOfDay(proposedTimetable(noticeOn).pollOpensOn).getTime() + 12 * 3_600_000) };
}

/** Has a voter voted, as the box is told: with nothing but a slot. */
export async function castSlot(electionId: string, slot: string): Promise<void> {
  await db().ballotBox.create({ data: { electionId, slot, ballot: Buffer.from("a ballot") } });
}

/** Reminds as the returning officer's press does, without the job. */
export async function askedToRemind(election: Election, now: Date): Promise<void> {
  await inTransaction((transaction) => takeStep(transaction, { partnershipId: election.partnershipId, personId: null, now }, election, { kind: "reminded" }));
}
