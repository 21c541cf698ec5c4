// The minutes of a meeting: what was said of each item, and what was decided there.
import { dayIn } from "#app/bodies/columns.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import type { By } from "./meetings.store.server.ts";

type Of = { id: string; partnershipId: string };

/** Records what somebody did with what a meeting left, which everybody reads in its minutes. */
export async function recordMinuted(transaction: Transaction, { partnershipId, personId }: By, meetingId: string, action: string): Promise<void> {
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "meeting", subjectId: meetingId });
}

/** Writes what was said of items. The caller holds the meeting. */
export async function writeMinutes(transaction: Transaction, by: By, meeting: Of, minutes: ReadonlyMap<string, Text>): Promise<void> {
  for (const [itemId, minute] of minutes) await transaction.agendaItem.updateMany({ where: { id: itemId, meetingId: meeting.id }, data: { minute } });
  await recordMinuted(transaction, by, meeting.id, "meeting.write-minutes");
}

/** Says that the minutes are written, or that they are not after all; from when everybody reads them is the body's rule. */
export async function markReady(transaction: Transaction, by: By, meeting: Of, isReady: boolean): Promise<void> {
  await transaction.meeting.update({ where: { id: meeting.id }, data: { minutesReadyAt: isReady ? by.now : null, revision: { increment: 1 } } });
  await recordMinuted(transaction, by, meeting.id, isReady ? "meeting.minutes-ready" : "meeting.minutes-reopen");
}

/** The day on which the next meeting agreed them. */
export async function approveMinutes(transaction: Transaction, by: By, meeting: Of, approvedOn: string): Promise<void> {
  await transaction.meeting.update({ where: { id: meeting.id }, data: { minutesApprovedOn: dayIn(approvedOn), revision: { increment: 1 } } });
  await recordMinuted(transaction, by, meeting.id, "meeting.minutes-approve");
}

export type Minuted = { itemId: string; decisionId: string; text: Text; path: string; isCarried: boolean };

/** The decisions of a meeting, in the order in which they were told. */
export async function listMinuted(on: Database, { id: meetingId }: Pick<Of, "id">): Promise<Minuted[]> {
  const rows = await on.minutedDecision.findMany({ where: { item: { meetingId } }, orderBy: [{ minutedAt: "asc" }, { decisionId: "asc" }] });
  return rows.map(({ itemId, decisionId, text, path, isCarried }) => ({ itemId, decisionId, path, isCarried, text: textSchema.parse(text) }));
}
