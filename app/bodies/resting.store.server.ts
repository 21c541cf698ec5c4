// Chairs and seats that rest on what was written of who agreed them, to rest on a decision of the partnership instead. [SG08, SG09]
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dayIn } from "./columns.server.ts";

export type Resting = { kind: "chair" | "seats"; id: string; bodyName: Text; note: string };

/** Those in force on a day that no decision and no election is named for. */
export async function listResting(on: Database, partnershipId: string, today: string): Promise<Resting[]> {
  const date = dayIn(today);
  const body = { select: { name: true } };
  const chairs = await on.chair.findMany({
    where: { partnershipId, kind: "chair", decisionId: null, electionId: null, startsOn: { lte: date }, OR: [{ endedOn: null }, { endedOn: { gte: date } }] },
    ...{ include: { body }, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: 100 },
  });
  const schemes = await on.seatScheme.findMany({
    where: { partnershipId, decisionId: null, version: { gt: 1 }, startsOn: { lte: date } },
    ...{ include: { body }, orderBy: [{ startsOn: "desc" }, { id: "asc" }], take: 100 },
  });
  return [
    ...chairs.map(({ id, body: { name }, note }) => ({ kind: "chair" as const, id, bodyName: textSchema.parse(name), note: note ?? "" })),
    ...schemes.map(({ id, body: { name }, agreedNote }) => ({ kind: "seats" as const, id, bodyName: textSchema.parse(name), note: agreedNote ?? "" })),
  ];
}

/** Has a chair or a version of seats rest on a decision; what rests on one already stays as it is. */
export async function restOnDecision(
  transaction: Transaction,
  { partnershipId, personId }: { partnershipId: string; personId: string },
  { kind, id }: Pick<Resting, "kind" | "id">,
  decisionId: string,
): Promise<void> {
  const where = { id, partnershipId, decisionId: null };
  const { count } = await (kind === "chair"
    ? transaction.chair.updateMany({ where: { ...where, electionId: null }, data: { decisionId, note: null } })
    : transaction.seatScheme.updateMany({ where, data: { decisionId, agreedNote: null, revision: { increment: 1 } } }));
  if (count === 0) return;
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "body.rest-on-decision", subjectKind: "decision", subjectId: decisionId },
    facts: { kind },
  });
}
