// Saves an election that is over: residents of Millbrook elected three of their own to the neighbourhood panel, one place kept for somebody under
// twenty-five. It was voted on, counted by both counters, declared and confirmed more than a year ago.
import { contestOf } from "#app/elections/contest.ts";
import { countTwice } from "#app/elections/counted.ts";
import { ballotFile, rulesText } from "#app/elections/ballot-file.ts";
import { declare, findContest, listStanders } from "#app/elections/counts.store.server.ts";
import { usualHead, type ElectionHead, type StepKind } from "#app/elections/election.ts";
import { beginElection, findElection, saveTimetable, takeStep, type Totals } from "#app/elections/elections.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, addMonths, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId, newReference, sha256 } from "#app/shared/keys.server.ts";
import { pastCandidates } from "./past-candidates.ts";
import { chanceFrom, type Chance } from "./random.ts";
import { text } from "./text.ts";

/** Its papers and its roll are gone: they are kept for a year. [COUNTING 4.6] */
const noticeDaysAgo = 430;
const totals: Totals = { issued: 412, returned: 187, online: 141, paper: 46, blank: 1, spoilt: 2, void: 3 };

const head: Omit<ElectionHead, "termStartsOn" | "reserves"> = {
  ...usualHead,
  title: text("Three residents for Millbrook’s neighbourhood panel", "Tri phreswylydd ar gyfer panel cymdogaeth Millbrook", "مل بروک کے محلہ پینل کے لیے تین رہائشی"),
  role: text(
    "The panel meets every other month in the community centre. It says what the neighbourhood’s money is spent on first and is asked before anything is built.",
    "Mae’r panel yn cwrdd bob deufis yn y ganolfan gymunedol. Mae’n dweud ar beth y caiff arian y gymdogaeth ei wario gyntaf a gofynnir iddo cyn adeiladu dim.",
    "پینل ہر دوسرے مہینے کمیونٹی سنٹر میں ملتا ہے۔ وہ بتاتا ہے کہ محلے کی رقم پہلے کس پر خرچ ہو، اور کچھ بھی بننے سے پہلے اس سے پوچھا جاتا ہے۔",
  ),
  ...{ seats: 3, termInMonths: 36, electorate: "people", supporters: 0 },
};

const reserve = {
  name: text("Age", "Oedran", "عمر"),
  justification: text(
    "Three in ten people in Millbrook are under twenty-five, and nobody of them had ever sat on the panel. One place of three is kept for them (Equality Act 2010, section 158).",
    "Mae tri o bob deg o bobl Millbrook o dan bump ar hugain oed, ac nid oedd neb ohonynt erioed wedi eistedd ar y panel. Cedwir un lle o dri iddynt (Deddf Cydraddoldeb 2010, adran 158).",
    "مل بروک کے ہر دس میں سے تین لوگ پچیس سال سے کم عمر ہیں، اور ان میں سے کوئی کبھی پینل میں نہیں رہا۔ تین میں سے ایک نشست ان کے لیے مخصوص ہے (مساوات ایکٹ 2010، دفعہ 158)۔",
  ),
  group: text("Aged 16 to 24", "16 i 24 oed", "عمر 16 تا 24"),
};

export async function seedPastElection(transaction: Transaction, partnership: Partnership, now: Date): Promise<void> {
  const network = await findNetwork(transaction, partnership.id, "community-network");
  const idOf = async (email: string) => (await transaction.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  const [keeper, officer, scrutineer] = [await idOf("sandra.oakes@communitylink.example"), await idOf("helen.standish@tolbridge.example"), await idOf("graham.tuffley@marlshire.example")];
  const timetable = proposedTimetable(addDays(dayOf(now), -noticeDaysAgo));
  const by = (personId: string, date: string, time: string) => ({ partnershipId: partnership.id, personId, now: instantAt(date, time) });

  const [category, group] = [newId(), newId()];
  const reserves = [{ id: category, name: reserve.name, justification: reserve.justification, groups: [{ id: group, name: reserve.group, least: 1, most: null }] }];
  const begun = by(keeper, addDays(timetable.noticeOn, -12), "11:10");
  const id = await beginElection(transaction, begun, network.id, { ...head, reserves, termStartsOn: `${addMonths(timetable.challengesUntil, 1).slice(0, 7)}-01` });
  await saveTimetable(transaction, begun, { id }, timetable);
  await transaction.networkElection.update({ where: { id }, data: { returningOfficerId: officer, issued: totals.issued, scrutineers: { create: [{ personId: scrutineer }] } } });
  const step = (kind: StepKind, personId: string, date: string, time: string, facts: Record<string, string | number> = {}) => takeStep(transaction, by(personId, date, time), { id }, { kind, facts });

  await step("notice-published", officer, timetable.noticeOn, "09:15", { letters: 412 });
  const sentAt = instantAt(timetable.nominationsCloseOn, "10:00");
  for (const [index, { name, organisation, statement, service, isYoung }] of pastCandidates.entries()) {
    await transaction.nomination.create({
      data: {
        ...{ id: newId(), partnershipId: partnership.id, electionId: id, name, organisation, statement, service, email: "", language: "en", linkHash: newId(), number: index + 1 },
        ...{ sentAt, consentedAt: sentAt, ruling: "valid", ruledAt: sentAt, groups: isYoung ? { [category]: group } : {}, answers: { by: "self", eligible: true } },
      },
    });
  }
  const { places } = contestOf({ seats: head.seats, reserves }, await listStanders(transaction, { id, partnershipId: partnership.id }));
  await step("candidates-confirmed", officer, timetable.candidatesOn, "14:00", { candidates: pastCandidates.length, places });
  await step("poll-prepared", officer, timetable.candidatesOn, "16:30", { issued: totals.issued });
  await step("papers-reconciled", officer, timetable.pollClosesOn, "17:20");
  await keepBallots(transaction, partnership, id);
  await seal();
  const lotText = "5 2 6 6 1";
  await transaction.networkElection.update({ where: { id }, data: { lotText } });
  await step("lots-drawn", scrutineer, timetable.countOn, "10:05");

  const election = await findElection(transaction, partnership.id, id);
  const { contest, terms, standers } = await findContest(transaction, election);
  const counted = countTwice(election.rules, contest, terms);
  if (counted.kind !== "counted") throw new Error("The demonstration's past election could not be counted");
  const countedAt = by(officer, timetable.countOn, "10:20");
  await transaction.electionCount.create({ data: { electionId: id, partnershipId: partnership.id, first: counted.first, second: counted.second, countedAt: countedAt.now, countedById: officer } });
  await step("counted", officer, timetable.countOn, "10:20");
  const report = "I checked the roll against the totals, compared the hash with the one published before the count, and counted the file again on my own laptop. The sheets agree.";
  await transaction.electionScrutineer.update({ where: { electionId_personId: { electionId: id, personId: scrutineer } }, data: { signedAt: instantAt(timetable.countOn, "11:40"), report } });
  await step("signed", scrutineer, timetable.countOn, "11:40");
  await declare(transaction, by(officer, timetable.countOn, "12:00"), await findElection(transaction, partnership.id, id), { sheet: counted.sheet, standers });
  await step("confirmed", officer, addDays(timetable.challengesUntil, 1), "09:30");

  async function seal(): Promise<void> {
    const codes = Array.from({ length: totals.online }, (_, index) => ({ electionId: id, code: newReference(), batch: 1 + Math.floor(index / 100) }));
    await transaction.trackingCode.createMany({ data: codes });
    const unsealed = await findElection(transaction, partnership.id, id);
    const { contest } = await findContest(transaction, unsealed);
    const [ballotHash, rulesHash] = [sha256(ballotFile(contest)), sha256(rulesText({ ...unsealed, seats: places }))];
    await transaction.networkElection.update({ where: { id }, data: { totals, ballotHash, rulesHash } });
    await step("sealed", officer, timetable.pollClosesOn, "17:45", { ...totals, ballotHash, rulesHash });
    await step("key-destroyed", officer, timetable.pollClosesOn, "17:45");
  }
}

async function keepBallots(transaction: Transaction, partnership: Partnership, electionId: string): Promise<void> {
  const chance = chanceFrom(4);
  const votes = totals.returned - totals.blank - totals.spoilt;
  const ballots = [
    ...Array.from({ length: votes }, () => ({ preferences: rankedBy(chance), spoilt: null })),
    ...Array.from({ length: totals.blank }, () => ({ preferences: [], spoilt: "blank" })),
    ...Array.from({ length: totals.spoilt }, () => ({ preferences: [], spoilt: "unclear" })),
  ];
  await transaction.sealedBallot.createMany({ data: ballots.map((ballot) => ({ id: newId(), partnershipId: partnership.id, electionId, ...ballot })) });
}

/** Somebody's ranking: whom they know first, then whom those who like that one like too, until they know nobody more. */
function rankedBy(chance: Chance): number[] {
  let next = Number(chance.weighted(Object.fromEntries(pastCandidates.map(({ first }, index) => [String(index + 1), first]))));
  const ranked: number[] = [];
  while (next > 0 && !ranked.includes(next)) {
    ranked.push(next);
    next = Number(chance.weighted({ ...pastCandidates[next - 1]!.next })) || 0;
  }
  return ranked;
}
