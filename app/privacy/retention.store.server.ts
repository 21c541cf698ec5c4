// What the retention clock knows: from when each consultation's periods count, what holds it, and what its runs deleted.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { holdConsultation } from "#app/consultations/store.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { clockOf, isRetentionRule, type Clock, type RetentionRule } from "./retention.ts";

export type Hold = { id: string; reason: string; placedAt: Date; placedById: string };
export type Timed = { id: string; partnershipId: string; title: Text; clock: Clock | null; hold: Hold | null; answersErasedAt: Date | null };

const columns = {
  ...{ id: true, partnershipId: true, title: true, publishedAt: true, closesAt: true, graceInMinutes: true, outcomePublishedAt: true, answersErasedAt: true },
  holds: { where: { liftedAt: null }, select: { id: true, reason: true, placedAt: true, placedById: true }, take: 1 },
} satisfies Prisma.ConsultationSelect;

function read({ title, holds, id, partnershipId, answersErasedAt, ...dates }: Prisma.ConsultationGetPayload<{ select: typeof columns }>, now: Date): Timed {
  const clock = clockOf(dates, now);
  return { id, partnershipId, title: textSchema.parse(title), clock, hold: holds[0] ?? null, answersErasedAt };
}

/** Consultations that have been published, the newest first, `most` a page, from the one after `after` on. */
export async function listTimed(
  on: Database,
  { partnershipId, after = null, most = 20, now }: { partnershipId: string; after?: string | null; most?: number; now: Date },
): Promise<{ timed: Timed[]; nextAfter: string | null }> {
  const last = after === null ? null : await on.consultation.findFirst({ where: { id: after, partnershipId }, select: { id: true, createdAt: true } });
  const rows = await on.consultation.findMany({
    where: {
      ...{ partnershipId, publishedAt: { not: null } },
      ...(last && { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most + 1,
    select: columns,
  });
  const timed = rows.slice(0, most).map((row) => read(row, now));
  return { timed, nextAfter: rows.length > most ? (timed.at(-1)?.id ?? null) : null };
}

/** Every consultation anywhere whose clock runs, or those of one partnership. */
export async function listRunning(on: Database, now: Date, partnershipId: string | null = null): Promise<Timed[]> {
  const rows = await on.consultation.findMany({
    where: { OR: [{ closesAt: { lte: now } }, { outcomePublishedAt: { lte: now } }], publishedAt: { not: null }, ...(partnershipId !== null && { partnershipId }) },
    orderBy: { id: "asc" },
    select: columns,
  });
  return rows.map((row) => read(row, now)).filter(({ clock }) => clock !== null);
}

/** The clock of one consultation, which the caller has found. */
export async function findTimed(on: Database, consultationId: string, now: Date): Promise<Timed> {
  return read(await on.consultation.findUniqueOrThrow({ where: { id: consultationId }, select: columns }), now);
}

type Deed = { partnershipId: string; consultationId: string; by: string; now: Date };

/** Holds the clock of a consultation; false where it is held already. */
export async function placeHold(transaction: Transaction, { partnershipId, consultationId, by, now }: Deed, reason: string): Promise<boolean> {
  // because two officers at once would place two
  await holdConsultation(transaction, partnershipId, consultationId);
  if ((await transaction.retentionHold.count({ where: { consultationId, liftedAt: null } })) > 0) return false;
  await transaction.retentionHold.create({ data: { id: newId(), partnershipId, consultationId, reason, placedAt: now, placedById: by } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId: by, action: "retention.hold", subjectKind: "consultation", subjectId: consultationId },
  });
  return true;
}

/** Lets the clock of a consultation run again; false where nothing held it. */
export async function liftHold(transaction: Transaction, { partnershipId, consultationId, by, now }: Deed): Promise<boolean> {
  const { count } = await transaction.retentionHold.updateMany({
    where: { partnershipId, consultationId, liftedAt: null },
    data: { liftedAt: now, liftedById: by },
  });
  if (count === 0) return false;
  await recordAudit(transaction, {
    ...{ partnershipId, personId: by, action: "retention.lift", subjectKind: "consultation", subjectId: consultationId },
  });
  return true;
}

export type Erased = { rule: RetentionRule; partnershipId: string | null; consultationId: string | null; electionId?: string | null; erased: number };

/** Writes down what a rule deleted in a run. */
export async function recordErased(transaction: Transaction, { rule, partnershipId, consultationId, electionId = null, erased }: Erased, startedAt: Date, finishedAt: Date): Promise<void> {
  await transaction.retentionRun.create({ data: { rule, partnershipId, consultationId, electionId, erased, startedAt, finishedAt } });
  await recordAudit(transaction, {
    ...(partnershipId !== null && { partnershipId }),
    action: "retention.erase",
    ...(consultationId !== null
      ? { subjectKind: "consultation", subjectId: consultationId }
      : electionId !== null
        ? { subjectKind: "election", subjectId: electionId }
        : { subjectKind: "installation", subjectId: "installation" }),
    facts: { rule, count: erased },
  });
}

/** Writes down that a run is over, and how much it deleted in all. */
export async function recordRun(on: Database, erased: number, startedAt: Date, finishedAt: Date): Promise<void> {
  await on.retentionRun.create({ data: { rule: "all", erased, startedAt, finishedAt } });
}

/** When the last run was over. */
export async function findLastRun(on: Database): Promise<Date | null> {
  const last = await on.retentionRun.findFirst({ where: { rule: "all" }, orderBy: { id: "desc" }, select: { finishedAt: true } });
  return last?.finishedAt ?? null;
}

export type ErasedRow = { id: string; at: Date; rule: RetentionRule; consultationId: string | null; electionId: string | null; erased: number };

/** What was deleted of a partnership's, and of what belongs to none where that is asked, newest first, from before `before` back. */
export async function listErased(
  on: Database,
  { partnershipId, withInstallation, before = null, most = 20 }: { partnershipId: string; withInstallation: boolean; before?: string | null; most?: number },
): Promise<{ rows: ErasedRow[]; nextBefore: string | null }> {
  const found = await on.retentionRun.findMany({
    where: {
      ...(before !== null && { id: { lt: BigInt(before) } }),
      rule: { not: "all" },
      OR: [{ partnershipId }, ...(withInstallation ? [{ partnershipId: null }] : [])],
    },
    orderBy: { id: "desc" },
    take: most + 1,
  });
  const rows = found.slice(0, most).flatMap(({ id, finishedAt, rule, consultationId, electionId, erased }) =>
    isRetentionRule(rule) ? [{ id: id.toString(), at: finishedAt, rule, consultationId, electionId, erased }] : [],
  );
  return { rows, nextBefore: found.length > most ? found[most - 1]!.id.toString() : null };
}
