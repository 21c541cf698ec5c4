// A sample of what was entered, entered again by a second person who does not see the first entry: drawn, compared, settled,
// and what it says of how often entries are wrong.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Entries } from "#app/forms/entries.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Accuracy, Comparison } from "./comparison.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type By = { personId: string; now: Date };

/** How many of a hundred are drawn. */
export async function findShare(on: Database, { id }: Pick<Of, "id">): Promise<number> {
  const { againShare } = await on.consultation.findUniqueOrThrow({ where: { id }, select: { againShare: true } });
  return againShare;
}

/** Sets it; what was drawn under the share before and entered again stays so. */
export async function setShare(transaction: Transaction, { id, partnershipId }: Of, share: number, { personId }: By): Promise<void> {
  await transaction.consultation.update({ where: { id }, data: { againShare: share } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.set-sample", subjectKind: "consultation", subjectId: id },
    facts: { share },
  });
}

// because ids are random, a hash of them draws at random, and draws the same ones every time
const isDrawn = (share: number) => Prisma.sql`('x' || left(md5(entered."responseId"), 8))::bit(32)::bigint % 100 < ${share}`;
const counts = Prisma.sql`response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL`;

export type Drawn = { id: string; sheet: string | null; channel: string; receivedAt: Date; enteredAt: Date };

/** Those drawn that nobody has entered again yet, but for those this person entered: the longest waiting first. */
export async function listDrawn(
  on: Database,
  { id }: Pick<Of, "id">,
  { personId, share, most = 25 }: { personId: string; share: number; most?: number },
): Promise<Drawn[]> {
  return on.$queryRaw<Drawn[]>`
    SELECT response.id, entered.sheet, response.channel, response."receivedAt", response."enteredAt"
    FROM "EnteredResponse" entered JOIN "Response" response ON response.id = entered."responseId"
    WHERE entered."consultationId" = ${id} AND ${counts} AND entered."againAt" IS NULL AND ${isDrawn(share)}
      AND response."enteredById" <> ${personId}
      AND NOT EXISTS (SELECT FROM "EnteredRevision" revision WHERE revision."responseId" = response.id AND revision."enteredById" = ${personId})
    ORDER BY response."enteredAt", response.id LIMIT ${most}`;
}

/** Keeps what the second entry differed in; without differences it is settled at once. */
export async function saveComparison(
  transaction: Transaction,
  { partnershipId, id: consultationId }: Of,
  { responseId, revision }: { responseId: string; revision: number },
  { questions, differing, second }: Comparison & { second: Record<string, Entries> },
  { personId, now }: By,
): Promise<void> {
  const isSame = differing.length === 0;
  await transaction.enteredResponse.update({
    where: { responseId },
    data: {
      ...{ againRevision: revision, againById: personId, againAt: now, againQuestions: questions, againDiffers: second },
      ...(isSame && { againWrong: 0, againSettledAt: now, againSettledById: personId }),
    },
  });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "response.enter-again", subjectKind: "response", subjectId: responseId },
    facts: { consultationId, questions, differing: differing.length },
  });
}

export type Difference = { responseId: string; revision: number; second: Record<string, Entries> };

/** What the two entries of a response differ in, while nobody has settled it; null otherwise. */
export async function findDifference(on: Database, { id: consultationId }: Pick<Of, "id">, responseId: string): Promise<Difference | null> {
  const row = await on.enteredResponse.findFirst({ where: { responseId, consultationId, againAt: { not: null }, againSettledAt: null } });
  return row && { responseId, revision: row.againRevision ?? 1, second: (row.againDiffers ?? {}) as Record<string, Entries> };
}

/** Notes how many the first entry had wrong, once; false where somebody has done so. */
export async function settleDifference(
  transaction: Transaction,
  { partnershipId, id: consultationId }: Of,
  { responseId, differing, wrong }: { responseId: string; differing: readonly string[]; wrong: number },
  { personId, now }: By,
): Promise<boolean> {
  const { count } = await transaction.enteredResponse.updateMany({
    where: { responseId, consultationId, againAt: { not: null }, againSettledAt: null },
    data: {
      ...{ againWrong: wrong, againSettledAt: now, againSettledById: personId },
      // because what was typed may be personal, and is of no use any more
      againDiffers: Object.fromEntries(differing.map((id) => [id, {}])),
    },
  });
  if (count === 0) return false;
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "response.settle", subjectKind: "response", subjectId: responseId },
    facts: { consultationId, wrong },
  });
  return true;
}

/** Those entered twice and differing that nobody has settled: the longest waiting first. */
export async function listDifferent(on: Database, { id: consultationId }: Pick<Of, "id">, most = 25): Promise<{ id: string; sheet: string | null; differing: number }[]> {
  const rows = await on.enteredResponse.findMany({
    where: { consultationId, againAt: { not: null }, againSettledAt: null },
    select: { responseId: true, sheet: true, againDiffers: true },
    ...{ orderBy: { againAt: "asc" }, take: most },
  });
  return rows.map(({ responseId, sheet, againDiffers }) => ({ id: responseId, sheet, differing: Object.keys((againDiffers ?? {}) as object).length }));
}

/** What all of it says so far. */
export async function countAccuracy(on: Database, { id }: Pick<Of, "id">, share: number): Promise<Accuracy> {
  const [counted] = await on.$queryRaw<[Accuracy]>`
    SELECT count(*)::int AS entered,
      count(*) FILTER (WHERE "againAt" IS NOT NULL OR ${isDrawn(share)})::int AS drawn,
      count("againAt")::int AS again, count("againSettledAt")::int AS settled,
      coalesce(sum("againQuestions"), 0)::int AS questions,
      coalesce(sum((SELECT count(*) FROM jsonb_object_keys("againDiffers"))) FILTER (WHERE "againAt" IS NOT NULL), 0)::int AS differing,
      coalesce(sum("againQuestions") FILTER (WHERE "againSettledAt" IS NOT NULL), 0)::int AS "questionsSettled",
      coalesce(sum("againWrong"), 0)::int AS wrong
    FROM "EnteredResponse" entered JOIN "Response" response ON response.id = entered."responseId"
    WHERE entered."consultationId" = ${id} AND ${counts}`;
  return counted;
}
