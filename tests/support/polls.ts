// Polls that are open, for tests of voting, papers and sealing: a test names only what matters to it.
import { dayIn } from "#app/bodies/columns.server.ts";
import { usualHead, type ElectionHead, type StepKind } from "#app/elections/election.ts";
import { beginElection, findElection, type Election } from "#app/elections/elections.store.server.ts";
import { codeHashOf, codeOf, makePollKey, pollKey } from "#app/elections/poll-key.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { buildPartnership, buildPerson } from "./factories.ts";
import { buildNetwork } from "./networks.ts";

type Wanted = { partnership?: Partnership; voters?: number; candidates?: readonly string[]; head?: Partial<ElectionHead> };
export type Poll = { partnership: Partnership; electionId: string; voterIds: string[]; officerId: string; scrutineerId: string };

const usualCandidates = ["Anna Rees", "Bilal Khan", "Carys Pugh", "Dev Patel"];

/** A poll that opened yesterday and closes tomorrow, with a key, codes and a returning officer. Voters' ids stand in the order of the roll. */
export async function buildPoll({ partnership: given, voters = 3, candidates = usualCandidates, head = {} }: Wanted = {}): Promise<Poll> {
  const partnership = given ?? (await buildPartnership());
  const network = await buildNetwork({ partnership });
  const officer = await buildPerson({ partnership, name: "Rhian Officer" });
  const scrutineer = await buildPerson({ partnership, name: "Sam Scrutineer" });
  const now = new Date();
  const today = dayOf(now);
  const day = (days: number) => dayIn(addDays(today, days));
  const by = { partnershipId: partnership.id, personId: officer.id, now };
  const electionId = await inTransaction((transaction) =>
    beginElection(transaction, by, network.id, { ...usualHead, title: { en: "Election of representatives", cy: "Ethol cynrychiolwyr", ur: "نمائندوں کا انتخاب" }, termStartsOn: addDays(today, 60), seats: 2, ...head }),
  );
  await db().networkElection.update({
    where: { id: electionId },
    data: {
      ...{ noticeOn: day(-40), qualifyingOn: day(-54), nominationsOpenOn: day(-40), nominationsCloseOn: day(-15), withdrawalsUntil: day(-12), candidatesOn: day(-10) },
      ...{ pollOpensOn: day(-1), pollClosesAt: new Date(now.getTime() + 86_400_000), countOn: day(3), challengesUntil: day(12) },
      ...{ returningOfficerId: officer.id, issued: voters },
    },
  });
  const steps: StepKind[] = ["notice-published", "candidates-confirmed", "poll-prepared"];
  for (const kind of steps) await db().electionStep.create({ data: { partnershipId: partnership.id, electionId, kind, personId: officer.id, at: now, facts: kind === "poll-prepared" ? { issued: voters } : {} } });
  await db().electionScrutineer.create({ data: { partnershipId: partnership.id, electionId, personId: scrutineer.id } });
  await db().nomination.createMany({
    data: candidates.map((name, index) => ({
      ...{ id: newId(), partnershipId: partnership.id, electionId, name, organisation: `${name}’s group`, email: `${newId()}@people.example`, language: "en" },
      ...{ linkHash: newId(), sentAt: now, consentedAt: now, ruling: "valid", ruledAt: now, number: index + 1 },
    })),
  });
  makePollKey(electionId);
  const key = pollKey(electionId)!;
  const rows = Array.from({ length: voters }, (_, index) => ({ id: newId(), number: index + 1 }));
  await db().voter.createMany({
    data: rows.map(({ id, number }) => ({
      ...{ id, number, partnershipId: partnership.id, electionId, name: `Group ${String(number).padStart(5, "0")}`, language: "en" },
      codeHash: codeHashOf(key, codeOf(key, id, 1)),
    })),
  });
  return { partnership, electionId, voterIds: rows.map(({ id }) => id), officerId: officer.id, scrutineerId: scrutineer.id };
}

export function electionOf({ partnership, electionId }: Poll): Promise<Election> {
  return findElection(db(), partnership.id, electionId);
}

/** The code that a voter's last letter holds. */
export async function codeFor({ electionId }: Poll, voterId: string): Promise<string> {
  const { issue } = await db().voter.findUniqueOrThrow({ where: { id: voterId } });
  return codeOf(pollKey(electionId)!, voterId, issue);
}

/** A new code, as an officer has it made; the one before dies. */
export async function replaceCodeOf({ electionId }: Poll, voterId: string): Promise<void> {
  const { issue } = await db().voter.update({ where: { id: voterId }, data: { issue: { increment: 1 } } });
  const key = pollKey(electionId)!;
  await db().voter.update({ where: { id: voterId }, data: { codeHash: codeHashOf(key, codeOf(key, voterId, issue)) } });
}

/** The poll closed an hour ago. */
export async function closePoll({ electionId }: Poll): Promise<void> {
  const now = new Date();
  await db().networkElection.update({ where: { id: electionId }, data: { pollOpensOn: dayIn(addDays(dayOf(now), -8)), pollClosesAt: new Date(now.getTime() - 3_600_000) } });
}

/** The returning officer has said that papers and envelopes come to the same. */
export async function reconcilePapers({ partnership, electionId, officerId }: Poll): Promise<void> {
  await db().electionStep.create({ data: { partnershipId: partnership.id, electionId, kind: "papers-reconciled", personId: officerId, at: new Date() } });
}
