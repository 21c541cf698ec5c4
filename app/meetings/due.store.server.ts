// What is due before a body. Whichever subject it belongs to raises it and settles it; an agenda is built from it without
// knowing whose it is.
import { dayIn } from "#app/bodies/columns.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { purposes, type Purpose } from "./agenda.ts";

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

/** Raises something, or changes what was raised of it before; raised again after it was settled it is due again. */
export async function raiseDue(transaction: Transaction, { partnershipId, subject, kind, sourceId, dueOn, ...due }: Due, now: Date): Promise<void> {
  const told = { ...due, dueOn: dayIn(dueOn), settledAt: null };
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

export type DueItem = { id: string; title: Text; path: string; purpose: Purpose; dueOn: string | null; bodyId: string | null; bodyName: Text | null; isOnAgenda: boolean };

const purposeOf = (stored: string) => purposes.find((one) => one === stored) ?? "discuss";
const dueItemsAPage = 20;

const include = { body: { select: { name: true } }, items: { select: { id: true }, where: { meeting: { cancelledAt: null } }, take: 1 } } as const;

type Listed = { partnershipId: string; after?: string | null; forBody?: string };

/** What is not settled, soonest first and what has no date last; for one body, what is meant for it or for any and stands on no agenda. */
export async function listDue(on: Database, { partnershipId, after, forBody }: Listed): Promise<{ due: DueItem[]; nextAfter: string | null }> {
  const rows = await on.dueItem.findMany({
    where: {
      ...{ partnershipId, settledAt: null },
      ...(forBody && { OR: [{ bodyId: forBody }, { bodyId: null }], items: { none: { meeting: { cancelledAt: null } } } }),
    },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: dueItemsAPage + 1,
    include,
  });
  const due = rows.slice(0, dueItemsAPage).map(({ body, items, ...row }) => ({
    ...{ id: row.id, title: textSchema.parse(row.title), path: row.path, purpose: purposeOf(row.purpose), bodyId: row.bodyId },
    ...{ dueOn: row.dueOn && row.dueOn.toISOString().slice(0, 10), bodyName: body && textSchema.parse(body.name), isOnAgenda: items.length > 0 },
  }));
  return { due, nextAfter: rows.length > dueItemsAPage ? (due.at(-1)?.id ?? null) : null };
}

/** Something due in the partnership, or 404. */
export async function findDue(on: Database, partnershipId: string, id: string): Promise<{ id: string; title: Text; purpose: Purpose }> {
  const row = await on.dueItem.findFirst({ where: { id, partnershipId } });
  if (!row) throw notFound();
  return { id: row.id, title: textSchema.parse(row.title), purpose: purposeOf(row.purpose) };
}
