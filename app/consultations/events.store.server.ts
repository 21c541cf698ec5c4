// The events of consultations.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { consultationEventSchema, mostEvents, type ConsultationEvent, type EventHead } from "./consultation-event.ts";

type Of = { id: string; partnershipId: string };

/** The soonest first. */
export async function listEvents(on: Database, { id: consultationId, partnershipId }: Of): Promise<ConsultationEvent[]> {
  const rows = await on.consultationEvent.findMany({ where: { consultationId, partnershipId }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: mostEvents });
  return rows.map((row) => consultationEventSchema.parse(row));
}

/** An event of the consultation, or 404. */
export async function findEvent(on: Database, { id: consultationId, partnershipId }: Of, id: string | undefined): Promise<ConsultationEvent> {
  const row = await on.consultationEvent.findFirst({ where: { id: id ?? "", consultationId, partnershipId } });
  if (!row) throw notFound();
  return consultationEventSchema.parse(row);
}

/** Adds an event; its id. Here and below the caller holds the consultation. */
export async function addEvent(transaction: Transaction, { id: consultationId, partnershipId }: Of, head: EventHead): Promise<string> {
  const id = newId();
  await transaction.consultationEvent.create({ data: { id, consultationId, partnershipId, ...head } });
  return id;
}

type Changes = Partial<EventHead & Pick<ConsultationEvent, "cancelledAt" | "attended" | "heardBy">>;

export async function changeEvent(transaction: Transaction, { id: consultationId, partnershipId }: Of, id: string, change: Changes): Promise<void> {
  await transaction.consultationEvent.updateMany({ where: { id, consultationId, partnershipId }, data: change });
}

export async function removeEvent(transaction: Transaction, { id: consultationId, partnershipId }: Of, id: string): Promise<void> {
  await transaction.consultationEvent.deleteMany({ where: { id, consultationId, partnershipId } });
}
