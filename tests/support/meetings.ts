// Meetings for tests: of a body, with an agenda that went out, and a paper.
import { addAction, listActions } from "#app/meetings/actions.store.server.ts";
import { addItem } from "#app/meetings/agenda.store.server.ts";
import type { Meeting } from "#app/meetings/meeting.ts";
import { findMeeting, planMeetings, type By } from "#app/meetings/meetings.store.server.ts";
import { addPaper, markSent } from "#app/meetings/papers.store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";

type Wanted = { partnershipId: string; bodyId: string; startsAt?: Date; calledAt?: Date | null; fileId?: string };

/** A meeting to come, a fortnight from now, with one item and one paper. */
export async function buildMeeting({ partnershipId, bodyId, fileId, ...wanted }: Wanted): Promise<{ meeting: Meeting; itemId: string; paperId: string }> {
  const now = new Date();
  const startsAt = wanted.startsAt ?? new Date(now.getTime() + 14 * 86_400_000);
  const endsAt = new Date(startsAt.getTime() + 7_200_000);
  const by: By = { partnershipId, personId: newId(), now };
  const place = { title: {}, venue: { en: "Town hall" }, address: null, link: null, access: [], isOpen: true };
  const { meetingId, itemId, paperId } = await inTransaction(async (transaction) => {
    const [id = ""] = await planMeetings(transaction, by, [{ bodyId, ...place, startsAt, endsAt }]);
    const meeting = await findMeeting(transaction, partnershipId, id);
    const item = { kind: "item" as const, purpose: "decide" as const, title: { en: "The budget" }, about: {}, justification: {}, lengthInMinutes: 20, isPrivate: false };
    const itemId = (await addItem(transaction, by, meeting, item)) ?? "";
    const paper = { title: { en: "What we spend" }, text: fileId === undefined ? { en: "Forty pounds." } : {}, lateFor: {} };
    const paperId = (await addPaper(transaction, by, meeting, itemId, paper, null)) ?? "";
    if (fileId !== undefined) await transaction.paper.update({ where: { id: paperId }, data: { fileId } });
    await markSent(transaction, by, meeting, [{ id: paperId, isLate: false }]);
    await transaction.meeting.update({ where: { id }, data: { calledAt: wanted.calledAt === undefined ? now : wanted.calledAt } });
    return { meetingId: id, itemId, paperId };
  });
  return { meeting: await findMeeting(db(), partnershipId, meetingId), itemId, paperId };
}

/** The same, with something that was agreed there. */
export async function buildMeetingWithAction(wanted: Wanted) {
  const built = await buildMeeting(wanted);
  const by: By = { partnershipId: wanted.partnershipId, personId: newId(), now: new Date() };
  await inTransaction((transaction) => addAction(transaction, by, built.meeting, { itemId: built.itemId, text: { en: "Ask the schools" }, appointmentId: null, ownerName: "Jo Lee", dueOn: "2027-03-01" }));
  return { ...built, actionId: (await listActions(db(), built.meeting))[0]!.id };
}

type Seated = { name: string; personId?: string; organisationId?: string; seniority?: string };

/** Seats on a body for people, held from 2020 until 2040, in one line; the ids of their appointments, in order. */
export async function seatPeople({ partnershipId, bodyId, people }: { partnershipId: string; bodyId: string; people: readonly Seated[] }): Promise<string[]> {
  const [schemeId, lineId] = [newId(), newId()];
  const ids = people.map(() => newId());
  const [startsOn, endsOn] = [new Date("2020-01-01"), new Date("2040-01-01")];
  await db().seatScheme.create({ data: { id: schemeId, partnershipId, bodyId, version: 1, startsOn } });
  await db().seatLine.create({ data: { id: lineId, partnershipId, bodyId, schemeId, position: 1, sector: "any", basis: "fixed", count: people.length, holder: { en: "Member" } } });
  for (const [index, person] of people.entries()) {
    await db().appointment.create({
      data: { ...{ id: ids[index]!, partnershipId, bodyId, lineId, seat: index + 1, startsOn, endsOn, chosenHow: "founding", chosenBy: "The founding", inductedOn: startsOn }, ...person },
    });
  }
  return ids;
}
