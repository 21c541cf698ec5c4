// The versions of a codeframe: copies of its codes, which nothing changes any more. The caller has asked the policy.
import { z } from "zod";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { inTree, type PlacedCode } from "./code.ts";
import type { Codeframe } from "./codeframe.ts";
import { isSameState, type Version } from "./codeframe-version.ts";
import { codeSchema, listCodes, tell } from "./codeframes.store.server.ts";
import type { CodesBy } from "./codes.store.server.ts";

type Of = Pick<Codeframe, "id" | "partnershipId">;

const versionSchema = z.object({ number: z.int(), note: z.string(), codes: z.array(codeSchema), publishedAt: z.date(), publishedById: z.string() });

/** Those that were published, the newest first; an officer publishes some tens at most. */
export async function listFrameVersions(on: Database, { id: codeframeId, partnershipId }: Of): Promise<Omit<Version, "codes">[]> {
  return on.codeframeVersion.findMany({
    where: { codeframeId, partnershipId },
    select: { number: true, note: true, publishedAt: true, publishedById: true },
    orderBy: { number: "desc" },
    take: mostVersions,
  });
}

/** More are not published of one codeframe. */
export const mostVersions = 500;

/** A version as it was, its codes in the order of their tree; or 404. */
export async function findFrameVersion(on: Database, { id: codeframeId, partnershipId }: Of, number: string | number | undefined): Promise<Omit<Version, "codes"> & { codes: PlacedCode[] }> {
  const row = /^\d{1,6}$/.test(String(number)) ? await on.codeframeVersion.findFirst({ where: { codeframeId, partnershipId, number: Number(number) } }) : null;
  if (!row) throw notFound();
  const { codes, ...version } = versionSchema.parse(row);
  return { ...version, codes: inTree(codes) };
}

/** Publishes the codes as they stand; its number, or null where nothing is different from the newest version or there are too many. The caller holds the codeframe. */
export async function publishVersion(transaction: Transaction, { frame, personId, now }: CodesBy, note: string): Promise<number | null> {
  const { id: codeframeId, partnershipId, consultationId } = frame;
  const codes = await listCodes(transaction, frame);
  if (frame.version > 0 && isSameState((await findFrameVersion(transaction, frame, frame.version)).codes, codes)) return null;
  if (frame.version >= mostVersions) return null;
  const number = frame.version + 1;
  const kept = codes.map(({ level: _, retiredAt, ...code }) => ({ ...code, retiredAt: retiredAt?.toISOString() ?? null }));
  await transaction.codeframeVersion.create({ data: { codeframeId, number, partnershipId, note, codes: kept, publishedAt: now, publishedById: personId } });
  await transaction.codeframe.update({ where: { id: codeframeId }, data: { version: number } });
  await tell(transaction, { partnershipId, personId, action: "codeframe.publish", subjectId: codeframeId, facts: { consultationId, version: number } });
  return number;
}

/** The splittings that stand and were made in that time. */
export async function listSplits(on: Database, { id: codeframeId, partnershipId }: Of, { after, until }: { after: Date; until: Date | null }): Promise<{ codeId: string; made: string[] }[]> {
  const at = { gt: after, ...(until && { lte: until }) };
  return on.codeframeChange.findMany({ where: { codeframeId, partnershipId, kind: "split", undoneAt: null, at }, select: { codeId: true, made: true }, orderBy: { number: "asc" }, take: 1000 });
}

/** How many codes were given under each version; 0 is before the first. */
export async function countByVersion(on: Database, { id: codeframeId, partnershipId }: Of): Promise<Map<number, number>> {
  const rows = await on.coding.groupBy({ by: ["version"], where: { partnershipId, code: { codeframeId } }, _count: true });
  return new Map(rows.map(({ version, _count }) => [version, _count]));
}
