// In which order the texts of each question of a set are read: put down once, when the set is made, because it never changes.
import { db } from "#app/shared/db.server.ts";

/** Puts down the order of each question's texts, as one string of their ids. */
export async function putOrdersIn(setId: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "ReadingOrder" ("setId", "questionId", "partnershipId", texts, ids)
    SELECT one."setId", text."questionId", one."partnershipId", count(*)::int, string_agg(text.id, '' ORDER BY text.id COLLATE "C")
    FROM "SetResponse" one JOIN "AnswerText" text ON text."responseId" = one."responseId" AND text.revision = one.revision
    WHERE one."setId" = ${setId} AND one."isIncluded" GROUP BY 1, 2, 3
    ON CONFLICT ("setId", "questionId") DO NOTHING`;
}
