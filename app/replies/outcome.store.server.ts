// What was decided after a consultation; the replies to what people said have a store of their own.
import { z } from "zod";
import type { Consultation } from "#app/consultations/consultation.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { noOutcome, type Outcome, type OutcomeTexts } from "./outcome.ts";

export type By = { consultation: Consultation; personId: string; now: Date };

const day = z.date().nullable().transform((date) => date?.toISOString().slice(0, 10) ?? null);

const storedSchema = z.object({
  ...{ decision: textSchema, reasons: textSchema, nextSteps: textSchema, laterReason: textSchema },
  ...{ decidedOn: day, laterOn: day, authorIds: z.array(z.string()), told: z.number() },
});

/** What is written so far; nothing at all where nobody has begun. */
export async function findOutcome(on: Database, consultationId: string): Promise<Outcome & { told: number }> {
  const row = await on.outcome.findUnique({ where: { consultationId } });
  return row ? storedSchema.parse(row) : { ...noOutcome, told: 0 };
}

/** Saves it whole. The caller holds the consultation and has asked the policy. */
export async function saveOutcome(transaction: Transaction, by: By, { decidedOn, laterOn, ...texts }: OutcomeTexts): Promise<void> {
  const date = (on: string | null) => on && new Date(on);
  await writeOutcome(transaction, by, { ...texts, decidedOn: date(decidedOn), laterOn: date(laterOn) });
  await tellOfReply(transaction, by, "outcome.write", by.consultation.id);
}

/** Notes who wrote in it or in one of its replies, because nobody publishes their own. */
export async function writeOutcome(
  transaction: Transaction,
  { consultation: { id: consultationId, partnershipId, outcomePublishedAt }, personId }: By,
  change: object = {},
): Promise<void> {
  await transaction.outcome.upsert({
    where: { consultationId },
    create: { consultationId, partnershipId, ...change, authorIds: [personId] },
    update: change,
  });
  if (!outcomePublishedAt) {
    await transaction.$executeRaw`
      UPDATE "Outcome" SET "authorIds" = array_append("authorIds", ${personId})
      WHERE "consultationId" = ${consultationId} AND NOT ${personId} = ANY("authorIds")`;
  }
  // because what is told of the promised day is public before the outcome is
  await dropPublishedPages(transaction, partnershipId);
}

/** Tells the audit log who did it. */
export async function tellOfReply(
  transaction: Transaction,
  { consultation, personId }: By,
  action: string,
  subjectId: string,
  facts: Record<string, string | number> = {},
): Promise<void> {
  await recordAudit(transaction, {
    ...{ partnershipId: consultation.partnershipId, personId, action, subjectId },
    ...{ subjectKind: action.startsWith("reply.") ? "reply" : "consultation", facts },
  });
}

/** Makes the outcome public and has everybody told who asked; false where the consultation is not there yet. */
export async function publishOutcome(transaction: Transaction, by: By): Promise<boolean> {
  const { consultation, personId, now } = by;
  const isTaken = await takeStep(transaction, consultation, { kind: "publish-outcome", personId, at: now });
  if (!isTaken) return false;
  const { id: consultationId, partnershipId } = consultation;
  await addJob(transaction, "tell-followers", { partnershipId, consultationId }, { key: `tell-followers ${consultationId}` });
  return true;
}
