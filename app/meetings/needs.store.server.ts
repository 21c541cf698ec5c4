// What members need to take part in meetings, said once for all of them, and whether it is met at each.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { AccessFact } from "#app/shared/access-facts.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { isSittingOn } from "./clashes.store.server.ts";
import { dayOfMeeting, type Meeting } from "./meeting.ts";
import type { By } from "./meetings.store.server.ts";

export type Need = { id: string; name: string; need: string; text: string; answer: { isMet: boolean; how: string } | null };

type Of = Pick<Meeting, "id" | "partnershipId" | "startsAt"> & { body: { id: string } };

export const mostNeeds = 20;

/** What those who sit on the body, or come to watch, need at a meeting; of one of them alone where an appointment is given. */
export async function listNeeds(on: Database, meeting: Of, appointmentIds?: readonly string[]): Promise<Need[]> {
  const there = appointmentIds
    ? { id: { in: [...appointmentIds] } }
    : { OR: [{ bodyId: meeting.body.id, AND: isSittingOn(dayOfMeeting(meeting)) }, { attendances: { some: { meetingId: meeting.id, role: "observer" } } }] };
  const rows = await on.accessNeed.findMany({
    where: { partnershipId: meeting.partnershipId, endedAt: null, appointment: there },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { appointment: { select: { name: true } }, answers: { where: { meetingId: meeting.id } } },
  });
  return rows.map(({ appointment, answers: [answer], ...row }) => ({
    ...{ id: row.id, name: appointment.name, need: row.need, text: row.text, answer: answer ? { isMet: answer.isMet, how: answer.how } : null },
  }));
}

/** Says what somebody needs; the same pressed twice is said once. False where they said as much as there is room for. */
export async function addNeed(transaction: Transaction, by: By, { appointmentId, need, text }: { appointmentId: string; need: AccessFact | "other"; text: string }): Promise<boolean> {
  const { partnershipId, personId, now } = by;
  const there = await transaction.accessNeed.findMany({ where: { appointmentId, endedAt: null }, select: { need: true, text: true } });
  if (there.some((one) => one.need === need && one.text === text)) return true;
  if (there.length >= mostNeeds) return false;
  await transaction.accessNeed.create({ data: { id: newId(), partnershipId, appointmentId, need, text, createdAt: now } });
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.add-need", subjectKind: "appointment", subjectId: appointmentId });
  return true;
}

/** Somebody does not need it any more. */
export async function endNeed(transaction: Transaction, { partnershipId, personId, now }: By, id: string, appointmentIds: readonly string[]): Promise<void> {
  const { count } = await transaction.accessNeed.updateMany({ where: { id, partnershipId, appointmentId: { in: [...appointmentIds] }, endedAt: null }, data: { endedAt: now } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "meeting.end-need", subjectKind: "appointment", subjectId: appointmentIds[0] ?? id });
}

/** Whether a need is met at a meeting, and how or why not; whoever said it reads that. */
export async function answerNeed(transaction: Transaction, { partnershipId, personId, now }: By, meeting: Of, { needId, isMet, how }: { needId: string; isMet: boolean; how: string }): Promise<void> {
  if ((await transaction.accessNeed.count({ where: { id: needId, partnershipId } })) === 0) return;
  const answer = { isMet, how, answeredAt: now };
  await transaction.accessAnswer.upsert({ where: { meetingId_needId: { meetingId: meeting.id, needId } }, create: { partnershipId, meetingId: meeting.id, needId, ...answer }, update: answer });
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.answer-need", subjectKind: "meeting", subjectId: meeting.id });
}
