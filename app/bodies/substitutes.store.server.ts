// Who comes in the place of somebody who sits on a body, as they told the partnership. [A6.8]
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { writtenBy, type By } from "./bodies.store.server.ts";
import { dayColumn, dayIn } from "./columns.server.ts";

export type Substitute = { id: string; name: string; toldOn: string };

const storedSchema = z.object({ id: z.string(), name: z.string(), toldOn: dayColumn });

/** Those who may come in somebody's place today, as they were told. */
export async function listSubstitutes(on: Database, appointmentId: string): Promise<Substitute[]> {
  const rows = await on.substitute.findMany({ where: { appointmentId, endedOn: null }, orderBy: [{ toldOn: "asc" }, { id: "asc" }] });
  return rows.map((row) => storedSchema.parse(row));
}

/** The names of those who may come in the place of each of these seats on a day, as they were told. */
export async function substitutesOn(on: Database, appointmentIds: readonly string[], day: string): Promise<Map<string, string[]>> {
  const rows = await on.substitute.findMany({
    where: { appointmentId: { in: [...appointmentIds] }, OR: [{ endedOn: null }, { endedOn: { gt: dayIn(day) } }] },
    ...{ orderBy: [{ toldOn: "asc" }, { id: "asc" }], select: { appointmentId: true, name: true } },
  });
  const named = new Map<string, string[]>();
  // because a name that was taken out at somebody's wish is blank
  for (const { appointmentId, name } of rows) if (name !== "") named.set(appointmentId, [...(named.get(appointmentId) ?? []), name]);
  return named;
}

export const mostSubstitutes = 5;

/** Adds somebody; false where there are as many as there may be. Told twice they are there once. */
export async function addSubstitute(transaction: Transaction, by: By, appointmentId: string, { name, toldOn }: Omit<Substitute, "id">): Promise<boolean> {
  const there = await listSubstitutes(transaction, appointmentId);
  if (there.some((one) => one.name === name)) return true;
  if (there.length >= mostSubstitutes) return false;
  await transaction.substitute.create({ data: { id: newId(), partnershipId: by.partnershipId, appointmentId, name, toldOn: dayIn(toldOn) } });
  await recordAudit(transaction, { ...writtenBy(by), action: "appointment.add-substitute", subjectKind: "appointment", subjectId: appointmentId });
  return true;
}

/** Somebody does not come in their place any more. */
export async function endSubstitute(transaction: Transaction, by: By, appointmentId: string, id: string, today: string): Promise<void> {
  const { count } = await transaction.substitute.updateMany({ where: { id, appointmentId, partnershipId: by.partnershipId, endedOn: null }, data: { endedOn: dayIn(today) } });
  if (count > 0) await recordAudit(transaction, { ...writtenBy(by), action: "appointment.end-substitute", subjectKind: "appointment", subjectId: appointmentId });
}
