// Agendas: items in their order, from what was typed and from what is due. The caller holds the meeting.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isSame } from "#app/shared/same.ts";
import type { Way } from "#app/shared/way.ts";
import { agendaItemSchema, inOrder, type AgendaItem } from "./agenda.ts";
import type { ItemDetails } from "./item-form.ts";
import type { By } from "./meetings.store.server.ts";

type Of = { id: string; partnershipId: string };

/** In the order in which they are taken. */
export async function listItems(on: Database, { id: meetingId, partnershipId }: Of): Promise<AgendaItem[]> {
  const rows = await on.agendaItem.findMany({ where: { meetingId, partnershipId } });
  return inOrder(rows.map((row) => agendaItemSchema.parse(row)));
}

/** An item of the meeting, or 404. */
export async function findItem(on: Database, { id: meetingId, partnershipId }: Of, id: string | undefined): Promise<AgendaItem> {
  const row = await on.agendaItem.findFirst({ where: { id: id ?? "", meetingId, partnershipId } });
  if (!row) throw notFound();
  return agendaItemSchema.parse(row);
}

async function record(transaction: Transaction, { partnershipId, personId }: By, meetingId: string, action: string, itemId: string): Promise<void> {
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "meeting", subjectId: meetingId, facts: { itemId } });
}

/** More than anybody gets through. */
export const mostItems = 60;

/** Adds an item behind the others of its kind; its id. The same pressed twice is one; null where there is no room. */
export async function addItem(transaction: Transaction, by: By, meeting: Of, details: ItemDetails, dueItemId: string | null = null): Promise<string | null> {
  const there = await listItems(transaction, meeting);
  const alike = there.find((item) => item.kind === details.kind && isSame(item.title, details.title) && item.dueItemId === dueItemId);
  if (alike) return alike.id;
  if (there.length >= mostItems) return null;
  const id = newId();
  const position = Math.max(0, ...there.map((item) => item.position)) + 1;
  await transaction.agendaItem.create({ data: { id, partnershipId: by.partnershipId, meetingId: meeting.id, position, dueItemId, ...details } });
  await record(transaction, by, meeting.id, "meeting.add-item", id);
  return id;
}

export async function changeItem(transaction: Transaction, by: By, meeting: Of, { id }: Pick<AgendaItem, "id">, details: ItemDetails): Promise<void> {
  await transaction.agendaItem.update({ where: { id }, data: { ...details, revision: { increment: 1 } } });
  await record(transaction, by, meeting.id, "meeting.change-item", id);
}

/** Puts an item one place up or down amongst those of its kind, as far as there is one. */
export async function moveItem(transaction: Transaction, by: By, meeting: Of, id: string, way: Way): Promise<void> {
  const item = await findItem(transaction, meeting, id);
  const alike = (await listItems(transaction, meeting)).filter(({ kind }) => kind === item.kind);
  const place = alike.findIndex((one) => one.id === id);
  const to = place + (way === "up" ? -1 : 1);
  if (to < 0 || to >= alike.length) return;
  const ids = alike.map((one) => one.id);
  ids.splice(to, 0, ...ids.splice(place, 1));
  for (const [index, one] of ids.entries()) await transaction.agendaItem.update({ where: { id: one }, data: { position: index + 1 } });
  await record(transaction, by, meeting.id, "meeting.move-item", id);
}

/** Takes an item off the agenda; false where papers, actions or decisions hang on it. */
export async function removeItem(transaction: Transaction, by: By, meeting: Of, id: string): Promise<boolean> {
  await findItem(transaction, meeting, id);
  const [papers, actions, decisions] = [
    await transaction.paper.count({ where: { itemId: id } }),
    await transaction.meetingAction.count({ where: { itemId: id } }),
    await transaction.decision.count({ where: { OR: [{ itemId: id }, { fullItemId: id }] } }),
  ];
  if (papers + actions + decisions > 0) return false;
  await transaction.agendaItem.delete({ where: { id } });
  await record(transaction, by, meeting.id, "meeting.remove-item", id);
  return true;
}
