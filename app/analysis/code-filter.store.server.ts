// Texts by what is coded on them, as far as whoever asks may see it.
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
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
