// What meetings agreed that somebody does: of one meeting, and of all of a partnership.
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { literalInLike } from "#app/shared/like.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isSame } from "#app/shared/same.ts";
import type { ActionFilter } from "./action.ts";
import type { By } from "./meetings.store.server.ts";
import { recordMinuted } from "./minutes.store.server.ts";

type Of = { id: string; partnershipId: string };

export type Action = { id: string; itemId: string; text: Text; owner: string; dueOn: string; doneOn: string | null; note: Text };

export const mostActions = 100;

const withOwner = { appointment: { select: { name: true } } } as const;

type Row = { id: string; itemId: string; text: unknown; ownerName: string; dueOn: Date; doneOn: Date | null; note: unknown; appointment: { name: string } | null };

function read({ appointment, ...row }: Row): Action {
  return {
    ...{ id: row.id, itemId: row.itemId, text: textSchema.parse(row.text), owner: appointment?.name ?? row.ownerName, note: textSchema.parse(row.note) },
    ...{ dueOn: dayColumn.parse(row.dueOn), doneOn: row.doneOn && dayColumn.parse(row.doneOn) },
  };
}

/** What was agreed at a meeting that somebody does, soonest first. */
export async function listActions(on: Database, { id: meetingId }: Pick<Of, "id">): Promise<Action[]> {
  const rows = await on.meetingAction.findMany({ where: { meetingId }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: mostActions, include: withOwner });
  return rows.map(read);
}

export type NewAction = { itemId: string; text: Text; appointmentId: string | null; ownerName: string; dueOn: string };

/** Adds an action; the same pressed twice is one. False where there is no room. */
export async function addAction(transaction: Transaction, by: By, meeting: Of, { dueOn, ...action }: NewAction): Promise<boolean> {
  const there = await transaction.meetingAction.findMany({ where: { meetingId: meeting.id }, select: { itemId: true, text: true } });
  if (there.some(({ itemId, text }) => itemId === action.itemId && isSame(text, action.text))) return true;
  if (there.length >= mostActions) return false;
  await transaction.meetingAction.create({ data: { id: newId(), partnershipId: by.partnershipId, meetingId: meeting.id, ...action, dueOn: dayIn(dueOn), createdAt: by.now } });
  await recordMinuted(transaction, by, meeting.id, "meeting.add-action");
  return true;
}

/** Without a note, what is done already stays as it was said. */
type Settled = { doneOn: string; note?: Text };

/** Says that an action was done on a day, or that it is not done after all; what is said already is not said again. */
export async function settleAction(transaction: Transaction, by: By, meeting: Pick<Of, "id">, id: string, done: Settled | null): Promise<void> {
  const there = await transaction.meetingAction.findFirst({ where: { id, meetingId: meeting.id, partnershipId: by.partnershipId }, include: withOwner });
  if (!there) throw notFound();
  const { doneOn, note } = read(there);
  if (done && !done.note && doneOn !== null) return;
  const told = { doneOn: done?.doneOn ?? null, note: done?.note ?? {} };
  if (doneOn === told.doneOn && isSame(note, told.note)) return;
  await transaction.meetingAction.update({ where: { id }, data: { doneOn: dayIn(told.doneOn), note: told.note, revision: { increment: 1 } } });
  await recordMinuted(transaction, by, meeting.id, "meeting.settle-action");
}

export type ListedAction = Action & { meeting: { id: string; startsAt: Date; bodyName: Text } };

const withMeeting = { ...withOwner, meeting: { select: { id: true, startsAt: true, body: { select: { name: true } } } } } as const;

type RowWithMeeting = Row & { meeting: { id: string; startsAt: Date; body: { name: unknown } } };

function readListed({ meeting, ...row }: RowWithMeeting): ListedAction {
  return { ...read(row), meeting: { id: meeting.id, startsAt: meeting.startsAt, bodyName: textSchema.parse(meeting.body.name) } };
}

const actionsAPage = 20;

function which(filter: ActionFilter, today: string) {
  if (filter === "all") return {};
  if (filter === "done") return { doneOn: { not: null } };
  return { doneOn: null, ...(filter === "overdue" && { dueOn: { lt: dayIn(today) } }) };
}

type Listed = { partnershipId: string; filter: ActionFilter; bodyId?: string | null; owner?: string; today: string; after?: string | null; most?: number };

/** The actions of a partnership, of all bodies or of one, of whoever has such a name: what is to be done soonest first, everything else latest first. */
export async function listEveryAction(on: Database, { partnershipId, filter, bodyId, owner, today, after, most = actionsAPage }: Listed): Promise<{ actions: ListedAction[]; nextAfter: string | null }> {
  const way = filter === "open" || filter === "overdue" ? "asc" : "desc";
  const named = owner ? { contains: literalInLike(owner), mode: "insensitive" as const } : null;
  const rows = await on.meetingAction.findMany({
    where: {
      ...{ partnershipId, ...which(filter, today), ...(bodyId && { meeting: { bodyId } }) },
      ...(named && { OR: [{ appointment: { name: named } }, { appointmentId: null, ownerName: named }] }),
    },
    orderBy: [{ dueOn: way }, { id: way }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: most + 1,
    include: withMeeting,
  });
  const actions = rows.slice(0, most).map(readListed);
  return { actions, nextAfter: rows.length > most ? (actions.at(-1)?.id ?? null) : null };
}

/** How many are not done, and how many of them are overdue. */
export async function countActions(on: Database, partnershipId: string, today: string): Promise<{ open: number; overdue: number }> {
  const [open, overdue] = await Promise.all((["open", "overdue"] as const).map((filter) => on.meetingAction.count({ where: { partnershipId, ...which(filter, today) } })));
  return { open: open ?? 0, overdue: overdue ?? 0 };
}

/** An action of the partnership, or 404. */
export async function findAction(on: Database, partnershipId: string, id: string | undefined): Promise<ListedAction> {
  const row = await on.meetingAction.findFirst({ where: { id: id ?? "", partnershipId }, include: withMeeting });
  if (!row) throw notFound();
  return readListed(row);
}
