// Letters: saved with what they tell, in the same transaction, for the postman (postman.server.ts) to send.
import { Prisma } from "#prisma/client/client.ts";
import type { Database, Transaction } from "./db.server.ts";
import { newId } from "./keys.server.ts";
import type { Letter, Sender } from "./letters.ts";

const columns = [
  ...["id", "partnershipId", "kind", "toAddress", "fromName", "fromAddress", "replyTo", "language", "subject", "text", "unsubscribeUrl"],
] as const;
const quoted = (names: readonly string[], after = "", before = "") => names.map((name) => `${before}"${name}"${after}`).join(", ");

/** A letter as a row of its table. */
export function letterRow(sender: Sender, letter: Letter): Record<(typeof columns)[number], string | null> {
  const { kind, language, subject, text, unsubscribeUrl = null } = letter;
  const { partnershipId, name: fromName, address: fromAddress, replyTo = null } = sender;
  return { id: newId(), partnershipId, kind, toAddress: letter.to, fromName, fromAddress, replyTo, language, subject, text, unsubscribeUrl };
}

/**
 * For a statement that saves letters with what they tell: two of its WITH queries, for the JSON array of rows that `value` is, where
 * `from` has a row. The statement must read `posted`, or PostgreSQL leaves it out.
 */
export function lettersSaved(value: string, from: string): string {
  return `letter AS (
      INSERT INTO "Letter" (${quoted(columns)})
      SELECT ${quoted(columns, "", "l.")} FROM ${from}, jsonb_to_recordset(${value}::jsonb) AS l(${quoted(columns, " text")})
      RETURNING id),
    posted AS (
      SELECT graphile_worker.add_job('send-letter', json_build_object('letterId', id), max_attempts := 25) FROM letter)`;
}

const letterSaved = `WITH one AS (SELECT 1), ${lettersSaved("$1", "one")} SELECT count(*) FROM posted`;

/** Saves a letter to be sent once this transaction has committed. */
export async function saveLetter(transaction: Transaction, sender: Sender, letter: Letter): Promise<void> {
  await saveLetters(transaction, sender, [letter]);
}

/** The same for many; their ids, in order. */
export async function saveLetters(transaction: Transaction, sender: Sender, letters: readonly Letter[]): Promise<string[]> {
  const rows = letters.map((letter) => letterRow(sender, letter));
  await transaction.$queryRawUnsafe(letterSaved, JSON.stringify(rows));
  return rows.map(({ id }) => id!);
}

export type LetterCounts = { waiting: number; failed: number; sentLately: number };

/** How many letters wait, failed for good, and went in the last 24 hours: a partnership's own, or everybody's. */
export async function countLetters(on: Database, now: Date, partnershipId: string | null = null): Promise<LetterCounts> {
  const of = partnershipId === null ? Prisma.empty : Prisma.sql`AND "partnershipId" = ${partnershipId}`;
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  const [counts] = await on.$queryRaw<[LetterCounts]>`
    SELECT (SELECT count(*)::int FROM "Letter" WHERE "sentAt" > ${dayAgo} ${of}) AS "sentLately", unsent.*
    FROM (
      SELECT count(*) FILTER (WHERE "failedAt" IS NULL)::int AS waiting, count("failedAt")::int AS failed
      FROM "Letter" WHERE "sentAt" IS NULL AND "givenUpAt" IS NULL ${of}) unsent`;
  return counts;
}
