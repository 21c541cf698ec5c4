// What may be read of an answer in somebody's own words: a copy without what was removed, there as long as the answer may be
// published. The public's pages and their search know these copies and nothing of what was written.
import { searchable } from "#app/analysis/sets.store.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { segmentsOf, type RemovalReason } from "./redaction.ts";

const copied = {
  ...{ id: true, partnershipId: true, text: true, language: true },
  redactions: { select: { start: true, end: true, reason: true } },
} as const;

type Copied = { id: string; partnershipId: string; text: string; language: string; redactions: { start: number; end: number; reason: string }[] };

async function saveCopy(transaction: Transaction, { id, partnershipId, text, language, redactions }: Copied): Promise<void> {
  const segments = segmentsOf(text, redactions.map(({ start, end, reason }) => ({ start, end, reason: reason as RemovalReason })));
  const left = segments.map((segment) => ("text" in segment ? segment.text : " ")).join("");
  const written = JSON.stringify(segments);
  const search = searchable(Prisma.sql`${left}::text`, Prisma.sql`${language}::text`);
  await transaction.$executeRaw`
    INSERT INTO "PublicText" ("textId", "partnershipId", segments, search) VALUES (${id}, ${partnershipId}, ${written}::jsonb, ${search})
    ON CONFLICT ("textId") DO UPDATE SET segments = EXCLUDED.segments, search = EXCLUDED.search`;
}

/** Keeps the copy of a text in step with what was decided about it and removed from it; the caller holds the text. */
export async function keepPublicText(transaction: Transaction, textId: string): Promise<void> {
  const cleared = await transaction.answerText.findFirst({ where: { id: textId, moderation: { state: "clear" } }, select: copied });
  if (cleared) await saveCopy(transaction, cleared);
  else await transaction.publicText.deleteMany({ where: { textId } });
}

/** Copies the texts of a consultation that were decided about before copies were kept. */
export async function copyCleared(transaction: Transaction, consultationId: string): Promise<void> {
  const missing = await transaction.answerText.findMany({ where: { consultationId, moderation: { state: "clear" }, published: null }, select: copied });
  for (const text of missing) await saveCopy(transaction, text);
}
