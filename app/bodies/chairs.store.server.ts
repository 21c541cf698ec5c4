// Who leads a body's meetings: named by a decision, by an election or as it is told, until somebody else is. [SG08]
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import type { Authority } from "./adoptions.store.server.ts";
import { writtenBy, type By } from "./bodies.store.server.ts";
import { chairKinds, type ChairKind } from "./chair.ts";
import { dayColumn, dayIn } from "./columns.server.ts";

const storedSchema = z.object({
  ...{ id: z.string(), kind: z.enum(chairKinds), appointmentId: z.string().nullable(), name: textSchema, startsOn: dayColumn },
  ...{ endsOn: dayColumn.nullable(), endedOn: dayColumn.nullable(), decisionId: z.string().nullable(), electionId: z.string().nullable() },
  note: z.string().nullable(),
  appointment: z.object({ name: z.string() }).nullable(),
});

export type Chair = z.infer<typeof storedSchema>;

const withSeat = { appointment: { select: { name: true } } };

/** Everybody who leads or led a body's meetings, the newest first. */
export async function listChairs(on: Database, bodyId: string): Promise<Chair[]> {
  const rows = await on.chair.findMany({ where: { bodyId }, include: withSeat, orderBy: [{ startsOn: "desc" }, { kind: "asc" }, { id: "asc" }], take: 200 });
  return rows.map((row) => storedSchema.parse(row));
}

/** Who leads a body's meetings on a day. */
export async function chairsOn(on: Database, bodyId: string, day: string): Promise<Chair[]> {
  const date = dayIn(day);
  const notOver = [{ OR: [{ endedOn: null }, { endedOn: { gte: date } }] }, { OR: [{ endsOn: null }, { endsOn: { gte: date } }] }];
  const rows = await on.chair.findMany({ where: { bodyId, startsOn: { lte: date }, AND: notOver }, include: withSeat, orderBy: [{ kind: "asc" }, { startsOn: "desc" }, { id: "asc" }] });
  return rows.map((row) => storedSchema.parse(row));
}

export type NewChair = { kind: ChairKind; appointmentId: string | null; name: Text; startsOn: string; endsOn: string | null };

/** Names somebody from a day on; whoever was it before leads until the day before. Said twice it is done once. */
export async function nameChair(
  transaction: Transaction,
  by: By,
  { id: bodyId }: { id: string },
  { kind, appointmentId, name, startsOn, endsOn }: NewChair,
  authority: Authority | { electionId: string },
): Promise<void> {
  const { partnershipId } = by;
  const same = (await listChairs(transaction, bodyId)).find((one) => one.kind === kind && one.endedOn === null && one.startsOn === startsOn && one.appointmentId === appointmentId);
  if (same && appointmentId !== null) return;
  const before = { partnershipId, bodyId, kind, startsOn: { lte: dayIn(startsOn) }, OR: [{ endedOn: null }, { endedOn: { gte: dayIn(startsOn) } }] };
  await transaction.chair.updateMany({ where: before, data: { endedOn: dayIn(addDays(startsOn, -1)) } });
  const rests = "electionId" in authority ? { electionId: authority.electionId } : authority;
  const id = newId();
  await transaction.chair.create({ data: { id, partnershipId, bodyId, kind, appointmentId, name, startsOn: dayIn(startsOn), endsOn: dayIn(endsOn), ...rests } });
  await recordAudit(transaction, { ...writtenBy(by), action: "body.name-chair", subjectKind: "body", subjectId: bodyId, facts: { kind, startsOn } });
}

/** Somebody leads the meetings no more after today. */
export async function endChair(transaction: Transaction, by: By, { id: bodyId }: { id: string }, chairId: string, today: string): Promise<void> {
  const { count } = await transaction.chair.updateMany({ where: { id: chairId, bodyId, partnershipId: by.partnershipId, endedOn: null }, data: { endedOn: dayIn(today) } });
  if (count > 0) await recordAudit(transaction, { ...writtenBy(by), action: "body.end-chair", subjectKind: "body", subjectId: bodyId });
}
