// What officers write in a report, section by section, and in which order the sections stand. The caller holds the consultation and has asked the policy.
import { z } from "zod";
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import type { Way } from "#app/shared/way.ts";
import { Prisma } from "#prisma/client/client.ts";
import { isSame } from "#app/shared/same.ts";
import type { Written } from "./report-blocks.ts";
import type { By } from "./reports.store.server.ts";
import { movedSection } from "./section.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

const storedSchema = z.object({ key: z.string(), words: textSchema, hiddenBecause: textSchema.nullable() });

/** Everything that officers wrote in a report, by section. */
export async function listWritten(on: Database, consultationId: string): Promise<Map<string, Written>> {
  const rows = await on.reportSection.findMany({ where: { consultationId }, select: { key: true, words: true, hiddenBecause: true } });
  return new Map(rows.map((row) => storedSchema.parse(row)).map(({ key, ...written }) => [key, written]));
}

/** Saves what stands in a section; the same again changes nothing. */
export async function saveSection(transaction: Transaction, { id: consultationId, partnershipId }: Of, key: string, words: Text, hiddenBecause: Text | null, { personId, now }: By): Promise<void> {
  const before = (await listWritten(transaction, consultationId)).get(key) ?? { words: {}, hiddenBecause: null };
  if (isSame(before, { words, hiddenBecause })) return;
  const kept = { words, hiddenBecause: hiddenBecause ?? Prisma.DbNull, changedAt: now, changedById: personId };
  await transaction.reportSection.upsert({ where: { consultationId_key: { consultationId, key } }, create: { consultationId, partnershipId, key, ...kept }, update: kept });
  const action = isSame(before.hiddenBecause, hiddenBecause) ? "report.write" : hiddenBecause === null ? "report.put-section-back" : "report.leave-section-out";
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "consultation", subjectId: consultationId, facts: { section: key } });
}

/** Moves a section one place on among all there are now. */
export async function moveSection(transaction: Transaction, { id: consultationId, partnershipId }: Of, order: readonly string[], key: string, way: Way, { personId }: By): Promise<void> {
  const placed = movedSection(order, key, way);
  if (isSame(placed, order)) return;
  await transaction.report.update({ where: { consultationId }, data: { placed } });
  await recordAudit(transaction, { partnershipId, personId, action: "report.move-section", subjectKind: "consultation", subjectId: consultationId, facts: { section: key } });
}
