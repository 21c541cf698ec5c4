// The report of a consultation while it is written: its figures are made by a job that says how far it is, and kept until they are made anew.
import { findNewestSet, findSet, listSets } from "#app/analysis/sets.store.server.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { findConsultationForOfficer } from "#app/consultations/store.server.ts";
import { markOfEquality } from "#app/consultations/equality.store.server.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { makingSteps, tellerOf, type Told } from "#app/publication/making.ts";
import type { Counted } from "#app/publication/known.ts";
import { countReleased, findChoice } from "#app/publication/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { makeReport, type MadeReport } from "./make.server.ts";
import type { ReportShown } from "./shown.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
export type By = { personId: string; now: Date };

/** What figures were made from: the same mark as long as nothing in it has changed. */
export type Marks = {
  /** What else was released, and what had to be erased of the set: where that moved they may not be published. */
  gate: string;
  /** Codes, campaigns and moderation. */
  work: string;
};

export type ForOfficers = Pick<MadeReport, "log" | "leftOut" | "open"> & { marks: Marks };

export type ReportHead = {
  placed: string[];
  making: { setNumber: number; told: Told; askedAt: Date; isUnderWay: boolean } | null;
  made: { id: string; setId: string; at: Date } | null;
};

/** One that has told nothing for so long was given up by whoever made it. */
const silentForInMs = 5 * 60_000;

const figures = { shown: true, counted: true, hidden: true } as const;

/** The report of a consultation; null where nobody has begun one. */
export async function findReport(on: Database, consultation: Of, now: Date): Promise<ReportHead | null> {
  const row = await on.report.findUnique({ where: { consultationId: consultation.id }, omit: figures });
  if (!row) return null;
  const { placed, makingId, makingSetId, askedAt, toldAt, step, done, of, madeId, madeSetId, madeAt } = row;
  const set = makingId === null ? undefined : (await listSets(on, consultation)).find(({ id }) => id === makingSetId);
  const told = { step: makingSteps.find((one) => one === step) ?? makingSteps[0], done, of };
  return {
    placed,
    making: makingId === null || askedAt === null || toldAt === null ? null : { setNumber: set?.number ?? 0, told, askedAt, isUnderWay: now.getTime() - toldAt.getTime() < silentForInMs },
    made: madeId === null || madeSetId === null || madeAt === null ? null : { id: madeId, setId: madeSetId, at: madeAt },
  };
}

/** What was made last, as everybody would see it, and what officers alone are told; of a report that has figures. */
export async function readMade(on: Database, consultationId: string): Promise<{ shown: ReportShown; officers: ForOfficers }> {
  const { shown, hidden } = await on.report.findUniqueOrThrow({ where: { consultationId }, select: { shown: true, hidden: true } });
  // because the job wrote both as they are
  return { shown: shown as unknown as ReportShown, officers: hidden as unknown as ForOfficers };
}

/** The exact counts behind it, for what is published. */
export async function readCounted(on: Database, consultationId: string): Promise<Counted> {
  const { counted } = await on.report.findUniqueOrThrow({ where: { consultationId }, select: { counted: true } });
  return counted as unknown as Counted;
}

/** The marks of what figures of a set would be made from now. */
export async function takeMarks(on: Database, consultation: Of, setId: string): Promise<Marks> {
  const { id, partnershipId } = consultation;
  const { erasures } = await on.analysisSet.findUniqueOrThrow({ where: { id: setId }, select: { erasures: true } });
  const { equality } = await findChoice(on, id);
  const [work] = await on.$queryRaw<unknown[]>`
    SELECT (SELECT jsonb_build_array(count(*), max(coding.at), count(coding.stance)) FROM "Coding" coding JOIN "Code" code ON code.id = coding."codeId" JOIN "Codeframe" frame ON frame.id = code."codeframeId" WHERE frame."consultationId" = ${id}) AS codings,
      (SELECT jsonb_agg(jsonb_build_array(frame.id, frame.version, frame.name, (SELECT count(*) FROM "CodeframeChange" change WHERE change."codeframeId" = frame.id AND change."undoneAt" IS NULL)) ORDER BY frame.id) FROM "Codeframe" frame WHERE frame."consultationId" = ${id}) AS frames,
      (SELECT jsonb_build_array(count(*), max("decidedAt"), (SELECT count(*) FROM "CampaignText" member JOIN "Campaign" theirs ON theirs.id = member."campaignId" WHERE theirs."setId" = ${setId} AND member."leftOutAt" IS NOT NULL)) FROM "Campaign" WHERE "setId" = ${setId} AND state <> 'found') AS campaigns,
      (SELECT jsonb_build_array(count(*), max("settledAt")) FROM "Settlement" WHERE "consultationId" = ${id}) AS settled,
      (SELECT count("doneAt")::int FROM "CodingTask" WHERE "consultationId" = ${id}) AS read,
      (SELECT jsonb_build_array(count(*), max(moderation.at)) FROM "TextModeration" moderation JOIN "AnswerText" text ON text.id = moderation."textId" WHERE text."consultationId" = ${id}) AS moderated,
      (SELECT jsonb_build_array(count(*), max(removal.at)) FROM "Redaction" removal JOIN "AnswerText" text ON text.id = removal."textId" WHERE text."consultationId" = ${id}) AS removed,
      (SELECT count(*)::int FROM "HeldAnswer" WHERE "consultationId" = ${id} AND "partnershipId" = ${partnershipId}) AS held`;
  return {
    gate: sha256(JSON.stringify([setId, erasures, await countReleased(on, id), equality, equality.length > 0 ? await markOfEquality(on, id) : ""])),
    work: sha256(JSON.stringify(work)),
  };
}

/**
 * Has the figures of a set made, the newest where none is named; false where there is none, or the same is being made. Nobody has
 * begun a report before: from then on the consultation is in the state that its report is written. The caller holds it and has
 * asked the policy.
 */
export async function askForReport(transaction: Transaction, consultation: Consultation, set: string | null, { personId, now }: By): Promise<boolean> {
  const { id: consultationId, partnershipId } = consultation;
  const chosen = set === null ? await findNewestSet(transaction, consultation) : await findSet(transaction, consultation, set);
  if (!chosen) return false;
  const before = await findReport(transaction, consultation, now);
  if (before?.making?.isUnderWay && before.making.setNumber === chosen.number) return false;
  const makingId = newId();
  const making = { makingId, makingSetId: chosen.id, askedAt: now, toldAt: now, step: makingSteps[0], done: 0, of: 0 };
  await transaction.report.upsert({ where: { consultationId }, create: { consultationId, partnershipId, startedAt: now, ...making }, update: making });
  await addJob(transaction, "make-report", { consultationId, makingId }, { attempts: 3 });
  await recordAudit(transaction, { partnershipId, personId, action: "report.make", subjectKind: "consultation", subjectId: consultationId, facts: { set: chosen.number } });
  if (!before) await takeStep(transaction, consultation, { kind: "draft-report", personId, at: now });
  return true;
}

/** Makes them and keeps them; leaves it where they have meanwhile been asked for anew. */
export async function workOutReport({ consultationId, makingId }: { consultationId: string; makingId: string }, clock: () => Date): Promise<void> {
  const row = await db().report.findFirst({ where: { consultationId, makingId }, select: { partnershipId: true, makingSetId: true } });
  const set = row && (await db().analysisSet.findFirst({ where: { id: row.makingSetId ?? "", consultationId } }));
  if (!row || !set?.frozenAt) return;
  const consultation = await findConsultationForOfficer(db(), row.partnershipId, consultationId);
  const marks = await takeMarks(db(), consultation, set.id);
  const writeIfWanted = async (data: Prisma.ReportUpdateManyMutationInput) => (await db().report.updateMany({ where: { consultationId, makingId }, data })).count > 0;
  const made = await makeReport(consultation, { ...set, frozenAt: set.frozenAt }, clock(), tellerOf(clock, writeIfWanted));
  if (made === null) return;
  const { shown, counted, log, leftOut, open } = made;
  const officers: ForOfficers = { log, leftOut, open, marks };
  await writeIfWanted({
    ...{ makingId: null, makingSetId: null, madeId: newId(), madeSetId: set.id, madeAt: clock() },
    shown: shown as unknown as Prisma.InputJsonObject,
    counted: counted as unknown as Prisma.InputJsonObject,
    hidden: officers as unknown as Prisma.InputJsonObject,
  });
}
