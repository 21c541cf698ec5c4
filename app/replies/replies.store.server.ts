// The replies to what people said in a consultation, in their order. The caller holds the consultation and has asked the policy.
import { z } from "zod";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Way } from "#app/shared/way.ts";
import { tellOfReply, writeOutcome, type By } from "./outcome.store.server.ts";
import { mostReplies, progresses, verdicts, type Progress, type Reply, type ReplyTexts } from "./reply.ts";

const storedSchema = z.object({
  ...{ id: z.string(), said: textSchema, did: textSchema, owner: textSchema, verdict: z.enum(verdicts), progress: z.enum(progresses) },
  dueOn: z.date().nullable().transform((date) => date?.toISOString().slice(0, 10) ?? null),
  ...{ questionIds: z.array(z.string()), codeIds: z.array(z.string()), evidence: z.string().nullable(), updatedAt: z.date() },
});

const inOrder = [{ place: "asc" as const }, { id: "asc" as const }];

/** Every reply of a consultation, in order. */
export async function listReplies(on: Database, consultationId: string): Promise<Reply[]> {
  const rows = await on.reply.findMany({ where: { consultationId }, orderBy: inOrder, take: mostReplies });
  return rows.map((row) => storedSchema.parse(row));
}

/** A reply of the consultation, or 404. */
export async function findReply(on: Database, consultationId: string, id: string | undefined): Promise<Reply> {
  const row = id === undefined ? null : await on.reply.findFirst({ where: { id, consultationId } });
  if (!row) throw notFound();
  return storedSchema.parse(row);
}

export type ReplyUpdate = { at: Date; progress: Progress; note: Text };

const updateSchema = z.object({ replyId: z.string(), at: z.date(), progress: z.enum(progresses), note: textSchema });

/** What was changed since the outcome was published, by reply, newest first. */
export async function listUpdates(on: Database, replyIds: readonly string[]): Promise<Map<string, ReplyUpdate[]>> {
  const rows = await on.replyUpdate.findMany({ where: { replyId: { in: [...replyIds] } }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const updates = new Map<string, ReplyUpdate[]>();
  for (const row of rows) {
    const { replyId, ...update } = updateSchema.parse(row);
    updates.set(replyId, [...(updates.get(replyId) ?? []), update]);
  }
  return updates;
}

function columnsOf({ dueOn, ...texts }: ReplyTexts) {
  return { ...texts, dueOn: dueOn === null ? null : new Date(dueOn) };
}

/** Adds a reply at the end; its id, or null where there are as many as there may be. The same one sent again is the one that is there. */
export async function addReply(transaction: Transaction, by: By, texts: ReplyTexts): Promise<string | null> {
  const { id: consultationId, partnershipId } = by.consultation;
  const { said, did, owner } = texts;
  // because what is pressed twice would be told twice, and what is public is not taken away
  const there = await transaction.reply.findFirst({
    where: { consultationId, said: { equals: said }, did: { equals: did }, owner: { equals: owner } },
    select: { id: true },
  });
  if (there) return there.id;
  const { _max, _count } = await transaction.reply.aggregate({ where: { consultationId }, _max: { place: true }, _count: true });
  if (_count >= mostReplies) return null;
  const id = newId();
  const place = (_max.place ?? 0) + 1;
  await transaction.reply.create({ data: { id, partnershipId, consultationId, place, ...columnsOf(texts), updatedAt: by.now } });
  await writeOutcome(transaction, by);
  await tellOfReply(transaction, by, "reply.add", id, { consultationId });
  return id;
}

/** Changes a reply. Once the outcome is published the change is dated and told to everybody, with `note`. */
export async function changeReply(transaction: Transaction, by: By, id: string, texts: ReplyTexts, note: Text): Promise<void> {
  const { id: consultationId, partnershipId, outcomePublishedAt } = by.consultation;
  await transaction.reply.update({ where: { id, consultationId }, data: { ...columnsOf(texts), updatedAt: by.now } });
  if (outcomePublishedAt) {
    await transaction.replyUpdate.create({ data: { id: newId(), partnershipId, replyId: id, at: by.now, progress: texts.progress, note } });
  }
  await writeOutcome(transaction, by);
  await tellOfReply(transaction, by, "reply.change", id, { consultationId });
}

/** Puts a reply one place nearer to the beginning or to the end; at the end of its way it stays. */
export async function moveReply(transaction: Transaction, by: By, id: string, way: Way): Promise<void> {
  const consultationId = by.consultation.id;
  const rows = await transaction.reply.findMany({ where: { consultationId }, orderBy: inOrder, select: { id: true } });
  const ids = rows.map((row) => row.id);
  const at = ids.indexOf(id);
  const to = way === "up" ? at - 1 : at + 1;
  const other = ids[to];
  if (at < 0 || other === undefined) return;
  [ids[at], ids[to]] = [other, id];
  for (const [index, one] of ids.entries()) await transaction.reply.update({ where: { id: one }, data: { place: index + 1 } });
  await writeOutcome(transaction, by);
  await tellOfReply(transaction, by, "reply.move", id, { consultationId });
}

/** Takes away a reply that nobody has read; false where it is public or not there. */
export async function removeReply(transaction: Transaction, by: By, id: string): Promise<boolean> {
  const { id: consultationId, outcomePublishedAt } = by.consultation;
  if (outcomePublishedAt) return false;
  const { count } = await transaction.reply.deleteMany({ where: { id, consultationId } });
  if (count === 0) return false;
  await writeOutcome(transaction, by);
  await tellOfReply(transaction, by, "reply.remove", id, { consultationId });
  return true;
}
