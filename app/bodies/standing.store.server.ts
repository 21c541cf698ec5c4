// How a partnership stands, as it is kept.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { writtenBy, type By } from "./bodies.store.server.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import { legalForms, partnershipTypes, standingStatuses, type Standing } from "./standing.ts";

const storedSchema = z.object({
  ...{ type: z.enum(partnershipTypes), legalForm: z.enum(legalForms), status: z.enum(standingStatuses), shadowUntil: dayColumn.nullable() },
  ...{ handover: z.array(z.object({ text: z.string(), doneOn: z.string().nullable() })), accountableId: z.string().nullable(), complaints: textSchema },
}) satisfies z.ZodType<Standing, unknown>;

/** How the partnership stands; null where nobody has said. */
export async function findStanding(on: Database, partnershipId: string): Promise<Standing | null> {
  const row = await on.partnershipStanding.findUnique({ where: { partnershipId } });
  return row && storedSchema.parse(row);
}

/** The same, held so that nobody else changes it until the transaction is over. */
export async function holdStanding(transaction: Transaction, partnershipId: string): Promise<Standing | null> {
  await transaction.$executeRaw`SELECT 1 FROM "Partnership" WHERE id = ${partnershipId} FOR NO KEY UPDATE`;
  return findStanding(transaction, partnershipId);
}

export async function saveStanding(transaction: Transaction, by: By, { shadowUntil, ...standing }: Standing): Promise<void> {
  const { partnershipId } = by;
  const said = { ...standing, shadowUntil: dayIn(shadowUntil) };
  await transaction.partnershipStanding.upsert({ where: { partnershipId }, create: { partnershipId, ...said }, update: { ...said, revision: { increment: 1 } } });
  await recordAudit(transaction, { ...writtenBy(by), action: "partnership.change-standing", subjectKind: "partnership", subjectId: partnershipId, facts: { status: standing.status } });
}
