// The texts of a set that are coded, for a query about who codes them.
import { Prisma } from "#prisma/client/client.ts";

/** The texts of a set that officers may see, all of them or those of some questions, with their questions. */
export function textsOf(setId: string, questionIds?: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT text.id, text."questionId", text."responseId" FROM "SetResponse" one
    JOIN "AnswerText" text ON text."responseId" = one."responseId" AND text.revision = one.revision
    WHERE one."setId" = ${setId} AND one."isIncluded" ${questionIds ? Prisma.sql`AND text."questionId" = ANY(${[...questionIds]}::text[])` : Prisma.empty}
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
}
