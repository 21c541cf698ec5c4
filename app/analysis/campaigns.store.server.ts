// Every query about campaigns: listed, decided, single texts taken out and put back, and the three counts.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Span } from "#app/text-mining/words.ts";
import { isCampaignState, threeCounts, type Campaign, type CampaignSearch, type CampaignState, type ThreeCounts } from "./campaign.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type InSet = { id: string; partnershipId: string };

const ofCampaign = {
  ...{ id: true, questionId: true, state: true, title: true, organiser: true, template: true, language: true, texts: true, decidedAt: true },
} as const;

const stateOf = (state: string): CampaignState => (isCampaignState(state) ? state : "found");

/** The search of a set; null where it has not begun. */
export async function findSearch(on: Database, setId: string): Promise<CampaignSearch | null> {
  return on.campaignSearch.findUnique({ where: { setId }, select: { toldAt: true, done: true, of: true, finishedAt: true } });
}

/** How many campaigns of a set are in each state. */
export async function countCampaigns(on: Database, setId: string): Promise<Record<CampaignState, number>> {
  const rows = await on.campaign.groupBy({ by: ["state"], where: { setId, isPair: false }, _count: true });
  return { found: 0, confirmed: 0, dismissed: 0, ...Object.fromEntries(rows.map(({ state, _count }) => [state, _count])) };
}

/** How many pairs of a set wait to be looked at. */
export async function countPairs(on: Database, setId: string): Promise<number> {
  return on.campaign.count({ where: { setId, isPair: true, state: "found" } });
}

/** Those of a set in one state, the largest first, a page at a time. */
export async function listCampaigns(
  on: Database,
  { setId, state, after, most = 50 }: { setId: string; state: CampaignState; after: string | null; most?: number },
): Promise<{ campaigns: Campaign[]; nextAfter: string | null }> {
  const last = after === null ? null : await on.campaign.findFirst({ where: { id: after, setId }, select: { id: true, texts: true } });
  const beyond = last && { OR: [{ texts: { lt: last.texts } }, { texts: last.texts, id: { gt: last.id } }] };
  const rows = await on.campaign.findMany({ where: { setId, state, isPair: false, ...beyond }, select: ofCampaign, orderBy: [{ texts: "desc" }, { id: "asc" }], take: most + 1 });
  const campaigns = rows.slice(0, most).map((row) => ({ ...row, state: stateOf(row.state) }));
  return { campaigns, nextAfter: rows.length > most ? (campaigns.at(-1)?.id ?? null) : null };
}

/** One campaign of a set; 404 where there is none. */
export async function findCampaign(on: Database, { id: setId, partnershipId }: InSet, id: string | undefined): Promise<Campaign> {
  const found = await on.campaign.findFirst({ where: { id: id ?? "", setId, partnershipId, isPair: false }, select: ofCampaign });
  if (!found) throw notFound();
  return { ...found, state: stateOf(found.state) };
}

export type MemberText = { textId: string; responseId: string; text: string; language: string; channel: string; additions: Span[]; isLeftOut: boolean };

/** The texts of a campaign but those held back, by their ids, which have no order in time; a page at a time. */
export async function listMembers(
  on: Database,
  { setId, campaignId, after, most = 20 }: { setId: string; campaignId: string; after: string | null; most?: number },
): Promise<{ members: MemberText[]; nextAfter: string | null }> {
  const rows = await on.$queryRaw<MemberText[]>`
    SELECT said.id AS "textId", said."responseId", said.text, said.language, one.channel, member.additions, member."leftOutAt" IS NOT NULL AS "isLeftOut"
    FROM "CampaignText" member JOIN "AnswerText" said ON said.id = member."textId"
    JOIN "SetResponse" one ON one."setId" = ${setId} AND one."responseId" = said."responseId"
    WHERE member."campaignId" = ${campaignId} AND said.id > ${after ?? ""}
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = said."responseId" AND held."questionId" = said."questionId")
    ORDER BY said.id LIMIT ${most + 1}`;
  const members = rows.slice(0, most);
  return { members, nextAfter: rows.length > most ? (members.at(-1)?.textId ?? null) : null };
}

export type Pair = { id: string; questionId: string; members: (MemberText & { isExcluded: boolean })[] };

/** Two texts that came in different ways and say the same, of which nobody has decided anything; a page at a time. */
export async function listPairs(on: Database, { setId, after, most = 10 }: { setId: string; after: string | null; most?: number }): Promise<{ pairs: Pair[]; nextAfter: string | null }> {
  const rows = await on.campaign.findMany({ where: { setId, isPair: true, state: "found", id: { gt: after ?? "" } }, select: { id: true, questionId: true }, orderBy: { id: "asc" }, take: most + 1 });
  const pairs: Pair[] = [];
  for (const { id, questionId } of rows.slice(0, most)) {
    const { members } = await listMembers(on, { setId, campaignId: id, after: null });
    const out = await on.response.findMany({ where: { id: { in: members.map(({ responseId }) => responseId) }, OR: [{ excludedAt: { not: null } }, { withdrawnAt: { not: null } }] }, select: { id: true } });
    pairs.push({ id, questionId, members: members.map((member) => ({ ...member, isExcluded: out.some((one) => one.id === member.responseId) })) });
  }
  return { pairs, nextAfter: rows.length > most ? (pairs.at(-1)?.id ?? null) : null };
}

export type CampaignOfText = { id: string; title: string | null; state: CampaignState; texts: number; additions: Span[] };

/** Of these texts of a set, the campaign that each is in, unless it was dismissed or the text was taken out. */
export async function listCampaignsOf(on: Database, setId: string, textIds: readonly string[]): Promise<Map<string, CampaignOfText>> {
  const rows = await on.campaignText.findMany({
    where: { textId: { in: [...textIds] }, leftOutAt: null, campaign: { setId, isPair: false, state: { not: "dismissed" } } },
    select: { textId: true, additions: true, campaign: { select: { id: true, title: true, state: true, texts: true } } },
    orderBy: { campaignId: "desc" },
  });
  return new Map(rows.map(({ textId, additions, campaign }) => [textId, { ...campaign, state: stateOf(campaign.state), additions: additions as Span[] }]));
}

/** The text that says least of its own, on which what a campaign shares is coded; null where all are taken out or held. */
export async function findExemplar(on: Database, campaignId: string): Promise<string | null> {
  const [row] = await on.$queryRaw<{ textId: string }[]>`
    SELECT member."textId" FROM "CampaignText" member JOIN "AnswerText" said ON said.id = member."textId"
    WHERE member."campaignId" = ${campaignId} AND member."leftOutAt" IS NULL
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = said."responseId" AND held."questionId" = said."questionId")
    ORDER BY member.likeness DESC, member."textId" LIMIT 1`;
  return row?.textId ?? null;
}

type Deciding = { personId: string; now: Date };
const actions = { confirmed: "analysis.confirm-campaign", dismissed: "analysis.dismiss-campaign", found: "analysis.reopen-campaign" } as const;

/** Confirms, dismisses or opens again; of the same decision twice nothing is written the second time. */
export async function decideCampaign(
  transaction: Transaction,
  { id: consultationId, partnershipId }: Of,
  campaign: Pick<Campaign, "id"> & { setId: string },
  { state, title = null, organiser = null, personId, now }: Deciding & { state: CampaignState; title?: string | null; organiser?: string | null },
): Promise<void> {
  const decided = state === "found" ? { decidedAt: null, decidedById: null } : { decidedAt: now, decidedById: personId };
  const named = state === "confirmed" ? { title, organiser } : {};
  const isOther = state === "confirmed" ? { NOT: { state, title, organiser } } : { state: { not: state } };
  const { count } = await transaction.campaign.updateMany({ where: { id: campaign.id, setId: campaign.setId, partnershipId, ...isOther }, data: { state, ...named, ...decided } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: actions[state], subjectKind: "consultation", subjectId: consultationId, facts: { campaign: campaign.id } });
}

/** Takes one text out of a campaign, so that it counts for itself, or puts it back. */
export async function leaveOut(
  transaction: Transaction,
  { id: consultationId, partnershipId }: Of,
  { campaignId, textId }: { campaignId: string; textId: string },
  { isOut, personId, now }: Deciding & { isOut: boolean },
): Promise<void> {
  const { count } = await transaction.campaignText.updateMany({
    where: { campaignId, textId, partnershipId, leftOutAt: isOut ? null : { not: null } },
    data: isOut ? { leftOutAt: now, leftOutById: personId } : { leftOutAt: null, leftOutById: null },
  });
  const action = isOut ? ("analysis.take-out-text" as const) : ("analysis.put-back-text" as const);
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "consultation", subjectId: consultationId, facts: { campaign: campaignId } });
}

/**
 * Of those in a set who answered a question: all, unique, campaign. What was said in own words is of a campaign when it is a
 * text of one; what was chosen is when its response has a text in one, to whichever question.
 */
export async function countThreeWays(on: Database, setId: string, questionId: string): Promise<ThreeCounts> {
  const [row] = await on.$queryRaw<{ all: number; campaign: number; campaigns: number }[]>`
    WITH asked AS (
      SELECT "responseId", revision, ${questionId} = ANY(worded) AS worded FROM "SetResponse"
      WHERE "setId" = ${setId} AND "isIncluded" AND (closed ? ${questionId} OR ${questionId} = ANY(worded))),
    theirs AS (
      SELECT asked."responseId", min(campaign.id) AS campaign
      FROM "Campaign" campaign JOIN "CampaignText" member ON member."campaignId" = campaign.id AND member."leftOutAt" IS NULL
      JOIN "AnswerText" said ON said.id = member."textId"
      JOIN asked ON asked."responseId" = said."responseId" AND asked.revision = said.revision
      WHERE campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed'
        AND (campaign."questionId" = ${questionId} OR NOT asked.worded)
      GROUP BY 1)
    SELECT (SELECT count(*)::int FROM asked) AS "all", (SELECT count(*)::int FROM theirs) AS campaign, (SELECT count(DISTINCT campaign)::int FROM theirs) AS campaigns`;
  return threeCounts(row ?? { all: 0, campaign: 0, campaigns: 0 });
}

/**
 * Of the included responses of a set in the order in which they came, which are of a confirmed campaign: those with a text in one,
 * to whichever question.
 */
export async function findCampaignPlaces(on: Database, setId: string): Promise<Map<number, string>> {
  if ((await countCampaigns(on, setId)).confirmed === 0) return new Map();
  const rows = await on.$queryRaw<{ place: number; campaign: string }[]>`
    WITH placed AS (
      SELECT "responseId", revision, (row_number() OVER (ORDER BY "receivedAt", "responseId"))::int - 1 AS place
      FROM "SetResponse" WHERE "setId" = ${setId} AND "isIncluded")
    SELECT placed.place, min(campaign.id) AS campaign
    FROM "Campaign" campaign JOIN "CampaignText" member ON member."campaignId" = campaign.id AND member."leftOutAt" IS NULL
    JOIN "AnswerText" said ON said.id = member."textId"
    JOIN placed ON placed."responseId" = said."responseId" AND placed.revision = said.revision
    WHERE campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed' GROUP BY 1`;
  return new Map(rows.map(({ place, campaign }) => [place, campaign]));
}

/** The questions of a set to which campaigns were found. */
export async function listCampaignQuestions(on: Database, setId: string): Promise<string[]> {
  const rows = await on.campaign.findMany({ where: { setId, isPair: false }, distinct: ["questionId"], select: { questionId: true }, orderBy: { questionId: "asc" } });
  return rows.map(({ questionId }) => questionId);
}

/** One pair of a set with the responses its texts are of; 404 where there is none. */
export async function findPair(on: Database, { id: setId, partnershipId }: InSet, id: string | null): Promise<{ id: string; responseIds: string[] }> {
  const where = { id: id ?? "", setId, partnershipId, isPair: true };
  const found = await on.campaign.findFirst({ where, select: { id: true, members: { select: { text: { select: { responseId: true } } } } } });
  if (!found) throw notFound();
  return { id: found.id, responseIds: found.members.map(({ text }) => text.responseId) };
}
