// Every step in the life of a consultation: taken, taken back by a change, and told afterwards.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";
import type { Step } from "./history.ts";
import { changesOf, isTakenIn, stateOf, stepKinds, type StepKind, type Taking } from "./life.ts";
import { findVersions } from "./notices.store.server.ts";
import { holdConsultation } from "./store.server.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;
type Facts = Step["facts"];

export type NewStep = Taking & {
  /** Null where nobody who is signed in takes it. */
  personId: string | null;
  /** Why, for everybody to read. */
  reason?: Text;
  /** What one officer says to another. */
  note?: string;
  /** The day of the decision, where the step moves it. */
  decisionOn?: string;
  facts?: Facts;
};

/**
 * Takes a step with a consultation and writes it down; false where it cannot be taken in the state it is in, because somebody
 * was quicker for instance. The caller has asked the policy.
 */
export async function takeStep(transaction: Transaction, { id, partnershipId }: Of, step: NewStep): Promise<boolean> {
  const consultation = await holdConsultation(transaction, partnershipId, id);
  if (!isTakenIn(step.kind, stateOf(consultation, step.at))) return false;
  const facts = { ...datesOf(consultation, step), ...step.facts };
  await writeStep(transaction, consultation, { ...step, facts });
  await recordAudit(transaction, {
    ...{ partnershipId, action: `consultation.${step.kind}`, subjectKind: "consultation", subjectId: id, facts },
    ...(step.personId !== null && { personId: step.personId }),
  });
  return true;
}

/** The dates a step sets, and those it moves away from. */
function datesOf(consultation: Consultation, { kind, opensAt, closesAt, until, decisionOn }: NewStep): Facts {
  return {
    ...((kind === "extend" || kind === "close") && { closedAt: consultation.closesAt?.toISOString() ?? null }),
    ...(opensAt && { opensAt: opensAt.toISOString() }),
    ...(closesAt && { closesAt: closesAt.toISOString() }),
    ...(until && { until: until.toISOString() }),
    ...(decisionOn && { decisionOn }),
  };
}

/** Writes down a step and what follows from it, without the audit log: for what whoever runs the server brings in. */
export async function writeStep(transaction: Transaction, consultation: Consultation, step: NewStep): Promise<void> {
  const { id: consultationId, partnershipId, formId } = consultation;
  const { kind, at, personId, reason, note = null, decisionOn, facts = {} } = step;
  const changes = changesOf(consultation, step);
  await transaction.consultationStep.create({
    data: { partnershipId, consultationId, kind, at, personId, note, facts, ...(reason && { reason }) },
  });
  await transaction.consultation.update({ where: { id: consultationId }, data: { ...changes, ...whoOf(step), ...(decisionOn && { decisionOn: new Date(decisionOn) }) } });
  if (changes.publishedAt && !consultation.publishedAt) {
    await transaction.formVersion.updateMany({ where: { formId, publishedAt: null }, data: { publishedAt: at } });
    // what people are told before they send is what stands now, however it is reworded later
    await transaction.consultation.update({ where: { id: consultationId }, data: await findVersions(transaction, consultation) });
  }
  // because the frozen responses become the first set that is analysed
  if (kind === "freeze") await addJob(transaction, "make-set", { consultationId });
  await dropPublishedPages(transaction, partnershipId);
}

/** Who submitted and approved what stands now, and why it is paused. */
function whoOf({ kind, personId, reason }: NewStep): Prisma.ConsultationUpdateInput {
  switch (kind) {
    case "submit":
      return { submittedById: personId };
    case "take-back":
    case "return":
      return { submittedById: null, approvedById: null };
    case "approve":
      return { approvedById: personId };
    case "pause":
      return { pauseReason: reason ?? Prisma.DbNull };
    case "resume":
    case "close":
      return { pauseReason: Prisma.DbNull };
    default:
      return {};
  }
}

/** Publishes it with its form at the word of whoever runs the server; from now on the version never changes. */
export async function publishConsultation(transaction: Transaction, consultation: Consultation, at: Date): Promise<void> {
  await writeStep(transaction, consultation, { kind: "publish", personId: null, at });
}

/**
 * To be called with every change to what a consultation asks and says: remembers who wrote, who from then on cannot approve
 * it, and makes it a draft again where it had been submitted or approved.
 */
export async function touchDesign(transaction: Transaction, { id, partnershipId }: Of, personId: string, now: Date): Promise<void> {
  const { formId, publishedAt, submittedAt } = await holdConsultation(transaction, partnershipId, id);
  if (publishedAt) {
    await transaction.$executeRaw`
      UPDATE "FormVersion" SET "authorIds" = array_append("authorIds", ${personId})
      WHERE "formId" = ${formId} AND "publishedAt" IS NULL AND ${personId} <> ALL ("authorIds")`;
    return;
  }
  if (submittedAt) await takeStep(transaction, { id, partnershipId }, { kind: "take-back", personId, at: now });
  await transaction.$executeRaw`
    UPDATE "Consultation" SET "authorIds" = array_append("authorIds", ${personId})
    WHERE id = ${id} AND ${personId} <> ALL ("authorIds")`;
}

/** Whose work it is, so that nobody approves their own. */
export async function findAuthors(on: Database, { id, partnershipId }: Of): Promise<string[]> {
  const { authorIds, submittedById } = await on.consultation.findFirstOrThrow({
    where: { id, partnershipId },
    select: { authorIds: true, submittedById: true },
  });
  return submittedById === null ? authorIds : [...authorIds, submittedById];
}

const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const reasonSchema = textSchema.nullable();

/** Its steps, the latest first; of these kinds alone where they are given. */
export async function listSteps(on: Database, { id, partnershipId }: Of, kinds: readonly StepKind[] = stepKinds): Promise<Step[]> {
  const rows = await on.consultationStep.findMany({
    where: { consultationId: id, partnershipId, kind: { in: [...kinds] } },
    orderBy: { id: "desc" },
    take: 500,
  });
  const ids = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  const people = ids.length === 0 ? [] : await on.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rows.map(({ kind, personId, at, reason, note, facts, ...row }) => ({
    ...{ id: String(row.id), personId, at, note, kind: stepKinds.find((known) => known === kind)! },
    ...{ reason: reasonSchema.parse(reason), facts: factsSchema.parse(facts), name: names.get(personId ?? "") ?? null },
  }));
}
