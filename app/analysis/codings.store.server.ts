// The codes given to answers. The caller has asked the policy, and that the answers are such as may be read.
import { z } from "zod";
import { speakingForOthers } from "#app/consultations/response.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { Prisma } from "#prisma/client/client.ts";
import { threeCounts, type ThreeCounts } from "./campaign.ts";
import { withAllUnder, type Code } from "./code.ts";
import { isStance, liesIn, passes, stances, type Coding, type Pass, type Span, type Stance } from "./coding.ts";
import type { Codeframe } from "./codeframe.ts";
import { countingIn, inCampaigns } from "./coded-texts.store.server.ts";

const storedSchema = z
  .object({
    ...{ id: z.string(), textId: z.string(), codeId: z.string(), coderId: z.string(), start: z.int().nullable(), end: z.int().nullable() },
    ...{ stance: z.enum(stances).nullable(), version: z.int(), pass: z.enum(passes), isShared: z.boolean(), at: z.date(), changeId: z.string().nullable() },
  })
  .transform(({ start, end, ...rest }): Coding => ({ ...rest, span: start === null || end === null ? null : { start, end } }));

/** More answers are not shown at once. */
const mostTexts = 1000;

/** What was coded on these answers, by text, in the order of where it begins; those of one pass or of one coder where it is said. */
export async function listCodings(
  on: Database,
  partnershipId: string,
  textIds: readonly string[],
  { pass, coderId }: { pass?: Pass; coderId?: string } = {},
): Promise<Map<string, Coding[]>> {
  const where = { partnershipId, textId: { in: textIds.slice(0, mostTexts) }, ...(pass && { pass }), ...(coderId !== undefined && { coderId }) };
  const rows = await on.coding.findMany({ where, omit: { partnershipId: true }, orderBy: [{ start: { sort: "asc", nulls: "first" } }, { at: "asc" }, { id: "asc" }] });
  const codings = new Map<string, Coding[]>(textIds.map((id) => [id, []]));
  for (const row of rows) codings.get(row.textId)?.push(storedSchema.parse(row));
  return codings;
}

/** Of these answers, what was coded on others of their confirmed campaign and counts for them too. */
export async function listShared(on: Database, { setId, consultationId }: { setId: string; consultationId: string }, textIds: readonly string[]): Promise<Map<string, Coding[]>> {
  const rows = await on.$queryRaw<Record<string, unknown>[]>`
    WITH shared AS MATERIALIZED (
      SELECT coding.* FROM "Coding" coding JOIN "AnswerText" text ON text.id = coding."textId" AND text."consultationId" = ${consultationId} WHERE coding."isShared")
    SELECT theirs."textId" AS "of", shared.* FROM shared
    JOIN "CampaignText" member ON member."textId" = shared."textId" AND member."leftOutAt" IS NULL
    JOIN "Campaign" campaign ON campaign.id = member."campaignId" AND campaign."setId" = ${setId} AND NOT campaign."isPair" AND campaign.state = 'confirmed'
    JOIN "CampaignText" theirs ON theirs."campaignId" = campaign.id AND theirs."leftOutAt" IS NULL AND theirs."textId" = ANY (${textIds}) AND theirs."textId" <> shared."textId"
    ORDER BY shared.at, shared.id`;
  const shared = new Map<string, Coding[]>();
  for (const row of rows) shared.set(String(row.of), [...(shared.get(String(row.of)) ?? []), storedSchema.parse(row)]);
  return shared;
}

/** The codes that somebody gave last, each once, the last first, with the stance it was given with. */
export async function listLastGiven(
  on: Database,
  { partnershipId, coderId, codeIds }: { partnershipId: string; coderId: string; codeIds: readonly string[] },
  most = 5,
): Promise<{ codeId: string; stance: Stance | null }[]> {
  const rows = await on.coding.findMany({ where: { partnershipId, coderId, codeId: { in: [...codeIds] } }, select: { codeId: true, stance: true }, orderBy: [{ at: "desc" }, { id: "desc" }], take: most * 10 });
  const last = rows.filter(({ codeId }, place) => rows.findIndex((one) => one.codeId === codeId) === place);
  return last.slice(0, most).map(({ codeId, stance }) => ({ codeId, stance: isStance(stance) ? stance : null }));
}

/** Why a code was not given; the words are `coding:problem.<problem>`. */
export type CodingProblem = "text-gone" | "code-gone" | "retired" | "other-question" | "span";

export type NewCoding = { textId: string; codeId: string; coderId: string; span?: Span; stance?: Stance | null; pass?: Pass; isShared?: boolean };
type In = { partnershipId: string; consultationId: string; now: Date };

/**
 * Gives a code to an answer or to a part of it; a shared one to the whole campaign that the answer is in. The same one given
 * again by the same coder stands once, as it was said last.
 */
export async function addCoding(
  transaction: Transaction,
  { partnershipId, consultationId, now }: In,
  { textId, codeId, coderId, span = null, stance = null, pass = "first", isShared = false }: NewCoding,
): Promise<Result<{ id: string; isNew: boolean }, CodingProblem>> {
  const text = await transaction.answerText.findFirst({ where: { id: textId, partnershipId, consultationId }, select: { text: true, questionId: true, responseId: true } });
  if (!text) return fail("text-gone");
  // because a code that is merged or retired at this moment takes no more codings
  await transaction.$queryRaw`SELECT id FROM "Code" WHERE id = ${codeId} AND "partnershipId" = ${partnershipId} FOR SHARE`;
  const code = await transaction.code.findFirst({
    where: { id: codeId, partnershipId, codeframe: { consultationId } },
    select: { retiredAt: true, codeframe: { select: { version: true, questionIds: true } } },
  });
  if (!code) return fail("code-gone");
  if (code.retiredAt !== null) return fail("retired");
  if (!code.codeframe.questionIds.includes(text.questionId)) return fail("other-question");
  if (!liesIn(span, text.text)) return fail("span");
  const place = { start: span?.start ?? null, end: span?.end ?? null };
  const id = newId();
  const data = { id, partnershipId, textId, codeId, coderId, ...place, stance, version: code.codeframe.version, pass, isShared, at: now };
  const { count } = await transaction.coding.createMany({ data, skipDuplicates: true });
  if (count > 0) {
    const facts = { consultationId, questionId: text.questionId, codeId, pass };
    await recordAudit(transaction, { partnershipId, personId: coderId, action: "coding.add", subjectKind: "response", subjectId: text.responseId, facts });
    return succeed({ id, isNew: true });
  }
  const there = await transaction.coding.findFirstOrThrow({ where: { textId, codeId, coderId, pass, ...place }, select: { id: true } });
  await changeCoding(transaction, { partnershipId, consultationId, now }, { id: there.id, coderId, stance, isShared });
  return succeed({ id: there.id, isNew: false });
}

type Change = { id: string; coderId: string; stance: Stance | null; isShared?: boolean };

/** Says another stance of a code that a coder gave, or for whom it counts; nothing where it is not there, is so already, or somebody else gave it. */
export async function changeCoding(transaction: Transaction, { partnershipId, consultationId }: In, { id, coderId, stance, isShared }: Change): Promise<void> {
  const there = await transaction.coding.findFirst({
    where: { id, partnershipId, coderId, text: { consultationId } },
    select: { stance: true, isShared: true, codeId: true, pass: true, text: { select: { responseId: true, questionId: true } } },
  });
  if (!there) return;
  const { codeId, pass, text } = there;
  const told = { partnershipId, personId: coderId, subjectKind: "response", subjectId: text.responseId, facts: { consultationId, questionId: text.questionId, codeId, pass } };
  if (there.stance !== stance) {
    await transaction.coding.update({ where: { id }, data: { stance } });
    await recordAudit(transaction, { ...told, action: "coding.change-stance" });
  }
  if (isShared !== undefined && there.isShared !== isShared) {
    await transaction.coding.update({ where: { id }, data: { isShared } });
    await recordAudit(transaction, { ...told, action: "coding.change-reach" });
  }
}

/** Takes back a code that a coder gave; false where it is not there or somebody else gave it. */
export async function removeCoding(transaction: Transaction, { partnershipId, consultationId }: In, { id, coderId }: { id: string; coderId: string }): Promise<boolean> {
  const coding = await transaction.coding.findFirst({
    where: { id, partnershipId, coderId, text: { consultationId } },
    select: { codeId: true, pass: true, text: { select: { responseId: true, questionId: true } } },
  });
  if (!coding) return false;
  await transaction.coding.delete({ where: { id } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId: coderId, action: "coding.remove", subjectKind: "response", subjectId: coding.text.responseId },
    facts: { consultationId, questionId: coding.text.questionId, codeId: coding.codeId, pass: coding.pass },
  });
  return true;
}

export type CodeFigures = ThreeCounts & {
  /** Of individuals, and of those who speak for others. */
  individuals: number;
  organisations: number;
  /** Those that say so; one that says two things is in both. */
  stances: Record<Stance, number>;
};

const nothing: CodeFigures = { all: 0, unique: 0, campaign: 0, individuals: 0, organisations: 0, stances: { support: 0, conditional: 0, oppose: 0, neutral: 0, suggestion: 0, question: 0 } };

export type CodeCounts = {
  /** Answers to the questions of the codeframe in the set, and those of them that carry a code of it. */
  answers: number;
  coded: number;
  /** Answers that carry the code itself or one under it. */
  byCode: Map<string, number>;
  /** The same three ways, by whom, and with which stance. */
  figuresOf: (codeId: string) => CodeFigures;
  base: Omit<CodeFigures, "stances">;
};

type Row = Omit<CodeFigures, "unique" | "stances"> & { id: string; campaigns: number } & Record<Stance, number>;

const stanceSums = Prisma.join(stances.map((stance) => Prisma.sql`count(*) FILTER (WHERE ${stance} = ANY (said.stances))::int AS ${Prisma.raw(`"${stance}"`)}`));

/**
 * How many answers of a set carry each code, each answer counted once. Where a second reading was settled, what was agreed
 * counts; else what the first coder gave. What was given to what the texts of a confirmed campaign share counts for each of
 * them; all of them are one among the unique. A code on what somebody says of their own is theirs. [B7.4] What is held from
 * officers is left out.
 */
export async function countCodes(on: Database, { id, consultationId, questionIds }: Codeframe, codes: readonly Code[], setId: string): Promise<CodeCounts> {
  const texts = Prisma.sql`
    SELECT text.id, pinned."respondentType" = 'individual' AS "isIndividual", pinned."respondentType" = ANY (${[...speakingForOthers]}) AS "isOrganisation" FROM "AnswerText" text
    JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    WHERE text."consultationId" = ${consultationId} AND text."questionId" = ANY(${questionIds})
      AND NOT EXISTS (SELECT 1 FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
  const pairs = codes.flatMap((code) => withAllUnder(codes, code.id).map((under) => [code.id, under] as const));
  const sums = Prisma.sql`count(*)::int AS "all", count(said."campaignId")::int AS campaign, count(DISTINCT said."campaignId")::int AS campaigns,
    count(*) FILTER (WHERE said."isIndividual")::int AS individuals, count(*) FILTER (WHERE said."isOrganisation")::int AS organisations`;
  const [[base], rows] = await Promise.all([
    on.$queryRaw<[Omit<Row, "id" | Stance>]>`
      WITH member AS (${inCampaigns(setId)}) SELECT ${sums} FROM (SELECT text.*, member."campaignId" FROM (${texts}) text LEFT JOIN member ON member."textId" = text.id) said`,
    on.$queryRaw<Row[]>`
      WITH text AS MATERIALIZED (${texts}), member AS MATERIALIZED (${inCampaigns(setId)}),
      on_text AS (
        SELECT counted."textId", counted."codeId", counted.stance, coalesce(counted."campaignId", CASE WHEN counted.start IS NULL OR NOT EXISTS (
          SELECT FROM jsonb_to_recordset(member.additions) AS own(start int, "end" int) WHERE own.start < counted."end" AND own."end" > counted.start) THEN member."campaignId" END) AS "campaignId"
        FROM (${countingIn(setId, questionIds)}) counted JOIN "Code" code ON code.id = counted."codeId" AND code."codeframeId" = ${id} LEFT JOIN member ON member."textId" = counted."textId"),
      within AS (
        SELECT * FROM unnest(${pairs.map(([of]) => of)}::text[], ${pairs.map(([, under]) => under)}::text[]) AS pair (id, "codeId")
        UNION ALL SELECT '', id FROM "Code" WHERE "codeframeId" = ${id}),
      said AS (
        SELECT within.id, on_text."textId", min(on_text."campaignId") AS "campaignId", array_agg(DISTINCT on_text.stance) AS stances FROM within JOIN on_text ON on_text."codeId" = within."codeId" GROUP BY 1, 2)
      SELECT said.id, ${sums}, ${stanceSums} FROM (SELECT said.*, text."isIndividual", text."isOrganisation" FROM said JOIN text ON text.id = said."textId") said GROUP BY said.id`,
  ]);
  const figures = new Map(rows.map(({ id: codeId, individuals, organisations, all, campaign, campaigns, ...said }) => [codeId, { ...threeCounts({ all, campaign, campaigns }), individuals, organisations, stances: said }]));
  const ofBase = { ...threeCounts(base), individuals: base.individuals, organisations: base.organisations };
  const byCode = new Map([...figures].filter(([codeId]) => codeId !== "").map(([codeId, { all }]) => [codeId, all]));
  return { answers: base.all, coded: figures.get("")?.all ?? 0, byCode, figuresOf: (codeId) => figures.get(codeId) ?? nothing, base: ofBase };
}
