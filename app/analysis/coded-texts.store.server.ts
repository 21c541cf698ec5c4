// The texts of a set that are coded, and the codes that stand on them and that count, for queries.
import { Prisma } from "#prisma/client/client.ts";

/** The texts of a set that officers may see, all of them or those of some questions, with their questions. */
export function textsOf(setId: string, questionIds?: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT text.id, text."questionId", text."responseId" FROM "SetResponse" one
    JOIN "AnswerText" text ON text."consultationId" = (SELECT "consultationId" FROM "AnalysisSet" WHERE id = ${setId}) AND text."responseId" = one."responseId" AND text.revision = one.revision
    WHERE one."setId" = ${setId} AND one."isIncluded" ${questionIds ? Prisma.sql`AND text."questionId" = ANY(${[...questionIds]}::text[])` : Prisma.empty}
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
}

/** Who was handed which text of a consultation or gave it a code of the first reading, each once; for a query. */
export function readersIn(consultationId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT task."textId", task."coderId" FROM "CodingTask" task WHERE task."consultationId" = ${consultationId}
    UNION SELECT coding."textId", coding."coderId" FROM "Coding" coding JOIN "Code" code ON code.id = coding."codeId" JOIN "Codeframe" frame ON frame.id = code."codeframeId"
    WHERE frame."consultationId" = ${consultationId} AND coding.pass = 'first'`;
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

/** Which text of a set is in which of its confirmed campaigns, and where it says something of its own; for a query. */
export function inCampaigns(setId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (member."textId") member."textId", member."campaignId", member.additions
    FROM "Campaign" campaign JOIN "CampaignText" member ON member."campaignId" = campaign.id AND member."leftOutAt" IS NULL
    WHERE campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed' ORDER BY member."textId", member."campaignId"`;
}

const settledTexts = Prisma.sql`SELECT "textId" FROM "Settlement" UNION SELECT "textId" FROM "Coding" WHERE pass = 'agreed' AND NOT "isShared"`;

/**
 * The codes that count in a set, for a query: on which text, on which part of it, with which stance, and for which campaign where it
 * was given to what all its texts share. Where it was settled what holds of a text, that counts and nothing else, be it no code at
 * all; else what its first reader gave, and what its confirmed campaign carries. [B7.3, B7.4] Of what is held from officers, none.
 */
export function countingIn(setId: string, questionIds?: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT said.id AS "textId", said."responseId", said."questionId", coding."codeId", coding.start, coding."end", coding.stance, NULL AS "campaignId"
    FROM (${textsOf(setId, questionIds)}) said JOIN "Coding" coding ON coding."textId" = said.id LEFT JOIN (${settledTexts}) settled ON settled."textId" = said.id
    WHERE coding.pass = CASE WHEN settled."textId" IS NULL THEN 'first' ELSE 'agreed' END
    UNION ALL
    SELECT said.id, said."responseId", said."questionId", shared."codeId", NULL, NULL, shared.stance, theirs."campaignId"
    FROM (SELECT coding.*, bool_or(coding.pass = 'agreed') OVER (PARTITION BY coding."textId") AS "isAgreed" FROM "Coding" coding WHERE coding."isShared") shared
    JOIN (${inCampaigns(setId)}) member ON member."textId" = shared."textId"
    JOIN (${inCampaigns(setId)}) theirs ON theirs."campaignId" = member."campaignId" AND theirs."textId" <> shared."textId"
    JOIN (${textsOf(setId, questionIds)}) said ON said.id = theirs."textId" LEFT JOIN (${settledTexts}) settled ON settled."textId" = said.id
    WHERE settled."textId" IS NULL AND shared.pass = CASE WHEN shared."isAgreed" THEN 'agreed' ELSE 'first' END`;
}
