// Texts by what is coded on them, as far as whoever asks may see it.
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { noCode, type CodingFilter } from "./coding-filter.ts";
import { maySee } from "./sights.store.server.ts";

/** What was coded on a campaign's text for all of them is on these texts too: those of the set's confirmed campaigns. */
const codedByCampaign = (setId: string, personId: string) => Prisma.sql`
  SELECT theirs."textId" FROM "Coding" coding
  JOIN "CampaignText" member ON member."textId" = coding."textId" AND member."leftOutAt" IS NULL
  JOIN "Campaign" campaign ON campaign.id = member."campaignId" AND campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed'
  JOIN "CampaignText" theirs ON theirs."campaignId" = campaign.id AND theirs."leftOutAt" IS NULL
  WHERE coding."isShared" AND ${maySee(personId)}`;

/** The first of these texts that can be shown and carries no code that somebody may see; null where each does. */
export async function findUncoded(on: Database, { setId, personId }: { setId: string; personId: string }, textIds: readonly string[]): Promise<string | null> {
  const [row] = await on.$queryRaw<{ id: string }[]>`
    SELECT text.id FROM unnest(${textIds}::text[]) WITH ORDINALITY AS one(id, place) JOIN "AnswerText" text ON text.id = one.id
    WHERE NOT EXISTS (SELECT FROM "Coding" coding WHERE coding."textId" = text.id AND ${maySee(personId)})
      AND text.id NOT IN (${codedByCampaign(setId, personId)})
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")
    ORDER BY one.place LIMIT 1`;
  return row?.id ?? null;
}

type Asking = { setId: string; consultationId: string; personId: string };

/** The texts of a question on which somebody sees such codes, their own or their campaign's. */
function codedTexts({ setId, consultationId, personId }: Asking, questionId: string, { code, coderId, stance }: CodingFilter): Prisma.Sql {
  const wanted = Prisma.sql`${maySee(personId)}
    ${code === null || code === noCode ? Prisma.empty : Prisma.sql`AND coding."codeId" IN (
      SELECT id FROM "Code" WHERE ${code} IN (id, "parentId") OR "parentId" IN (SELECT id FROM "Code" WHERE "parentId" = ${code}))`}
    ${coderId === null ? Prisma.empty : Prisma.sql`AND coding."coderId" = ${coderId}`} ${stance === null ? Prisma.empty : Prisma.sql`AND coding.stance = ${stance}`}`;
  const onText = Prisma.sql`"Coding" coding JOIN "AnswerText" text ON text.id = coding."textId" AND text."consultationId" = ${consultationId} AND text."questionId" = ${questionId}`;
  return Prisma.sql`
    SELECT coding."textId" AS id FROM ${onText} WHERE ${wanted}
    UNION
    SELECT theirs."textId" FROM ${onText}
    JOIN "CampaignText" member ON member."textId" = coding."textId" AND member."leftOutAt" IS NULL
    JOIN "Campaign" campaign ON campaign.id = member."campaignId" AND campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed'
    JOIN "CampaignText" theirs ON theirs."campaignId" = campaign.id AND theirs."leftOutAt" IS NULL
    WHERE coding."isShared" AND ${wanted}`;
}

/** Those texts, as one string of their ids in their order. */
export async function findCoded(on: Database, asking: Asking, questionId: string, filter: CodingFilter): Promise<string> {
  const [row] = await on.$queryRaw<{ ids: string }[]>`SELECT coalesce(string_agg(id, '' ORDER BY id COLLATE "C"), '') AS ids FROM (${codedTexts(asking, questionId, filter)}) coded`;
  return row?.ids ?? "";
}

export type CodedSoFar = { ids: string; coderIds: string[] };

/** The texts of a question on which somebody sees any code, as one string of their ids in their order, and who gave the codes they see. */
export async function findCodedSoFar(on: Database, { setId, consultationId, personId }: Asking, questionId: string): Promise<CodedSoFar> {
  const [row] = await on.$queryRaw<CodedSoFar[]>`
    WITH seen AS MATERIALIZED (
      SELECT coding."textId", coding."coderId" FROM "Coding" coding JOIN "AnswerText" text ON text.id = coding."textId" AND text."consultationId" = ${consultationId} AND text."questionId" = ${questionId}
      WHERE ${maySee(personId)}),
    coded AS (SELECT "textId" AS id FROM seen UNION ${codedByCampaign(setId, personId)})
    SELECT coalesce((SELECT string_agg(id, '' ORDER BY id COLLATE "C") FROM coded), '') AS ids, ARRAY(SELECT DISTINCT "coderId" FROM seen LIMIT 200) AS "coderIds"`;
  return row!;
}
