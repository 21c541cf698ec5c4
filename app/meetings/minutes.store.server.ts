// The minutes of a meeting: what was said of each item, what was agreed that somebody does, and what was decided there.
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { isSame } from "#app/shared/same.ts";
import type { By } from "./meetings.store.server.ts";

type Of = { id: string; partnershipId: string };

async function record(transaction: Transaction, { partnershipId, personId }: By, meetingId: string, action: string): Promise<void> {
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "meeting", subjectId: meetingId });
}

/** Writes what was said of items. The caller holds the meeting. */
export async function writeMinutes(transaction: Transaction, by: By, meeting: Of, minutes: ReadonlyMap<string, Text>): Promise<void> {
  for (const [itemId, minute] of minutes) await transaction.agendaItem.updateMany({ where: { id: itemId, meetingId: meeting.id }, data: { minute } });
  await record(transaction, by, meeting.id, "meeting.write-minutes");
}

/** Says that the minutes are written, or that they are not after all; from when everybody reads them is the body's rule. */
export async function markReady(transaction: Transaction, by: By, meeting: Of, isReady: boolean): Promise<void> {
  await transaction.meeting.update({ where: { id: meeting.id }, data: { minutesReadyAt: isReady ? by.now : null, revision: { increment: 1 } } });
  await record(transaction, by, meeting.id, isReady ? "meeting.minutes-ready" : "meeting.minutes-reopen");
}

/** The day on which the next meeting agreed them. */
export async function approveMinutes(transaction: Transaction, by: By, meeting: Of, approvedOn: string): Promise<void> {
  await transaction.meeting.update({ where: { id: meeting.id }, data: { minutesApprovedOn: dayIn(approvedOn), revision: { increment: 1 } } });
  await record(transaction, by, meeting.id, "meeting.minutes-approve");
}

export type Action = { id: string; itemId: string; text: Text; owner: string; dueOn: string; doneOn: string | null };

export const mostActions = 100;

/** What was agreed at a meeting that somebody does, soonest first. */
export async function listActions(on: Database, { id: meetingId }: Pick<Of, "id">): Promise<Action[]> {
  const rows = await on.meetingAction.findMany({
    where: { meetingId },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: mostActions,
    include: { appointment: { select: { name: true } } },
  });
  return rows.map(({ appointment, ...row }) => ({
    ...{ id: row.id, itemId: row.itemId, text: textSchema.parse(row.text), owner: appointment?.name ?? row.ownerName },
    ...{ dueOn: dayColumn.parse(row.dueOn), doneOn: row.doneOn && dayColumn.parse(row.doneOn) },
  }));
}

export type NewAction = { itemId: string; text: Text; appointmentId: string | null; ownerName: string; dueOn: string };

/** Adds an action; the same pressed twice is one. False where there is no room. */
export async function addAction(transaction: Transaction, by: By, meeting: Of, { dueOn, ...action }: NewAction): Promise<boolean> {
  const there = await transaction.meetingAction.findMany({ where: { meetingId: meeting.id }, select: { itemId: true, text: true } });
  if (there.some(({ itemId, text }) => itemId === action.itemId && isSame(text, action.text))) return true;
  if (there.length >= mostActions) return false;
  await transaction.meetingAction.create({ data: { id: newId(), partnershipId: by.partnershipId, meetingId: meeting.id, ...action, dueOn: dayIn(dueOn), createdAt: by.now } });
  await record(transaction, by, meeting.id, "meeting.add-action");
  return true;
}

/** Says that an action was done on a day, or is not done after all. */
export async function settleAction(transaction: Transaction, by: By, meeting: Of, id: string, doneOn: string | null): Promise<void> {
  await transaction.meetingAction.updateMany({ where: { id, meetingId: meeting.id }, data: { doneOn: dayIn(doneOn), revision: { increment: 1 } } });
  await record(transaction, by, meeting.id, "meeting.settle-action");
}

export type Minuted = { itemId: string; decisionId: string; text: Text; path: string; isCarried: boolean };

/** The decisions of a meeting, in the order in which they were told. */
export async function listMinuted(on: Database, { id: meetingId }: Pick<Of, "id">): Promise<Minuted[]> {
  const rows = await on.minutedDecision.findMany({ where: { item: { meetingId } }, orderBy: [{ minutedAt: "asc" }, { decisionId: "asc" }] });
  return rows.map(({ itemId, decisionId, text, path, isCarried }) => ({ itemId, decisionId, path, isCarried, text: textSchema.parse(text) }));
}
