// Saves the meetings of the Tolbridge Partnership: those that were held with who came, and those to come with their agendas.
import { addAction, settleAction } from "#app/meetings/actions.store.server.ts";
import { addItem } from "#app/meetings/agenda.store.server.ts";
import { recordAttendance, sayBeforehand } from "#app/meetings/attendance.store.server.ts";
import type { Came } from "#app/meetings/attendance.ts";
import { findMeeting, planMeetings } from "#app/meetings/meetings.store.server.ts";
import { writeMinutes } from "#app/meetings/minutes.store.server.ts";
import { addPaper, markSent } from "#app/meetings/papers.store.server.ts";
import { listPools, nameTurns } from "#app/meetings/turns.store.server.ts";
import { giveReport } from "#app/meetings/reports.store.server.ts";
import { dayIn } from "#app/bodies/columns.server.ts";
import { listSitting } from "#app/bodies/appointments.store.server.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { isWorkingDay } from "#app/shared/working-days.ts";
import { meetings, type SeededItem, type SeededMeeting } from "./decided.ts";
import { minuted, type Minuted } from "./minuted.ts";
import type { Structure } from "./structure.ts";
import { text } from "./text.ts";

const places: Record<string, { venue: ReturnType<typeof text>; address: string }> = {
  usual: { venue: text("Old Corn Exchange, upper room", "Yr Hen Gyfnewidfa Ŷd, yr ystafell uchaf", "اولڈ کارن ایکسچینج، بالائی کمرہ"), address: "Market Place, Tolbridge" },
  partnership: { venue: text("Tolbridge College, main hall", "Coleg Tolbridge, y brif neuadd", "ٹول برج کالج، مرکزی ہال"), address: "Station Road, Tolbridge" },
  "millbrook-forum": { venue: text("Millbrook community centre", "Canolfan gymunedol Millbrook", "مِل بروک کمیونٹی سینٹر"), address: "Mill Lane, Tolbridge" },
};

/** A Tuesday on which people work, not before so many days from today. */
function tuesdayFrom(date: string): string {
  const isTuesday = (day: string) => new Date(day).getUTCDay() === 2 && isWorkingDay(day);
  let day = date;
  while (!isTuesday(day)) day = addDays(day, 1);
  return day;
}

export type HeldItem = { item: SeededItem; meeting: SeededMeeting; itemId: string; startsAt: Date; endsAt: Date };

/** What was or will be on their agendas, in the order in which they meet. */
export async function seedMeetings(transaction: Transaction, structure: Structure): Promise<HeldItem[]> {
  const { now } = structure.by;
  const made: HeldItem[] = [];
  for (const meeting of [...meetings].sort((one, other) => one.inDays - other.inDays)) {
    const day = tuesdayFrom(addDays(dayOf(now), meeting.inDays));
    const startsAt = instantAt(day, meeting.at);
    const endsAt = new Date(startsAt.getTime() + meeting.hours * 3_600_000);
    made.push(...(await save(transaction, structure, meeting, { startsAt, endsAt })));
  }
  return made;
}

async function save(transaction: Transaction, structure: Structure, meeting: SeededMeeting, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Promise<HeldItem[]> {
  const { now, partnershipId } = structure.by;
  const bodyId = structure.bodies[meeting.body]!;
  const before = new Date(startsAt.getTime() - 12 * 86_400_000);
  const at = before < now ? before : now;
  const by = { ...structure.by, now: at };
  const { venue, address } = places[meeting.body] ?? places.usual!;
  const isOpen = meeting.body === "board" || meeting.body === "partnership" || meeting.body === "millbrook-forum";
  const place = { title: {}, venue, address, link: isOpen ? "https://meet.tolbridge.example/partnership" : null, access: ["step-free", "hearing-loop"], isOpen };
  const [id = ""] = await planMeetings(transaction, by, [{ bodyId, startsAt, endsAt, ...place } as Parameters<typeof planMeetings>[2][number]]);
  const found = await findMeeting(transaction, partnershipId, id);
  const made: HeldItem[] = [];
  const papers: { id: string; isLate: boolean }[] = [];
  for (const item of meeting.items) {
    const { title, kind = "item", justification = {}, decision, paper } = item;
    const details = { kind, purpose: decision ? "decide" : "discuss", title, about: {}, justification, lengthInMinutes: kind === "any-other-business" ? 10 : 25, isPrivate: false } as const;
    const itemId = (await addItem(transaction, by, found, details)) ?? "";
    const told = paper ?? (decision && { title: decision.title, text: decision.text });
    if (told) papers.push({ id: (await addPaper(transaction, by, found, itemId, { title: told.title, text: told.text, lateFor: {} }, null)) ?? "", isLate: false });
    made.push({ item, meeting, itemId, startsAt, endsAt });
  }
  if (meeting.items.length > 0) {
    if (papers.length > 0) await markSent(transaction, by, found, papers);
    await transaction.meeting.update({ where: { id }, data: { calledAt: at } });
    // whoever comes of a pool is named by the rota before the meeting
    if (endsAt >= now) for (const pool of await listPools(transaction, found)) await nameTurns(transaction, by, found, pool, pool.proposed);
  }
  if (endsAt < now) await hold(transaction, structure, { id, bodyId, day: dayOf(startsAt), endsAt, itemIds: made.map(({ itemId }) => itemId), named: namedOn(meeting), minutes: minuted[`${meeting.body} ${meeting.inDays}`] });
  return made;
}

/** Who stays away without a word, and who leads the meetings and is there. */
const [withoutAWord, inTheChair] = ["Professor Colin Ashe", "Bryony Clegg"];

/** Of whom is told what they did there; they came. */
function namedOn({ items }: SeededMeeting): Set<string> {
  const names = items.flatMap(({ decision, broughtBack }) => [...(decision?.against ?? []), ...(decision?.abstained ?? []), decision?.interest?.name, decision?.veto?.name, ...(broughtBack?.against ?? [])]);
  return new Set(names.flatMap((name) => name ?? []));
}

type Held = { id: string; bodyId: string; day: string; endsAt: Date; itemIds: readonly string[]; named: ReadonlySet<string>; minutes: Minuted | undefined };

/** Who came, what was said, who does what, and that the minutes are written. */
async function hold(transaction: Transaction, { by }: Structure, { id, bodyId, day, endsAt, itemIds, named, minutes }: Held): Promise<void> {
  const sitting = (await listSitting(transaction, bodyId, day)).filter(({ startsOn }) => startsOn <= day);
  const isAway = (name: string, index: number) => name === withoutAWord || (index % 7 === 3 && name !== inTheChair && !named.has(name));
  const came = (name: string, index: number): Came => (isAway(name, index) ? "absent" : index % 11 === 5 ? "online" : "here");
  const of = { id, partnershipId: by.partnershipId, startsAt: endsAt, body: { id: bodyId } };
  const seats = sitting.map(({ id: appointmentId, name, seniority }, index) => ({ appointmentId, came: came(name, index), standIn: "", seniority }));
  for (const [index, { id: appointmentId, name }] of sitting.entries()) {
    if (isAway(name, index) && name !== withoutAWord) await sayBeforehand(transaction, { ...by, now: endsAt }, of, { appointmentId, said: "apologies", standIn: "" });
  }
  await recordAttendance(transaction, { ...by, now: endsAt }, of, seats);
  const readyAt = new Date(endsAt.getTime() + 6 * 86_400_000);
  await transaction.meeting.update({ where: { id }, data: { minutesReadyAt: readyAt } });
  if (!minutes) return;
  const later = { ...by, now: readyAt };
  await writeMinutes(transaction, later, of, new Map(minutes.items.map((minute, index) => [itemIds[index]!, minute])));
  for (const { item, text: what, owner, dueInDays, isDone } of minutes.actions) {
    const seat = sitting.find(({ name }) => name === owner);
    const dueOn = addDays(day, dueInDays);
    await addAction(transaction, later, of, { itemId: itemIds[item]!, text: what, appointmentId: seat?.id ?? null, ownerName: seat ? "" : owner, dueOn });
    if (!isDone) continue;
    const { id: actionId } = await transaction.meetingAction.findFirstOrThrow({ where: { meetingId: id, dueOn: dayIn(dueOn), text: { equals: what } } });
    await settleAction(transaction, later, of, actionId, { doneOn: addDays(dueOn, -2) });
  }
  for (const { name, language, text: told } of minutes.reports ?? []) {
    const seat = sitting.find((one) => one.name === name);
    if (seat) await giveReport(transaction, later, of, { appointmentId: seat.id, text: told, language });
  }
}
