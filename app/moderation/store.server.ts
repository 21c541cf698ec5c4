// Every query about what of people's own words is published: the answers of a set that may be, what was decided, what was removed.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { keepPublicText } from "./public-texts.store.server.ts";
import { after, deedsOn, states, untouched, type Doing, type Moderation, type ModerationState } from "./moderation.ts";
import type { Removal, RemovalReason } from "./redaction.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

export type ModeratedText = {
  id: string;
  responseId: string;
  questionId: string;
  text: string;
  language: string;
  respondentType: string;
  permission: string;
  moderation: Moderation;
  removals: (Removal & { id: string })[];
};

/** The answers of a set in somebody's own words that may be published word for word: asked, included, not held for safeguarding. */
function publishable(setId: string): Prisma.Sql {
  return Prisma.sql`"AnswerText" text
    JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    JOIN "Response" response ON response.id = text."responseId" AND response.permission <> 'summary' AND NOT response."confidentialityRequested"
    LEFT JOIN "TextModeration" moderation ON moderation."textId" = text.id
    WHERE NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
}

const isIn = (state: ModerationState) => (state === "waiting" ? Prisma.sql`moderation.state IS NULL` : Prisma.sql`moderation.state = ${state}`);

/** How many of them there are in each state; and how many may be published in a summary alone. */
export async function countModerated(on: Database, { id: consultationId }: Of, setId: string): Promise<{ counts: Record<ModerationState, number>; summaryOnly: number }> {
  const rows = await on.$queryRaw<{ state: ModerationState; count: number }[]>`
    SELECT coalesce(moderation.state, 'waiting') AS state, count(*)::int AS count FROM ${publishable(setId)} GROUP BY 1`;
  const [all] = await on.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "AnswerText" text
    JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    WHERE text."consultationId" = ${consultationId}`;
  const found = new Map(rows.map(({ state, count }) => [state, count]));
  const counts = Object.fromEntries(states.map((state) => [state, found.get(state) ?? 0])) as Record<ModerationState, number>;
  return { counts, summaryOnly: (all?.count ?? 0) - rows.reduce((sum, { count }) => sum + count, 0) };
}

type Row = Omit<ModeratedText, "moderation" | "removals"> & { state: ModerationState | null; byId: string | null; at: Date | null; reason: string | null; secondById: string | null };

const columns = Prisma.sql`text.id, text."responseId", text."questionId", text.text, text.language, response."respondentType", response.permission,
  moderation.state, moderation."byId", moderation.at, moderation.reason, moderation."secondById"`;

async function withRemovals(on: Database, rows: readonly Row[]): Promise<ModeratedText[]> {
  const removals = await on.redaction.findMany({ where: { textId: { in: rows.map(({ id }) => id) } }, orderBy: [{ start: "asc" }, { end: "asc" }] });
  return rows.map(({ state, byId, at, reason, secondById, ...text }) => ({
    ...text,
    moderation: state === null ? untouched : { state, byId, at, reason, secondById },
    removals: removals.filter(({ textId }) => textId === text.id).map(({ id, start, end, reason: why }) => ({ id, start, end, reason: why as RemovalReason })),
  }));
}

/** Those in a state, a page at a time, in an order that has nothing to do with when they came; `after` is the last id of the page before. */
export async function listModerated(
  on: Database,
  { setId, state, after: last, most = 25 }: { setId: string; state: ModerationState; after: string | null; most?: number },
): Promise<{ texts: ModeratedText[]; nextAfter: string | null }> {
  const rows = await on.$queryRaw<Row[]>`
    SELECT ${columns} FROM ${publishable(setId)} AND ${isIn(state)} AND text.id > ${last ?? ""} ORDER BY text.id LIMIT ${most + 1}`;
  const shown = rows.slice(0, most);
  return { texts: await withRemovals(on, shown), nextAfter: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}

/** One of them; 404 where it is none of the set, or may not be published. */
export async function findModerated(on: Database, setId: string, textId: string | undefined): Promise<ModeratedText> {
  const rows = await on.$queryRaw<Row[]>`SELECT ${columns} FROM ${publishable(setId)} AND text.id = ${textId ?? ""}`;
  const [found] = await withRemovals(on, rows);
  if (!found) throw notFound();
  return found;
}

/** The next that nobody has looked at, after the one in hand or else from the beginning; null where all were. */
export async function findNextWaiting(on: Database, setId: string, textId: string): Promise<string | null> {
  const [next] = await on.$queryRaw<{ id: string }[]>`
    SELECT text.id FROM ${publishable(setId)} AND ${isIn("waiting")} AND text.id <> ${textId} ORDER BY text.id <= ${textId}, text.id LIMIT 1`;
  return next?.id ?? null;
}

/** Waits for whoever else decides about the same text. */
async function holdText(transaction: Transaction, textId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "AnswerText" WHERE id = ${textId} FOR UPDATE`;
}

/** Decides about a text; false where that cannot be done as it stands now, because somebody was quicker for instance. The caller has asked the policy. */
export async function decide(transaction: Transaction, { id: consultationId, partnershipId }: Of, textId: string, doing: Doing): Promise<boolean> {
  await holdText(transaction, textId);
  const row = await transaction.textModeration.findUnique({ where: { textId } });
  const before: Moderation = row ? { ...row, state: states.find((state) => state === row.state)! } : untouched;
  if (!deedsOn(before, doing.personId).includes(doing.deed)) return false;
  const { state, byId, at, reason, secondById } = after(before, doing);
  if (state === "waiting" || byId === null || at === null) await transaction.textModeration.deleteMany({ where: { textId } });
  else {
    const decided = { state, byId, at, reason, secondById };
    await transaction.textModeration.upsert({ where: { textId }, create: { textId, partnershipId, ...decided }, update: decided });
  }
  await keepPublicText(transaction, textId);
  await recordAudit(transaction, {
    ...{ partnershipId, personId: doing.personId, action: `moderation.${doing.deed}`, subjectKind: "consultation", subjectId: consultationId },
    facts: { textId },
  });
  return true;
}

type Removing = { textId: string; spans: readonly { start: number; end: number }[]; reason: RemovalReason; personId: string; now: Date };

/** Takes parts out of what is published of a text; those that are out already stay as they are. */
export async function removeParts(transaction: Transaction, { id: consultationId, partnershipId }: Of, { textId, spans, reason, personId, now }: Removing): Promise<void> {
  await holdText(transaction, textId);
  const { count } = await transaction.redaction.createMany({
    data: spans.map(({ start, end }) => ({ id: newId(), partnershipId, textId, start, end, reason, byId: personId, at: now })),
    skipDuplicates: true,
  });
  if (count === 0) return;
  await keepPublicText(transaction, textId);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "moderation.remove", subjectKind: "consultation", subjectId: consultationId },
    facts: { textId, parts: count, removal: reason },
  });
}

/** Puts a part back. */
export async function putBack(transaction: Transaction, { id: consultationId, partnershipId }: Of, { textId, removalId, personId }: { textId: string; removalId: string; personId: string }): Promise<void> {
  await holdText(transaction, textId);
  const { count } = await transaction.redaction.deleteMany({ where: { id: removalId, textId, partnershipId } });
  if (count === 0) return;
  await keepPublicText(transaction, textId);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "moderation.put-back", subjectKind: "consultation", subjectId: consultationId },
    facts: { textId, parts: count },
  });
}
