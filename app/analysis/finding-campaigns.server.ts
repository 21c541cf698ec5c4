// The job that looks for texts of one set that are nearly the same, and says how far it is; decisions about an earlier set's are kept.
import { questionsOf } from "#app/forms/definition.ts";
import { listVersions } from "#app/consultations/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { sameAs } from "./campaign.ts";
import { workOn } from "./text-worker.server.ts";
import type { FoundGroup, TextToCompare } from "./text-work.ts";

type Found = FoundGroup & { questionId: string };
type Set = { id: string; partnershipId: string; consultationId: string; number: number };

/** Finds the campaigns of a finished set, once. */
export async function findCampaigns({ setId }: { setId: string }, clock: () => Date): Promise<void> {
  const set = await db().analysisSet.findFirst({ where: { id: setId, finishedAt: { not: null } }, select: { id: true, partnershipId: true, consultationId: true, number: true } });
  if (!set) return;
  const search = await db().campaignSearch.upsert({ where: { setId }, create: { setId, partnershipId: set.partnershipId, toldAt: clock() }, update: { toldAt: clock() } });
  if (search.finishedAt !== null) return;
  const counts = await db().$queryRaw<{ questionId: string; count: number }[]>`
    SELECT "questionId", count(*)::int AS count FROM ${textsOfSet} WHERE "setId" = ${setId} GROUP BY 1 ORDER BY 1`;
  const of = counts.reduce((sum, { count }) => sum + count, 0);
  const wordings = await wordingsOf(set);
  const found: Found[] = [];
  let before = 0;
  for (const { questionId, count } of counts) {
    const tell = (share: number) => db().campaignSearch.updateMany({ where: { setId, finishedAt: null }, data: { done: before + Math.floor(share * count), of, toldAt: clock() } });
    await tell(0);
    found.push(...(await findAmong(set, questionId, wordings.get(questionId) ?? [], { tell, clock })));
    before += count;
  }
  await inTransaction((transaction) => save(transaction, set, found, { done: of, of, now: clock() }));
}

/** What was held back is looked at by nobody, and by this neither. */
const textsOfSet = Prisma.sql`(
  SELECT one."setId", one.channel, said.* FROM "SetResponse" one
  JOIN "AnswerText" said ON said."responseId" = one."responseId" AND said.revision = one.revision
  WHERE one."isIncluded" AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = said."responseId" AND held."questionId" = said."questionId")) AS texts`;

/** How each question was put, in every version and language: who repeats it says nothing of their own. */
async function wordingsOf({ consultationId }: Set): Promise<Map<string, string[]>> {
  const { formId } = await db().consultation.findUniqueOrThrow({ where: { id: consultationId }, select: { formId: true } });
  const wordings = new Map<string, string[]>();
  for (const { definition } of await listVersions(db(), formId)) {
    for (const { id, label, hint } of questionsOf(definition)) wordings.set(id, [...(wordings.get(id) ?? []), ...Object.values(label), ...Object.values(hint ?? {})]);
  }
  return wordings;
}

const tellEveryMs = 1000;

async function findAmong(set: Set, questionId: string, wordings: string[], { tell, clock }: { tell: (share: number) => Promise<unknown>; clock: () => Date }): Promise<Found[]> {
  const texts = await db().$queryRaw<TextToCompare[]>`
    SELECT id, "responseId", text, channel, language FROM ${textsOfSet} WHERE "setId" = ${set.id} AND "questionId" = ${questionId} ORDER BY id`;
  let toldAt = clock().getTime();
  const groups = await workOn("groups", { texts, wordings }, async ({ done, of }) => {
    if (clock().getTime() - toldAt < tellEveryMs) return;
    toldAt = clock().getTime();
    await tell(done / of);
  });
  return groups.map((group) => ({ ...group, questionId }));
}

/** Rows put in at once. */
const run = 5000;

async function save(transaction: Transaction, set: Set, found: readonly Found[], { done, of, now }: { done: number; of: number; now: Date }): Promise<void> {
  const { id: setId, partnershipId, consultationId, number } = set;
  const { count } = await transaction.campaignSearch.updateMany({ where: { setId, finishedAt: null }, data: { done, of, toldAt: now, finishedAt: now } });
  if (count === 0) return;
  const earlier = await decidedBefore(transaction, set);
  const rows = found.map((one) => ({ id: newId(), one, before: sameAs(one.responseIds, earlier.filter(({ questionId, isPair }) => questionId === one.questionId && isPair === one.isPair)) }));
  await transaction.campaign.createMany({
    data: rows.map(({ id, one: { questionId, isPair, template, language, members }, before }) => ({
      ...{ id, partnershipId, consultationId, setId, questionId, isPair, template, language, texts: members.length },
      ...(before && { state: before.state, title: before.title, organiser: before.organiser, decidedAt: before.decidedAt, decidedById: before.decidedById }),
    })),
  });
  const members = rows.flatMap(({ id, one, before }) =>
    one.members.map((member, at) => ({ ...member, campaignId: id, partnershipId, ...before?.leftOut.get(one.responseIds[at]!) })),
  );
  for (let from = 0; from < members.length; from += run) await transaction.campaignText.createMany({ data: members.slice(from, from + run) });
  const confirmed = rows.flatMap(({ id, before }) => (before?.state === "confirmed" && !before.isPair ? [{ id, beforeId: before.id }] : []));
  for (const one of confirmed) await handOnCodes(transaction, one);
  const campaigns = found.filter(({ isPair }) => !isPair).length;
  await recordAudit(transaction, { partnershipId, action: "analysis.find-campaigns", subjectKind: "consultation", subjectId: consultationId, facts: { number, campaigns, pairs: found.length - campaigns } });
}

/**
 * What a campaign's texts share was coded on one of them for all. Where that one was changed since, or is gone, the same codes by the same
 * coders stand on another, or they would be lost with it; in the set before both say the same, and each text counts once.
 */
async function handOnCodes(transaction: Transaction, { id, beforeId }: { id: string; beforeId: string }): Promise<void> {
  const handed = Prisma.sql`
    WITH heir AS (
      SELECT member."textId" AS id FROM "CampaignText" member LEFT JOIN "CampaignText" before ON before."campaignId" = ${beforeId} AND before."textId" = member."textId"
      WHERE member."campaignId" = ${id} AND member."leftOutAt" IS NULL ORDER BY before."textId" IS NULL, member.likeness DESC, member."textId" COLLATE "C" LIMIT 1),
    handed AS (
      SELECT coding.*, heir.id AS "heirId" FROM "CampaignText" before JOIN "Coding" coding ON coding."textId" = before."textId" AND coding."isShared" CROSS JOIN heir
      WHERE before."campaignId" = ${beforeId} AND before."leftOutAt" IS NULL
        AND NOT EXISTS (SELECT FROM "CampaignText" member WHERE member."campaignId" = ${id} AND member."textId" = before."textId" AND member."leftOutAt" IS NULL))`;
  // because its coder may have given the other text the same code for itself
  await transaction.$executeRaw`${handed} UPDATE "Coding" there SET "isShared" = TRUE FROM handed
    WHERE there."textId" = handed."heirId" AND there."codeId" = handed."codeId" AND there."coderId" = handed."coderId" AND there.pass = handed.pass AND there.start IS NULL`;
  await transaction.$executeRaw`${handed}
    INSERT INTO "Coding" (id, "partnershipId", "textId", "codeId", "coderId", stance, version, pass, "isShared", at, "changeId")
    SELECT left(md5(id || "heirId"), 16), "partnershipId", "heirId", "codeId", "coderId", stance, version, pass, TRUE, at, "changeId" FROM handed ON CONFLICT DO NOTHING`;
}

/** What officers decided about the campaigns of the last set before that was searched. */
async function decidedBefore(transaction: Transaction, { consultationId, number }: Set) {
  const last = await transaction.analysisSet.findFirst({ where: { consultationId, number: { lt: number }, campaignSearch: { finishedAt: { not: null } } }, orderBy: { number: "desc" }, select: { id: true } });
  if (!last) return [];
  const campaigns = await transaction.campaign.findMany({
    where: { setId: last.id, OR: [{ state: { not: "found" } }, { members: { some: { leftOutAt: { not: null } } } }] },
    include: { members: { select: { leftOutAt: true, leftOutById: true, text: { select: { responseId: true } } } } },
  });
  return campaigns.map(({ members, ...campaign }) => ({
    ...campaign,
    members: new Set(members.map(({ text }) => text.responseId)),
    leftOut: new Map(members.filter(({ leftOutAt }) => leftOutAt !== null).map(({ text, leftOutAt, leftOutById }) => [text.responseId, { leftOutAt, leftOutById }])),
  }));
}
