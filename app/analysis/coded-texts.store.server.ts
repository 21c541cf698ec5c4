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

/**
 * Which code stands on which text in which reading, for a query: those given to a text itself, and those given to another text of its
 * confirmed campaign for all of them.
 */
export function givenIn(setId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT coding."textId", coding.pass, coding."codeId", coding."coderId", coding.version FROM "Coding" coding
    UNION ALL
    SELECT theirs."textId", coding.pass, coding."codeId", coding."coderId", coding.version FROM "Coding" coding
    JOIN "CampaignText" member ON member."textId" = coding."textId" AND member."leftOutAt" IS NULL
    JOIN "Campaign" campaign ON campaign.id = member."campaignId" AND campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed'
    JOIN "CampaignText" theirs ON theirs."campaignId" = campaign.id AND theirs."leftOutAt" IS NULL AND theirs."textId" <> coding."textId"
    WHERE coding."isShared"`;
}
