// The codeframes of a consultation, and the codes of each. The caller has asked the policy.
import { z } from "zod";
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { inTree, kinds, mostCodes, type PlacedCode } from "./code.ts";
import { alwaysThere, mostFrames, type Codeframe, type FrameDetails } from "./codeframe.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

const ofFrame = { id: true, consultationId: true, partnershipId: true, name: true, questionIds: true, version: true } as const;

const frameSchema = z.object({ id: z.string(), consultationId: z.string(), partnershipId: z.string(), name: textSchema, questionIds: z.array(z.string()), version: z.int() });

const ofCode = {
  ...{ id: true, parentId: true, place: true, kind: true, name: true, definition: true, include: true, exclude: true, example: true },
  ...{ isCrossCutting: true, isEquality: true, retiredAt: true, mergedIntoId: true },
} as const;

/** A code as the database holds it, and as a change keeps it to be put back. */
export const codeSchema = z.object({
  ...{ id: z.string(), parentId: z.string().nullable(), place: z.int(), kind: z.enum(kinds) },
  ...{ name: textSchema, definition: textSchema, include: textSchema, exclude: textSchema, example: textSchema },
  ...{ isCrossCutting: z.boolean(), isEquality: z.boolean(), retiredAt: z.coerce.date().nullable(), mergedIntoId: z.string().nullable() },
});

/** A consultation's codeframes, the first that was made first; those that serve a question where one is named. */
export async function listCodeframes(on: Database, { id: consultationId, partnershipId }: Of, questionId?: string): Promise<Codeframe[]> {
  const where = { consultationId, partnershipId, ...(questionId !== undefined && { questionIds: { has: questionId } }) };
  const rows = await on.codeframe.findMany({ where, select: ofFrame, orderBy: [{ madeAt: "asc" }, { id: "asc" }], take: mostFrames });
  return rows.map((row) => frameSchema.parse(row));
}

/** A codeframe of the consultation, or 404. */
export async function findCodeframe(on: Database, { id: consultationId, partnershipId }: Of, id: string | undefined): Promise<Codeframe> {
  const row = id === undefined ? null : await on.codeframe.findFirst({ where: { id, consultationId, partnershipId }, select: ofFrame });
  if (!row) throw notFound();
  return frameSchema.parse(row);
}

/** The same, held until the transaction ends, so that two who change it follow one another; codes are given to answers meanwhile. */
export async function holdCodeframe(transaction: Transaction, of: Of, id: string | undefined): Promise<Codeframe> {
  await transaction.$queryRaw`SELECT id FROM "Codeframe" WHERE id = ${id ?? ""} AND "partnershipId" = ${of.partnershipId} FOR NO KEY UPDATE`;
  return findCodeframe(transaction, of, id);
}

/** Every code of a codeframe in the order of its tree, retired ones too. */
export async function listCodes(on: Database, { id: codeframeId, partnershipId }: Pick<Codeframe, "id" | "partnershipId">): Promise<PlacedCode[]> {
  const rows = await on.code.findMany({ where: { codeframeId, partnershipId }, select: ofCode, take: mostCodes * 2 });
  return inTree(rows.map((row) => codeSchema.parse(row)));
}

export type FrameBy = { consultation: Of; personId: string; now: Date };

const sameText = (one: Text, other: Text) => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** Begins a codeframe with the two codes that each has; its id, or null where there are as many as there may be. The same one sent again is the one that is there. */
export async function addCodeframe(transaction: Transaction, { consultation, personId, now }: FrameBy, { name, questionIds }: FrameDetails): Promise<string | null> {
  const { id: consultationId, partnershipId } = consultation;
  await transaction.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${consultationId} FOR NO KEY UPDATE`;
  const there = await listCodeframes(transaction, consultation);
  const same = there.find((frame) => sameText(frame.name, name) && frame.questionIds.join(" ") === questionIds.join(" "));
  if (same) return same.id;
  if (there.length >= mostFrames) return null;
  const id = newId();
  await transaction.codeframe.create({ data: { id, partnershipId, consultationId, name, questionIds, madeAt: now } });
  const codes = alwaysThere.map(({ kind, texts }, index) => ({ id: newId(), partnershipId, codeframeId: id, place: index + 1, kind, ...texts }));
  await transaction.code.createMany({ data: codes });
  await tell(transaction, { partnershipId, personId, action: "codeframe.begin", subjectId: id, facts: { consultationId } });
  return id;
}

/** Renames a codeframe, or says which questions it serves. The caller holds it. */
export async function changeCodeframe(transaction: Transaction, { consultation, personId }: FrameBy, id: string, { name, questionIds }: FrameDetails): Promise<void> {
  const { id: consultationId, partnershipId } = consultation;
  await transaction.codeframe.update({ where: { id, consultationId }, data: { name, questionIds } });
  await tell(transaction, { partnershipId, personId, action: "codeframe.describe", subjectId: id, facts: { consultationId } });
}

type Told = { partnershipId: string; personId: string; action: string; subjectId: string; facts: Record<string, string | number | null> };

/** Writes to the log what was done to a codeframe. */
export async function tell(transaction: Transaction, told: Told): Promise<void> {
  await recordAudit(transaction, { ...told, subjectKind: "codeframe" });
}
