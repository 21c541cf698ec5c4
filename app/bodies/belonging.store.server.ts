// The organisations that belong to a body, with or without a seat, each in its category. [A1.4, A1.11]
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { writtenBy, type By } from "./bodies.store.server.ts";
import { memberCategories, type MemberCategory } from "./body.ts";
import { dayColumn, dayIn } from "./columns.server.ts";

const storedSchema = z.object({
  ...{ id: z.string(), organisationId: z.string(), category: z.enum(memberCategories), startsOn: dayColumn },
  organisation: z.object({ name: textSchema, sortName: z.string() }),
});
export type Member = z.infer<typeof storedSchema>;

export const membersInARun = 100;

/** The organisations that belong to a body now, by name; after one on, and one more than a page holds. */
export async function listMembers(on: Database, bodyId: string, after: string | null): Promise<Member[]> {
  const rows = await on.bodyMember.findMany({
    where: { bodyId, endedOn: null, ...(after !== null && { organisation: { sortName: { gt: after } } }) },
    include: { organisation: { select: { name: true, sortName: true } } },
    ...{ orderBy: [{ organisation: { sortName: "asc" } }, { id: "asc" }], take: membersInARun + 1 },
  });
  return rows.map((row) => storedSchema.parse(row));
}

/** An organisation belongs to a body from today on in a category; it leaves the one it was in. Said twice it is done once. */
export async function addMember(transaction: Transaction, by: By, { id: bodyId }: { id: string }, { organisationId, category }: { organisationId: string; category: MemberCategory }, today: string): Promise<void> {
  const { partnershipId } = by;
  const there = await transaction.bodyMember.findMany({ where: { partnershipId, bodyId, organisationId, endedOn: null }, select: { id: true, category: true } });
  if (there.some((one) => one.category === category)) return;
  await transaction.bodyMember.updateMany({ where: { id: { in: there.map(({ id }) => id) } }, data: { endedOn: dayIn(today) } });
  await transaction.bodyMember.create({ data: { id: newId(), partnershipId, bodyId, organisationId, category, startsOn: dayIn(today) } });
  await recordAudit(transaction, { ...writtenBy(by), action: "body.add-member", subjectKind: "body", subjectId: bodyId, facts: { organisationId, category } });
}

/** An organisation belongs to a body no more after today. */
export async function endMember(transaction: Transaction, by: By, { id: bodyId }: { id: string }, memberId: string, today: string): Promise<void> {
  const { count } = await transaction.bodyMember.updateMany({ where: { id: memberId, bodyId, partnershipId: by.partnershipId, endedOn: null }, data: { endedOn: dayIn(today) } });
  if (count > 0) await recordAudit(transaction, { ...writtenBy(by), action: "body.end-member", subjectKind: "body", subjectId: bodyId });
}
