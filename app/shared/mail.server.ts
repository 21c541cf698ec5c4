// Letters: saved with what they tell, in the same transaction, for the postman (postman.server.ts) to send.
import { Prisma } from "#prisma/client/client.ts";
import type { Database, Transaction } from "./db.server.ts";
import { addJob } from "./jobs.server.ts";
import { newId } from "./keys.server.ts";
import type { Letter, Sender } from "./letters.ts";

/** Saves a letter to be sent once this transaction has committed. */
export async function saveLetter(transaction: Transaction, sender: Sender, letter: Letter): Promise<void> {
  const id = newId();
  await transaction.letter.create({
    data: {
      id,
      partnershipId: sender.partnershipId,
      kind: letter.kind,
      toAddress: letter.to,
      fromName: sender.name,
      fromAddress: sender.address,
      replyTo: sender.replyTo ?? null,
      language: letter.language,
      subject: letter.subject,
      text: letter.text,
    },
  });
  await addJob(transaction, "send-letter", { letterId: id });
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
