// What is chosen to be published of a consultation's results, what was published and what was taken back.
import { z } from "zod";
import type { Consultation } from "#app/consultations/consultation.ts";
import { takeStep } from "#app/consultations/life.store.server.ts";
import { setResultsPublished } from "#app/consultations/store.server.ts";
import { publishFinding, withdrawFindings } from "#app/evidence/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { languages, textSchema, type Text } from "#app/shared/languages.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { choiceSchema, nothingChosen, type Choice } from "./choice.ts";
import { findingSubject, findingsOf } from "./finding.ts";
import type { Counted } from "./known.ts";
import { publishedResultsSchema, type PublishedResults } from "./published-results.ts";

type Owned = Pick<Consultation, "id" | "partnershipId">;
export type By = { personId: string; now: Date };

export async function findChoice(on: Database, consultationId: string): Promise<Choice> {
  const row = await on.resultsChoice.findUnique({ where: { consultationId } });
  return row ? choiceSchema.parse(row.chosen) : nothingChosen;
}

export async function saveChoice(transaction: Transaction, { id, partnershipId }: Owned, chosen: Choice, { personId, now }: By): Promise<void> {
  const kept = { chosen: chosen as Prisma.InputJsonObject, changedAt: now, changedById: personId };
  await transaction.resultsChoice.upsert({ where: { consultationId: id }, create: { consultationId: id, partnershipId, ...kept }, update: kept });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.choose-results", subjectKind: "consultation", subjectId: id },
    facts: { questions: Object.keys(chosen.questions).length, equality: chosen.equality.length },
  });
}

/** Those of every publication so far, of results and of what else was released, also of those taken back: what was public once may be remembered. */
export async function listCounted(on: Database, consultationId: string): Promise<Counted[]> {
  const rows = await on.publishedResults.findMany({ where: { consultationId }, select: { counted: true }, orderBy: { number: "asc" } });
  const others = await on.releasedFigures.findMany({ where: { consultationId }, select: { counted: true }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  return [...rows, ...others].map(({ counted }) => counted as unknown as Counted);
}

/** How often anything was released, so that who made something before knows that it has to be made anew. */
export async function countReleased(on: Database, consultationId: string): Promise<number> {
  return (await on.publishedResults.count({ where: { consultationId } })) + (await on.releasedFigures.count({ where: { consultationId } }));
}

/** Writes down the exact figures behind what another subject publishes, so that whatever is published after keeps what is hidden in it hidden. */
export async function recordReleased(transaction: Transaction, { id: consultationId, partnershipId }: Owned, from: { sourceSubject: string; sourceId: string; counted: Counted }, now: Date): Promise<void> {
  await transaction.releasedFigures.create({ data: { id: newId(), partnershipId, consultationId, at: now, ...from, counted: from.counted as unknown as Prisma.InputJsonObject } });
}

export type Version = {
  id: string;
  number: number;
  publishedAt: Date;
  /** Why it came after another; null for the first. */
  reason: Text | null;
  withdrawn: { at: Date; reason: Text } | null;
};

const versionSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    publishedAt: z.date(),
    reason: textSchema.nullable(),
    withdrawal: z.object({ at: z.date(), reason: textSchema }).nullable(),
  })
  .transform(({ withdrawal, ...version }): Version => ({ ...version, withdrawn: withdrawal }));

/** What was published so far, the latest first. */
export async function listPublished(on: Database, consultationId: string): Promise<Version[]> {
  const rows = await on.publishedResults.findMany({
    where: { consultationId },
    select: { id: true, number: true, publishedAt: true, reason: true, withdrawal: { select: { at: true, reason: true } } },
    orderBy: { number: "desc" },
  });
  return rows.map((row) => versionSchema.parse(row));
}

export async function findResults(on: Database, id: string): Promise<PublishedResults> {
  const row = await on.publishedResults.findUniqueOrThrow({ where: { id }, select: { shown: true } });
  return publishedResultsSchema.parse(row.shown);
}

export type ToPublish = { results: PublishedResults; counted: Counted; reason: Text | null };

/** Publishes results of a consultation that is held, with what each question leaves as evidence; the number of the version. */
export async function publishResults(transaction: Transaction, consultation: Consultation, { results, counted, reason }: ToPublish, { personId, now }: By): Promise<number> {
  const { id: consultationId, partnershipId, title } = consultation;
  const [last] = await listPublished(transaction, consultationId);
  const [id, number] = [newId(), (last?.number ?? 0) + 1];
  await transaction.publishedResults.create({
    data: {
      ...{ id, partnershipId, consultationId, number, publishedAt: now, publishedById: personId },
      ...(reason && { reason }),
      shown: results as unknown as Prisma.InputJsonObject,
      counted: counted as unknown as Prisma.InputJsonObject,
    },
  });
  if (last) await withdrawFindings(transaction, findingSubject, last.id);
  for (const finding of findingsOf(results, { publicationId: id, title }, languages.map(wordsFor))) await publishFinding(transaction, partnershipId, finding, now);
  await setResultsPublished(transaction, consultation, now);
  // [Gunning 4] from now on what people said is there to be read, and a decision may rest on it; the first time counts.
  await takeStep(transaction, consultation, { kind: "publish-report", personId, at: now });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.publish-results", subjectKind: "consultation", subjectId: consultationId },
    facts: { number, questions: results.questions.length, hidden: counted.hidden.length },
  });
  return number;
}

/** Takes back what is published of a consultation that is held; nobody is told anything but that, and why. */
export async function withdrawResults(transaction: Transaction, consultation: Consultation, reason: Text, { personId, now }: By): Promise<void> {
  const { id: consultationId, partnershipId } = consultation;
  const [last] = await listPublished(transaction, consultationId);
  if (!last || last.withdrawn) return;
  await transaction.resultsWithdrawal.create({ data: { resultsId: last.id, partnershipId, at: now, byId: personId, reason } });
  await withdrawFindings(transaction, findingSubject, last.id);
  await setResultsPublished(transaction, consultation, null);
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.withdraw-results", subjectKind: "consultation", subjectId: consultationId },
    facts: { number: last.number },
  });
}
