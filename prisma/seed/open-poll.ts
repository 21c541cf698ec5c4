// Saves an election of which the poll is open: the network's groups choose two people for the hardship fund's panel. Its poll is prepared as any,
// with a key in the data folder. How some have voted is in the box; who of them did, chance said, and nobody knows.
import { rowOfBox } from "#app/elections/box.store.server.ts";
import { preparePoll, replaceCode } from "#app/elections/codes.store.server.ts";
import { usualHead, type ElectionHead, type StepKind } from "#app/elections/election.ts";
import { beginElection, findElection, saveTimetable, takeStep } from "#app/elections/elections.store.server.ts";
import { formVersion } from "#app/elections/nomination-form.ts";
import { saveOfficers } from "#app/elections/officers.store.server.ts";
import { receiveEnvelope } from "#app/elections/papers.store.server.ts";
import { pollKey } from "#app/elections/poll-key.server.ts";
import { changeVoter, listVoters, takeRoll } from "#app/elections/roll.store.server.ts";
import { shuffled } from "#app/elections/sealing.store.server.ts";
import { proposedTimetable, type Timetable } from "#app/elections/timetable.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, addMonths, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import { askedQuestion, pollCandidates, pollQuestion } from "./poll-candidates.ts";
import type { Structure } from "./structure.ts";
import { text } from "./text.ts";

const head: Omit<ElectionHead, "termStartsOn"> = {
  ...usualHead,
  title: text("Two people for the hardship fund’s panel", "Dau berson ar gyfer panel y gronfa galedi", "تنگ دستی فنڈ کے پینل کے لیے دو افراد"),
  role: text(
    "The hardship fund gives up to £300 to people in Tolbridge when something breaks and they cannot pay for another. Its panel of five reads what people ask for and decides. Two of the five are chosen by the network’s groups.",
    "Mae’r gronfa galedi yn rhoi hyd at £300 i bobl yn Tolbridge pan fydd rhywbeth yn torri ac na allant dalu am un arall. Mae ei phanel o bump yn darllen yr hyn y mae pobl yn gofyn amdano ac yn penderfynu. Grwpiau’r rhwydwaith sy’n dewis dau o’r pump.",
    "تنگ دستی فنڈ ٹول برج کے لوگوں کو £300 تک دیتا ہے جب کوئی چیز خراب ہو جائے اور وہ دوسری نہ خرید سکیں۔ پانچ افراد کا پینل درخواستیں پڑھتا اور فیصلہ کرتا ہے۔ پانچ میں سے دو کو نیٹ ورک کے گروپ چنتے ہیں۔",
  ),
  timeNeeded: text("An evening each month, and an hour of reading before it.", "Noson bob mis, ac awr o ddarllen ymlaen llaw.", "ہر مہینے ایک شام، اور اس سے پہلے ایک گھنٹے کا مطالعہ۔"),
  ...{ seats: 2, termInMonths: 24, supporters: 1 },
};

/** What lies in the box: candidates in the order of preference. */
const votes = [[1, 4], [2, 3, 1], [3], [4, 1, 2], [2, 1], [1, 2, 4, 3]];

/** Open for some days already and for some days yet, on whatever day it is. */
export function openPollTimetable(today: string): Timetable {
  return proposedTimetable(addDays(today, -37));
}

export async function seedOpenPoll(transaction: Transaction, partnership: Partnership, structure: Pick<Structure, "organisations">, now: Date): Promise<void> {
  const network = await findNetwork(transaction, partnership.id, "community-network");
  const idOf = async (email: string) => (await transaction.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  const [keeper, officer, scrutineer] = [await idOf("sandra.oakes@communitylink.example"), await idOf("helen.standish@tolbridge.example"), await idOf("graham.tuffley@marlshire.example")];
  const dates = openPollTimetable(dayOf(now));
  const by = (personId: string, date: string, time: string) => ({ partnershipId: partnership.id, personId, now: instantAt(date, time) });

  const begun = by(keeper, addDays(dates.noticeOn, -10), "11:35");
  const id = await beginElection(transaction, begun, network.id, { ...head, termStartsOn: `${addMonths(dates.challengesUntil, 1).slice(0, 7)}-01` });
  await saveTimetable(transaction, begun, { id }, dates);
  await saveOfficers(transaction, begun, { id }, { returningOfficerId: officer, scrutineerIds: [scrutineer] });
  const find = () => findElection(transaction, partnership.id, id);
  const step = (kind: StepKind, on: ReturnType<typeof by>, facts: Record<string, number>) => takeStep(transaction, on, { id }, { kind, facts });
  await step("notice-published", by(keeper, dates.noticeOn, "09:20"), { letters: 11 });
  await takeRoll(transaction, by(keeper, dates.noticeOn, "11:15"), await find());
  await seedCandidates(transaction, partnership, structure, { id, networkId: network.id, dates });
  await step("candidates-confirmed", by(officer, dates.candidatesOn, "14:00"), { candidates: pollCandidates.length, places: head.seats, empty: 0, kept: 0 });

  const { voters } = await listVoters(transaction, { id }, {});
  const [byPost, lost, onPaper] = ["Tolbridge Over-Sixties Club", "East Field Residents’ Association", "Millbrook Mosque"].map((name) => voters.find((one) => one.name === name)!);
  // who is written to on paper was entered so when the roll was made
  const { name, delegate, language } = byPost!;
  await changeVoter(transaction, by(keeper, dates.noticeOn, "11:30"), byPost!, { name, delegate, language, email: null, post: "The Club Room, 2 Chapel Row, Tolbridge" });
  const election = await find();
  await preparePoll(transaction, by(officer, dates.candidatesOn, "16:10"), election);
  // because the letters of this poll went on the day on which it opened, long before anybody looks
  await transaction.voterLetter.updateMany({ where: { voter: { electionId: id } }, data: { sentAt: instantAt(dates.pollOpensOn, "00:05"), nextAttemptAt: null, attempts: 1 } });
  const key = pollKey(id)!;
  await receiveEnvelope(transaction, by(keeper, addDays(dates.pollOpensOn, 2), "10:30"), key, election, onPaper!.number);
  await replaceCode(transaction, by(officer, addDays(dayOf(now), -1), "15:50"), election, lost!.id, { way: "post", reason: "The letter went to somebody who has left the group" });
  // in an order that is drawn anew each time, so that this file does not tell how anybody voted
  const voted = shuffled(voters.filter((one) => one !== lost && one !== onPaper)).slice(0, votes.length);
  await transaction.ballotBox.createMany({ data: voted.map((voter, index) => rowOfBox(key, { id }, voter.id, { preferences: votes[index]!, tracking: newReference() })) });
}

type Held = { id: string; networkId: string; dates: Timetable };

async function seedCandidates(transaction: Transaction, { id: partnershipId }: Partnership, { organisations }: Pick<Structure, "organisations">, { id: electionId, networkId, dates }: Held): Promise<void> {
  const sentAt = instantAt(addDays(dates.nominationsOpenOn, 9), "10:40");
  const memberOf = async (organisationId: string) => (await transaction.networkMember.findUniqueOrThrow({ where: { networkId_organisationId: { networkId, organisationId } }, select: { id: true } })).id;
  const putAt = instantAt(dates.pollOpensOn, "11:00");
  const questionId = newId();
  const question = { partnershipId, electionId, askedLanguage: "en" };
  await transaction.hustingsQuestion.create({ data: { ...question, id: questionId, text: pollQuestion, askedText: "", askedAt: instantAt(dates.candidatesOn, "18:30"), putAt } });
  await transaction.hustingsQuestion.create({ data: { ...question, id: newId(), text: {}, askedText: askedQuestion, askedAt: instantAt(addDays(dates.pollOpensOn, 1), "20:15") } });
  for (const [index, { name, of, proposer, statement, conflicts = "", service = "", answer }] of pollCandidates.entries()) {
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@tolbridgegroups.example`;
    await transaction.nomination.create({
      data: {
        ...{ id: newId(), partnershipId, electionId, name, organisationId: organisations[of], email, language: "en", statement, conflicts, service, linkHash: newId(), number: index + 1 },
        ...{ sentAt, consentedAt: sentAt, ruling: "valid", ruledAt: instantAt(dates.candidatesOn, "13:20"), answers: { by: "self", eligible: true, formVersion } },
        supports: { create: [{ part: "proposer", memberId: await memberOf(organisations[proposer]), linkHash: newId(), confirmedAt: sentAt }] },
        answersGiven: { create: [{ questionId, text: answer, at: instantAt(addDays(dates.pollOpensOn, 1), "19:00") }] },
      },
    });
  }
}
