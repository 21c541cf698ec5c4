// New versions of the questions of a published consultation: begun as a working copy, explained, published by somebody else or
// given up; and what was changed by each, for everybody to read.
import { z } from "zod";
import { checkDefinition, type FormDefinition } from "#app/forms/definition.ts";
import { differencesBetween, type Difference } from "#app/forms/differences.ts";
import { emptyTally, mergeTallies, type Tally } from "#app/forms/tally.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { languages, textSchema, type Text } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Consultation } from "./consultation.ts";
import { takeStep, touchDesign } from "./life.store.server.ts";
import { offeredWith, problemsOfVersion, sharesWith, type VersionDecisions, type VersionProblem } from "./new-version.ts";
import { takesNewVersion } from "./office-policy.ts";
import { findCurrentVersion, holdConsultation, listVersions, type FormVersion } from "./store.server.ts";
import { countUp, listTallies, mostCountedForAReader } from "./tallies.store.server.ts";

type By = { personId: string; now: Date };

const decisionsSchema = z.object({
  reason: textSchema.nullable(),
  ...{ partialLanguages: z.array(z.enum(languages)), blockedLanguages: z.array(z.enum(languages)) },
});

/** A version in the making, beside the one that is asked now. */
export type NewVersion = VersionDecisions & {
  id: string;
  number: number;
  definition: FormDefinition;
  current: FormVersion;
  /** Everybody who wrote in it. */
  authorIds: string[];
  /** How often it was edited: another number is another working copy. */
  edits: number;
  differences: Difference[];
  problems: VersionProblem[];
};

/** The working copy of a published consultation's form with what it would change, or null where none is begun. */
export async function findNewVersion(on: Database, consultation: Consultation): Promise<NewVersion | null> {
  const { formId, publishedAt } = consultation;
  const row = publishedAt && (await on.formVersion.findFirst({ where: { formId, publishedAt: null } }));
  if (!row) return null;
  const checked = checkDefinition(row.definition);
  if (!checked.ok) throw new Error(`The working copy ${row.id} is not a form`);
  const [current, ...before] = await listVersions(on, formId);
  const edits = await on.formEdit.count({ where: { formVersionId: row.id } });
  const decided = decisionsSchema.parse(row);
  const next = checked.value;
  const differences = differencesBetween(current!.definition, next);
  const earlier = [current!, ...before].reverse().map(({ definition }) => definition);
  const problems = problemsOfVersion({ consultation, earlier, next, differences, shares: sharesWith(consultation, next), decided });
  return { ...decided, id: row.id, number: current!.number + 1, definition: next, current: current!, authorIds: row.authorIds, edits, differences, problems };
}

/** Begins a new version with the questions that are asked now; false where it is too late for one. One that is begun goes on. */
export async function beginVersion(transaction: Transaction, { id, partnershipId }: Consultation, { personId, now }: By): Promise<boolean> {
  const consultation = await holdConsultation(transaction, partnershipId, id);
  if (await findNewVersion(transaction, consultation)) return true;
  if (!consultation.publishedAt) return false;
  const { number, definition } = await findCurrentVersion(transaction, consultation.formId);
  const step = { kind: "begin-version", personId, at: now, facts: { version: number + 1 } } as const;
  if (!(await takeStep(transaction, consultation, step))) return false;
  await transaction.formVersion.create({
    data: { id: newId(), partnershipId, formId: consultation.formId, number: number + 1, definition: definition as Prisma.InputJsonValue, authorIds: [personId] },
  });
  return true;
}

/** Saves why it is made and in which languages it is offered; false where there is none any more. */
export async function explainVersion(transaction: Transaction, { id, partnershipId }: Consultation, decided: VersionDecisions, { personId, now }: By): Promise<boolean> {
  const consultation = await holdConsultation(transaction, partnershipId, id);
  const version = await findNewVersion(transaction, consultation);
  if (!version) return false;
  await touchDesign(transaction, consultation, personId, now);
  const { reason, ...offered } = decided;
  await transaction.formVersion.update({ where: { id: version.id }, data: { ...offered, reason: reason ?? Prisma.DbNull } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "consultation.explain-version", subjectKind: "consultation", subjectId: id },
    facts: { version: version.number },
  });
  return true;
}

/** Gives it up: its questions and their edits are deleted, nothing that anybody could read changes. */
export async function abandonVersion(transaction: Transaction, { id, partnershipId }: Consultation, { personId, now }: By): Promise<boolean> {
  const consultation = await holdConsultation(transaction, partnershipId, id);
  const version = await findNewVersion(transaction, consultation);
  if (!version) return false;
  await transaction.formEdit.deleteMany({ where: { formVersionId: version.id, partnershipId } });
  await transaction.formVersion.delete({ where: { id: version.id } });
  return takeStep(transaction, consultation, { kind: "abandon-version", personId, at: now, facts: { version: version.number } });
}

/** "changed": edited since whoever publishes it looked, or gone; "refused": see its problems, or too late. */
export type Publishing = "published" | "changed" | "refused";

/**
 * Asks its questions of everybody who begins from now on. The caller has asked the policy; the database refuses whoever wrote in it.
 */
export async function publishVersion(transaction: Transaction, { id, partnershipId }: Consultation, edits: number, { personId, now }: By): Promise<Publishing> {
  const consultation = await holdConsultation(transaction, partnershipId, id);
  const { formId } = consultation;
  // because whoever runs the server may publish another with a command
  await transaction.$queryRaw`SELECT id FROM "Form" WHERE id = ${formId} FOR UPDATE`;
  const version = await findNewVersion(transaction, consultation);
  if (!version || version.edits !== edits) return "changed";
  if (version.problems.length > 0 || !takesNewVersion(consultation, now)) return "refused";
  const { number, reason, definition } = version;
  const offered = offeredWith(consultation, sharesWith(consultation, definition), version);
  await transaction.formVersion.update({ where: { id: version.id }, data: { number, publishedAt: now, publishedById: personId } });
  await transaction.consultation.update({ where: { id }, data: offered });
  const step = { kind: "publish-version", personId, at: now, facts: { version: number }, ...(reason && { reason }) } as const;
  await takeStep(transaction, consultation, step);
  return "published";
}

/** What a version changed in the one before, when and why; no reason where whoever runs the server published it. */
export type QuestionChanges = { number: number; publishedAt: Date; reason: Text | null; before: FormDefinition; after: FormDefinition; differences: Difference[] };

/** What was changed in the questions since people could first read them, the newest first. */
export async function listQuestionChanges(on: Database, formId: string): Promise<QuestionChanges[]> {
  const versions = await listVersions(on, formId);
  if (versions.length < 2) return [];
  const rows = await on.formVersion.findMany({ where: { id: { in: versions.map(({ id }) => id) } }, select: { id: true, reason: true } });
  const reasons = new Map(rows.map(({ id, reason }) => [id, textSchema.nullable().parse(reason)]));
  return versions.slice(0, -1).map(({ id, number, publishedAt, definition: after }, index) => {
    const before = versions[index + 1]!.definition;
    return { number, publishedAt, reason: reasons.get(id) ?? null, before, after, differences: differencesBetween(before, after) };
  });
}

export type Answered = {
  /** The responses to every version together. */
  tally: Tally;
  /** Whether some are still to be counted. */
  waits: boolean;
  /** Begun, not sent, and kept still, by the version they were begun under. */
  drafts: { number: number; count: number }[];
};

/** What was answered so far. */
export async function findAnswered(on: Database, { id, formId }: Consultation, now: Date): Promise<Answered> {
  await countUp(id, now, mostCountedForAReader);
  const { counted, waits } = await listTallies(on, id);
  const drafts = await on.draft.groupBy({ by: ["formVersionId"], where: { consultationId: id, responseId: null, expiresAt: { gt: now } }, _count: true });
  const begun = new Map(drafts.map(({ formVersionId, _count }) => [formVersionId, _count]));
  const versions = await listVersions(on, formId);
  return {
    ...{ tally: counted.reduce((all, { tally }) => mergeTallies(all, tally), emptyTally()), waits },
    drafts: versions.flatMap(({ id: versionId, number }) => (begun.has(versionId) ? [{ number, count: begun.get(versionId)! }] : [])),
  };
}
