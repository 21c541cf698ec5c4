// Saves an election that is over: residents of Millbrook elected three of their own to the neighbourhood panel, one place kept for somebody under
// twenty-five. It was voted on, counted by both counters, declared and confirmed more than a year ago; one of the three has moved away since.
import { inductionSteps } from "#app/bodies/appointment.ts";
import { endAppointment, saveInduction } from "#app/bodies/appointments.store.server.ts";
import { findBody } from "#app/bodies/bodies.store.server.ts";
import { dayColumn } from "#app/bodies/columns.server.ts";
import { usualHead, type ElectionHead } from "#app/elections/election.ts";
import type { Totals } from "#app/elections/elections.store.server.ts";
import { listLinesOf } from "#app/elections/lines.store.server.ts";
import { proposedTimetable } from "#app/elections/timetable.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { saveHeldElection } from "./held-election.ts";
import { seedHustings } from "./hustings.ts";
import { pastCandidates, pastHustings } from "./past-candidates.ts";
import { chanceFrom, type Chance } from "./random.ts";
import { text } from "./text.ts";

/** Its year is over, and its sealed ballots are kept because a seat is free that the next may take. [COUNTING 4.6, D4(a)] */
const noticeDaysAgo = 430;
const totals: Totals = { issued: 412, returned: 187, online: 141, paper: 46, blank: 1, spoilt: 2, void: 3 };

const head: Omit<ElectionHead, "termStartsOn" | "reserves" | "lineId" | "chairBodyId"> = {
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
  const [category, group] = [newId(), newId()];
  const reserves = [{ id: category, name: reserve.name, justification: reserve.justification, groups: [{ id: group, name: reserve.group, least: 1, most: null }] }];
  const candidates = pastCandidates.map((one) => ({ ...one, groups: one.isYoung ? { [category]: group } : {} }));
  const report = "I checked the roll against the totals, compared the hash with the one published before the count, and counted the file again on my own laptop. The sheets agree.";
  const network = await findNetwork(transaction, partnership.id, "community-network");
  const lineId = (await listLinesOf(transaction, partnership.id, network.id)).find(({ body }) => body.slug === "millbrook-forum")?.id ?? null;
  // because whoever has most votes chairs the forum, and the second is vice-chair
  const { id: chairBodyId } = await findBody(transaction, partnership.id, "millbrook-forum");
  const id = await saveHeldElection(transaction, partnership, { head: { ...head, reserves, lineId, chairBodyId }, noticeDaysAgo, totals, candidates, ballots: cast(), lotText: "5 2 6 6 1", report }, now);
  const { noticeOn, pollOpensOn } = proposedTimetable(addDays(dayOf(now), -noticeDaysAgo));
  await seedHustings(transaction, { id, partnershipId: partnership.id }, addDays(pollOpensOn, 2), instantAt(noticeOn, "12:00"), pastHustings);
  await sitSince(transaction, partnership, id, now);
}

/** All three came to the panel; one of them has moved away since, so that it is to be asked who is next. */
async function sitSince(transaction: Transaction, partnership: Partnership, electionId: string, now: Date): Promise<void> {
  const { id: personId } = await transaction.person.findUniqueOrThrow({ where: { email: "eleri.whitcombe@marlshire.example" }, select: { id: true } });
  const by = { partnershipId: partnership.id, personId };
  const seats = await transaction.appointment.findMany({ where: { electionId }, orderBy: { seat: "asc" } });
  for (const seat of seats) await saveInduction(transaction, by, seat, inductionSteps.map((code) => ({ code, doneOn: dayColumn.parse(seat.startsOn) })));
  const gone = seats.find(({ name }) => pastCandidates.some((one) => one.name === name && !one.isYoung))!;
  await endAppointment(transaction, by, gone, { endedOn: addDays(dayOf(now), -60), endedFor: "resigned" });
}

function cast(): { preferences: number[]; spoilt: string | null }[] {
  const chance = chanceFrom(4);
  const votes = totals.returned - totals.blank - totals.spoilt;
  return [
    ...Array.from({ length: votes }, () => ({ preferences: rankedBy(chance), spoilt: null })),
    ...Array.from({ length: totals.blank }, () => ({ preferences: [], spoilt: "blank" })),
    ...Array.from({ length: totals.spoilt }, () => ({ preferences: [], spoilt: "unclear" })),
  ];
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
