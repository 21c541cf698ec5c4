// What is due before a body. Whichever subject it belongs to raises it and settles it; an agenda is built from it without
// knowing whose it is.
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { purposes, type Purpose } from "./agenda.ts";
import type { DueState } from "./due.ts";

export type Due = {
  partnershipId: string;
  /** The body it is meant for; null where any may take it. */
  bodyId: string | null;
  /** Who raises it, for what, about which of its things: once for the three together. */
  subject: string;
  kind: string;
  sourceId: string;
  title: Text;
  /** Where it is read, from the first slash, without a language. */
  path: string;
  purpose: Purpose;
  /** A date; null where there is no hurry. */
  dueOn: string | null;
};

/** Raises something, or changes what was raised of it before; raised again after it was settled it is due again, from now. */
export async function raiseDue(transaction: Transaction, { partnershipId, subject, kind, sourceId, dueOn, ...due }: Due, now: Date): Promise<void> {
  const told = { ...due, dueOn: dayIn(dueOn), settledAt: null };
  await transaction.dueItem.updateMany({ where: { partnershipId, subject, kind, sourceId, settledAt: { not: null } }, data: { raisedAt: now } });
  await transaction.dueItem.upsert({
    where: { partnershipId_subject_kind_sourceId: { partnershipId, subject, kind, sourceId } },
    create: { id: newId(), partnershipId, subject, kind, sourceId, ...told, raisedAt: now },
    update: told,
  });
}

/** Settles what was raised; it stays on the agendas it stands on. */
export async function settleDue(transaction: Transaction, { partnershipId, subject, kind, sourceId }: Pick<Due, "partnershipId" | "subject" | "kind" | "sourceId">, now: Date): Promise<void> {
  await transaction.dueItem.updateMany({ where: { partnershipId, subject, kind, sourceId, settledAt: null }, data: { settledAt: now } });
}

export type DueItem = {
  id: string;
  title: Text;
  path: string;
  purpose: Purpose;
  subject: string;
  raisedAt: Date;
  dueOn: string | null;
  settledAt: Date | null;
  /** The body it is meant for; null where any may take it. */
  bodyName: Text | null;
  /** The agenda it stands on, of the latest meeting where there are several. */
  agenda: { meetingId: string; bodyName: Text; startsAt: Date } | null;
};

const purposeOf = (stored: string) => purposes.find((one) => one === stored) ?? "discuss";
const dueItemsAPage = 20;

const standing = { meeting: { cancelledAt: null } } as const;
const include = {
  body: { select: { name: true } },
  items: { where: standing, orderBy: { meeting: { startsAt: "desc" } }, take: 1, select: { meeting: { select: { id: true, startsAt: true, body: { select: { name: true } } } } } },
} as const;

const stands = {
  waiting: { settledAt: null, items: { none: standing } },
  "on-agenda": { settledAt: null, items: { some: standing } },
  settled: { settledAt: { not: null } },
} as const;

type Listed = { partnershipId: string; state: DueState; bodyId?: string | null; after?: string | null };

/** What is due, soonest first and what has no date last, or what was settled, latest first; of one body, what is meant for it or for any. */
export async function listDue(on: Database, { partnershipId, state, bodyId, after }: Listed): Promise<{ due: DueItem[]; nextAfter: string | null }> {
  const rows = await on.dueItem.findMany({
    where: { partnershipId, ...stands[state], ...(bodyId && { OR: [{ bodyId }, { bodyId: null }] }) },
    orderBy: state === "settled" ? [{ settledAt: "desc" }, { id: "asc" }] : [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: dueItemsAPage + 1,
    include,
  });
  const due = rows.slice(0, dueItemsAPage).map(({ body, items: [item], ...row }) => ({
    ...{ id: row.id, title: textSchema.parse(row.title), path: row.path, purpose: purposeOf(row.purpose), subject: row.subject },
    ...{ raisedAt: row.raisedAt, dueOn: row.dueOn && dayColumn.parse(row.dueOn), settledAt: row.settledAt, bodyName: body && textSchema.parse(body.name) },
    agenda: item ? { meetingId: item.meeting.id, startsAt: item.meeting.startsAt, bodyName: textSchema.parse(item.meeting.body.name) } : null,
  }));
  return { due, nextAfter: rows.length > dueItemsAPage ? (due.at(-1)?.id ?? null) : null };
}

/** Something due in the partnership, or 404. */
export async function findDue(on: Database, partnershipId: string, id: string): Promise<{ id: string; title: Text; purpose: Purpose }> {
  const row = await on.dueItem.findFirst({ where: { id, partnershipId } });
  if (!row) throw notFound();
  return { id: row.id, title: textSchema.parse(row.title), purpose: purposeOf(row.purpose) };
}
