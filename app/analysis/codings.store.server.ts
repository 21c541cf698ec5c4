// The codes given to answers. The caller has asked the policy, and that the answers are such as may be read.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { Prisma } from "#prisma/client/client.ts";
import { withAllUnder, type Code } from "./code.ts";
import { liesIn, passes, stances, type Coding, type Pass, type Span, type Stance } from "./coding.ts";
import type { Codeframe } from "./codeframe.ts";

const storedSchema = z
  .object({
    ...{ id: z.string(), textId: z.string(), codeId: z.string(), coderId: z.string(), start: z.int().nullable(), end: z.int().nullable() },
    ...{ stance: z.enum(stances).nullable(), version: z.int(), pass: z.enum(passes), at: z.date(), changeId: z.string().nullable() },
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

/** Why a code was not given. */
export type CodingProblem = "text-gone" | "code-gone" | "retired" | "other-question" | "span";

export type NewCoding = { textId: string; codeId: string; coderId: string; span?: Span; stance?: Stance | null; pass?: Pass };
type In = { partnershipId: string; consultationId: string; now: Date };

/**
 * Gives a code to an answer or to a part of it. The same one given again by the same coder stands once, with the stance that was
 * said last.
 */
export async function addCoding(
  transaction: Transaction,
  { partnershipId, consultationId, now }: In,
  { textId, codeId, coderId, span = null, stance = null, pass = "first" }: NewCoding,
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
  const data = { id, partnershipId, textId, codeId, coderId, ...place, stance, version: code.codeframe.version, pass, at: now };
  const { count } = await transaction.coding.createMany({ data, skipDuplicates: true });
  const facts = { consultationId, questionId: text.questionId, codeId, pass };
  const told = { partnershipId, personId: coderId, subjectKind: "response", subjectId: text.responseId, facts };
  if (count > 0) {
    await recordAudit(transaction, { ...told, action: "coding.add" });
    return succeed({ id, isNew: true });
  }
  const there = await transaction.coding.findFirstOrThrow({ where: { textId, codeId, coderId, pass, ...place }, select: { id: true, stance: true } });
  if (there.stance !== stance) {
    await transaction.coding.update({ where: { id: there.id }, data: { stance } });
    await recordAudit(transaction, { ...told, action: "coding.change-stance" });
  }
  return succeed({ id: there.id, isNew: false });
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

export type CodeCounts = {
  /** Answers to the questions of the codeframe in the set, and those of them that carry a code of it. */
  answers: number;
  coded: number;
  /** Answers that carry the code itself or one under it. */
  byCode: Map<string, number>;
};

/**
 * How many answers of a set carry each code, each answer counted once. Where a second reading was settled, what was agreed
 * counts; else what the first coder gave. What is held from officers is left out.
 */
export async function countCodes(on: Database, { id, consultationId, questionIds }: Codeframe, codes: readonly Code[], setId: string): Promise<CodeCounts> {
  const texts = Prisma.sql`
    SELECT text.id FROM "AnswerText" text
    JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    WHERE text."consultationId" = ${consultationId} AND text."questionId" = ANY(${questionIds})
      AND NOT EXISTS (SELECT 1 FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
  const pairs = codes.flatMap((code) => withAllUnder(codes, code.id).map((under) => [code.id, under] as const));
  const [[counted], rows] = await Promise.all([
    on.$queryRaw<[{ answers: number; coded: number }]>`
      SELECT count(*)::int AS answers, count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM "Coding" coding JOIN "Code" code ON code.id = coding."codeId"
        WHERE coding."textId" = said.id AND code."codeframeId" = ${id} AND coding.pass <> 'second'))::int AS coded FROM (${texts}) said`,
    on.$queryRaw<{ id: string; count: number }[]>`
      WITH given AS (
        SELECT coding."textId", coding."codeId", coding.pass, bool_or(coding.pass = 'agreed') OVER (PARTITION BY coding."textId") AS "isAgreed"
        FROM "Coding" coding JOIN "Code" code ON code.id = coding."codeId" AND code."codeframeId" = ${id} JOIN (${texts}) said ON said.id = coding."textId"),
      within AS (SELECT * FROM unnest(${pairs.map(([of]) => of)}::text[], ${pairs.map(([, under]) => under)}::text[]) AS pair (id, "codeId"))
      SELECT within.id, count(DISTINCT given."textId")::int AS count FROM within JOIN given ON given."codeId" = within."codeId"
      WHERE given.pass = CASE WHEN given."isAgreed" THEN 'agreed' ELSE 'first' END GROUP BY within.id`,
  ]);
  return { ...counted, byCode: new Map(rows.map((row) => [row.id, row.count])) };
}
