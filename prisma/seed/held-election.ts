// Saves an election that is over, as it went: nominated, voted on, sealed, counted by both counters, signed, declared and confirmed.
import { ballotFile, isSalted, rulesText } from "#app/elections/ballot-file.ts";
import { contestOf } from "#app/elections/contest.ts";
import { chairElected } from "#app/elections/chairing.store.server.ts";
import { countTwice } from "#app/elections/counted.ts";
import { declare, findContest, listStanders } from "#app/elections/counts.store.server.ts";
import { fileKeptUntil } from "#app/elections/keeping.ts";
import { destroyElectionFile, findKeptElection, recordPapersDestroyed } from "#app/elections/keeping.store.server.ts";
import type { ElectionHead, StepKind } from "#app/elections/election.ts";
import { beginElection, findElection, saveTimetable, takeStep, type Totals } from "#app/elections/elections.store.server.ts";
import { seatElected } from "#app/elections/seating.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, addMonths, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import type { Text } from "#app/shared/languages.ts";
import { newId, newReference, sha256 } from "#app/shared/keys.server.ts";

export type Held = {
  head: Omit<ElectionHead, "termStartsOn">;
  noticeDaysAgo: number;
  totals: Totals;
  /** In the order of the ballot paper; `groups` are the reserved places that they stand for. */
  candidates: readonly { name: string; organisation: string; statement: Text; service: string; groups: Record<string, string> }[];
  ballots: readonly { preferences: number[]; spoilt: string | null }[];
  lotText: string;
  report: string;
};

/** The id of the election. */
export async function saveHeldElection(transaction: Transaction, partnership: Partnership, { head, noticeDaysAgo, totals, candidates, ballots, lotText, report }: Held, now: Date): Promise<string> {
  const network = await findNetwork(transaction, partnership.id, "community-network");
  const idOf = async (email: string) => (await transaction.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  const [keeper, officer, scrutineer] = [await idOf("sandra.oakes@communitylink.example"), await idOf("helen.standish@tolbridge.example"), await idOf("graham.tuffley@marlshire.example")];
  const timetable = proposedTimetable(addDays(dayOf(now), -noticeDaysAgo));
  const by = (personId: string, date: string, time: string) => ({ partnershipId: partnership.id, personId, now: instantAt(date, time) });

  const begun = by(keeper, addDays(timetable.noticeOn, -12), "11:10");
  const id = await beginElection(transaction, begun, network.id, { ...head, termStartsOn: `${addMonths(timetable.challengesUntil, 1).slice(0, 7)}-01` });
  await saveTimetable(transaction, begun, { id }, timetable);
  await transaction.networkElection.update({ where: { id }, data: { returningOfficerId: officer, issued: totals.issued, scrutineers: { create: [{ personId: scrutineer }] } } });
  const step = (kind: StepKind, personId: string, date: string, time: string, facts: Record<string, string | number> = {}) => takeStep(transaction, by(personId, date, time), { id }, { kind, facts });

  await step("notice-published", officer, timetable.noticeOn, "09:15", { letters: totals.issued });
  const sentAt = instantAt(timetable.nominationsCloseOn, "10:00");
  for (const [index, { name, organisation, statement, service, groups }] of candidates.entries()) {
    await transaction.nomination.create({
      data: {
        ...{ id: newId(), partnershipId: partnership.id, electionId: id, name, organisation, statement, service, email: "", language: "en", linkHash: newId(), number: index + 1 },
        ...{ sentAt, consentedAt: sentAt, ruling: "valid", ruledAt: sentAt, groups, answers: { by: "self", eligible: true } },
      },
    });
  }
  const { places } = contestOf(head, await listStanders(transaction, { id, partnershipId: partnership.id }));
  await step("candidates-confirmed", officer, timetable.candidatesOn, "14:00", { candidates: candidates.length, places });
  await step("poll-prepared", officer, timetable.candidatesOn, "16:30", { issued: totals.issued });
  await step("papers-reconciled", officer, timetable.pollClosesOn, "17:20");
  await transaction.sealedBallot.createMany({ data: ballots.map((ballot) => ({ id: newId(), partnershipId: partnership.id, electionId: id, ...ballot })) });
  await seal();
  await transaction.networkElection.update({ where: { id }, data: { lotText } });
  await step("lots-drawn", scrutineer, timetable.countOn, "10:05");

  const election = await findElection(transaction, partnership.id, id);
  const { contest, terms, standers } = await findContest(transaction, election);
  const counted = countTwice(election.rules, contest, terms);
  if (counted.kind !== "counted") throw new Error("A past election of the demonstration could not be counted");
  const countedAt = by(officer, timetable.countOn, "10:20");
  await transaction.electionCount.create({ data: { electionId: id, partnershipId: partnership.id, first: counted.first, second: counted.second, countedAt: countedAt.now, countedById: officer } });
  await step("counted", officer, timetable.countOn, "10:20");
  await transaction.electionScrutineer.update({ where: { electionId_personId: { electionId: id, personId: scrutineer } }, data: { signedAt: instantAt(timetable.countOn, "11:40"), report } });
  await step("signed", scrutineer, timetable.countOn, "11:40");
  await declare(transaction, by(officer, timetable.countOn, "12:00"), await findElection(transaction, partnership.id, id), { sheet: counted.sheet, standers });
  await step("confirmed", officer, addDays(timetable.challengesUntil, 1), "09:30");
  const elected = counted.sheet.elected.map((number) => standers.find((one) => one.number === number)!);
  const onConfirming = by(officer, addDays(timetable.challengesUntil, 1), "09:30");
  await seatElected(transaction, onConfirming, election, elected);
  await chairElected(transaction, onConfirming, election, elected, true);
  return id;

  async function seal(): Promise<void> {
    const codes = Array.from({ length: totals.online }, (_, index) => ({ electionId: id, code: newReference(), batch: 1 + Math.floor(index / 100) }));
    await transaction.trackingCode.createMany({ data: codes });
    const unsealed = await findElection(transaction, partnership.id, id);
    const { contest } = await findContest(transaction, unsealed);
    const ballotSalt = isSalted(unsealed) ? `${newReference()}-${newReference()}` : null;
    const [ballotHash, rulesHash] = [sha256(ballotFile(contest, ballotSalt)), sha256(rulesText({ ...unsealed, seats: places }))];
    await transaction.networkElection.update({ where: { id }, data: { totals, ballotSalt, ballotHash, rulesHash } });
    await step("sealed", officer, timetable.pollClosesOn, "17:45", { issued: totals.issued, ballotHash, rulesHash });
    await step("key-destroyed", officer, timetable.pollClosesOn, "17:45");
  }
}

/** What the nightly clock did when the year of an election was over, and its returning officer some days after. [COUNTING 4.6] */
export async function destroyAfterAYear(transaction: Transaction, { id: partnershipId }: Partnership, electionId: string, now: Date): Promise<void> {
  const { clock } = await findKeptElection(transaction, { id: electionId, partnershipId }, dayOf(now));
  const nightOn = addDays(fileKeptUntil(clock!), 1);
  await destroyElectionFile(transaction, { id: electionId, partnershipId }, instantAt(nightOn, "03:17"));
  // because the demonstration begins with no letter waiting
  await transaction.letter.deleteMany({ where: { kind: "elections/destroy-papers" } });
  const election = await findElection(transaction, partnershipId, electionId);
  const on = addDays(nightOn, 6);
  await recordPapersDestroyed(transaction, { partnershipId, personId: election.returningOfficerId, now: instantAt(on, "16:05") }, election, { on, way: "shredded" });
}
