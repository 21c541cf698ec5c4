// What would be published of a consultation's results: worked out by a job that tells how far it is, and kept, with what it was
// worked out from, until it is published or too old.
import { z } from "zod";
import { findNewestSet } from "#app/analysis/sets.store.server.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { markOfEquality } from "#app/consultations/equality.store.server.ts";
import { findPublicAnswers } from "#app/consultations/public-answers.store.server.ts";
import { findConsultationForOfficer, listVersions } from "#app/consultations/store.server.ts";
import { isAllThatIsLeft } from "#app/consultations/tallies.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import type { Text } from "#app/shared/languages.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { basisSchema, movedBetween, rules, type Basis } from "./basis.ts";
import { askedInYear, isNothing, type Choice } from "./choice.ts";
import { countEquality } from "./counting-equality.server.ts";
import { makeResults, type Made } from "./make.server.ts";
import type { Counted } from "./known.ts";
import { makingSteps, tellerOf, type Told } from "./making.ts";
import type { PublishedResults } from "./published-results.ts";
import { countReleased, findChoice, publishResults, type By } from "./store.server.ts";

/** What there has to be before anything can be worked out; the words are `publication:preview.missing.<code>`. */
export type Missing = "not-frozen" | "no-set" | "nothing" | "erased";

export async function findMissing(on: Database, consultation: Pick<Consultation, "id" | "partnershipId" | "frozenAt">, choice: Choice): Promise<Missing | null> {
  if (await isAllThatIsLeft(on, consultation.id)) return "erased";
  if (!consultation.frozenAt) return "not-frozen";
  if (isNothing(choice)) return "nothing";
  return (await findNewestSet(on, consultation)) ? null : "no-set";
}

/** What results would be worked out from now. */
export async function takeBasis(on: Database, consultation: Consultation, choice: Choice, now: Date): Promise<Basis> {
  const { id, formId, opensAt, publishedAt } = consultation;
  const set = await findNewestSet(on, consultation);
  const { responseIds, questions } = await findPublicAnswers(on, consultation);
  const written = (value: unknown) => JSON.stringify(value);
  return {
    choice: sha256(written(choice)),
    frozen: written([set?.frozenAt, opensAt, publishedAt, askedInYear(consultation, now)]),
    responses: written([set?.id, set?.erasures]),
    equality: choice.equality.length === 0 ? "" : await markOfEquality(on, id),
    questions: written((await listVersions(on, formId)).map((version) => version.id)),
    published: written([await countReleased(on, id), responseIds.length, questions]),
    rules,
  };
}

export type Hidden = Pick<Made, "log" | "leftOut" | "open">;

export type Preview = {
  /** Another whenever it is worked out anew. */
  id: string;
  startedAt: Date;
  finishedAt: Date | null;
  told: Told;
  /** Whether somebody is at it: no other begins then. */
  isUnderWay: boolean;
  basis: Basis;
};

const figures = { shown: true, counted: true, hidden: true } as const;
const rowSchema = z.object({ step: z.enum(makingSteps), basis: basisSchema });

/** One that has told nothing for so long has been given up by whoever worked it out. */
const silentForInMs = 5 * 60_000;

export async function findPreview(on: Database, consultationId: string, now: Date): Promise<Preview | null> {
  const row = await on.resultsPreview.findUnique({ where: { consultationId }, omit: figures });
  if (!row) return null;
  const { id, startedAt, toldAt, finishedAt, done, of } = row;
  const { step, basis } = rowSchema.parse(row);
  const isUnderWay = finishedAt === null && now.getTime() - toldAt.getTime() < silentForInMs;
  return { id, startedAt, finishedAt, told: { step, done, of }, isUnderWay, basis };
}

/** What was worked out, as the public would see it, with what is hidden; of a preview that is finished. */
export async function readPreview(on: Database, id: string): Promise<{ results: PublishedResults; hidden: Hidden }> {
  const { shown, hidden } = await on.resultsPreview.findUniqueOrThrow({ where: { id }, select: { shown: true, hidden: true } });
  // because the job wrote both as they are, and checking every figure again would keep whoever looks waiting
  return { results: shown as unknown as PublishedResults, hidden: hidden as unknown as Hidden };
}

/** Has it worked out, unless it is, or that is under way of the same choice; what was worked out before is dropped. */
export async function startPreview(consultation: Consultation, choice: Choice, { personId, now }: By): Promise<void> {
  const { id: consultationId, partnershipId } = consultation;
  await inTransaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`folkmoot preview ${consultationId}`}, 0))`;
    const before = await findPreview(transaction, consultationId, now);
    const basis = await takeBasis(transaction, consultation, choice, now);
    if (before?.isUnderWay ? before.basis.choice === basis.choice : before?.finishedAt && movedBetween(before.basis, basis).length === 0) return;
    await transaction.resultsPreview.deleteMany({ where: { consultationId } });
    const id = newId();
    await transaction.resultsPreview.create({ data: { id, consultationId, partnershipId, startedAt: now, toldAt: now, step: makingSteps[0], basis } });
    await addJob(transaction, "preview-results", { previewId: id }, { attempts: 3 });
    await recordAudit(transaction, { partnershipId, personId, action: "consultation.preview-results", subjectKind: "consultation", subjectId: consultationId });
  });
}


/** Works it out and keeps it; leaves it where it has meanwhile been begun anew. */
export async function workOutPreview(previewId: string, clock: () => Date): Promise<void> {
  const row = await db().resultsPreview.findUnique({ where: { id: previewId }, omit: figures });
  if (!row || row.finishedAt) return;
  const consultation = await findConsultationForOfficer(db(), row.partnershipId, row.consultationId);
  const choice = await findChoice(db(), consultation.id);
  const set = await findNewestSet(db(), consultation);
  if (!set?.frozenAt || (await findMissing(db(), consultation, choice))) return;
  if (choice.equality.length > 0) await countEquality(set.id, clock);
  const basis = await takeBasis(db(), consultation, choice, clock());
  const writeIfWanted = async (data: Prisma.ResultsPreviewUpdateManyMutationInput) => (await db().resultsPreview.updateMany({ where: { id: previewId }, data })).count > 0;
  const made = await makeResults(consultation, { ...set, frozenAt: set.frozenAt }, choice, clock(), tellerOf(clock, writeIfWanted));
  if (made === null) return;
  const { results, counted, log, leftOut, open } = made;
  const finishedAt = clock();
  await writeIfWanted({
    ...{ basis, finishedAt, toldAt: finishedAt },
    shown: results as unknown as Prisma.InputJsonObject,
    counted: counted as unknown as Prisma.InputJsonObject,
    hidden: { log, leftOut, open } as unknown as Prisma.InputJsonObject,
  });
}

/**
 * Publishes exactly what was worked out, of a consultation that is held; false where that is not what would be published now, or
 * may not be.
 */
export async function publishPreview(transaction: Transaction, consultation: Consultation, { id, reason }: { id: string; reason: Text | null }, by: By): Promise<boolean> {
  const preview = await findPreview(transaction, consultation.id, by.now);
  if (preview?.id !== id || !preview.finishedAt) return false;
  const basis = await takeBasis(transaction, consultation, await findChoice(transaction, consultation.id), by.now);
  if (movedBetween(preview.basis, basis).length > 0) return false;
  const { results, hidden } = await readPreview(transaction, id);
  if (hidden.open.length > 0) return false;
  const { counted } = await transaction.resultsPreview.findUniqueOrThrow({ where: { id }, select: { counted: true } });
  await publishResults(transaction, consultation, { results, counted: counted as unknown as Counted, reason }, by);
  await transaction.resultsPreview.delete({ where: { id } });
  return true;
}

/** What is not published after so long is worked out anew: the exact counts in it are not kept longer than they are of use. */
const keptInDays = 30;

export async function forgetPreviews(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptInDays * 86_400_000);
  return (await db().resultsPreview.deleteMany({ where: { startedAt: { lt: before } } })).count;
}
