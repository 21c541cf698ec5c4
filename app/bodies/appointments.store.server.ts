// Who sits on a body: appointed, shown what it is about, ended, followed. The caller has asked the policy, and holds the body
// where something changes.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { authorities, choosings, hasVote, inductionOver, inductionSteps, standingOf, type Appointment, type InductionDone } from "./appointment.ts";
import { writtenBy, type By } from "./bodies.store.server.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import { bases } from "./seat-scheme.ts";
import { seatSectors } from "./sector.ts";
import { seniorities } from "./seniority.ts";
import { lastDay, overlap } from "./term.ts";
import { endReasons, fillingWays, type EndReason, type FillingWay } from "./vacancy.ts";

const appointmentSchema = z.object({
  ...{ id: z.string(), bodyId: z.string(), lineId: z.string(), seat: z.number(), personId: z.string().nullable(), name: z.string() },
  ...{ organisationId: z.string().nullable(), startsOn: dayColumn, endsOn: dayColumn, endedOn: dayColumn.nullable() },
  ...{ endedFor: z.enum(endReasons).nullable(), chosenHow: z.enum(choosings), chosenBy: z.string(), electionId: z.string().nullable(), roundId: z.string().nullable(), authority: z.enum(authorities) },
  ...{ seniority: z.enum(seniorities), induction: z.array(z.object({ code: z.enum(inductionSteps), doneOn: z.string() })) },
  ...{ inductedOn: dayColumn.nullable(), ratifiedOn: dayColumn.nullable(), revision: z.number() },
  organisation: z.object({ id: z.string(), name: textSchema, sector: z.string() }).nullable(),
  line: z.object({ holder: textSchema, sector: z.enum(seatSectors), basis: z.enum(bases), count: z.number().nullable(), isVoting: z.boolean(), isRequired: z.boolean() }),
  fillings: z.array(z.object({ way: z.enum(fillingWays), dueOn: dayColumn })),
}).transform(({ fillings, ...appointment }) => ({ ...appointment, filling: fillings[0] ?? null }));

/** What is read with an appointment. */
export const seatedColumns = {
  organisation: { select: { id: true, name: true, sector: true } },
  line: { select: { holder: true, sector: true, basis: true, count: true, isVoting: true, isRequired: true } },
  fillings: true,
};

/** An appointment with its line, and for whom it is. */
export type SeatedAppointment = Appointment & z.infer<typeof appointmentSchema>;

export function readSeated(row: unknown): SeatedAppointment {
  return appointmentSchema.parse(row);
}

const notOver = (today: string) => ({ endsOn: { gte: dayIn(today) }, OR: [{ endedOn: null }, { endedOn: { gte: dayIn(today) } }] });

/** Who sits on a body on a day and who is to, in the order of the lines' seats. */
export async function listSitting(on: Database, bodyId: string, today: string): Promise<SeatedAppointment[]> {
  const rows = await on.appointment.findMany({
    ...{ where: { bodyId, ...notOver(today) }, include: seatedColumns },
    orderBy: [{ line: { position: "asc" } }, { seat: "asc" }, { startsOn: "asc" }, { id: "asc" }],
  });
  return rows.map(readSeated);
}

export const pastInARun = 50;

/** Who sat on a body before, the last first; after the one named, and one more than a page holds. */
export async function listPast(on: Database, bodyId: string, today: string, after: string | null): Promise<SeatedAppointment[]> {
  const over = { OR: [{ endsOn: { lt: dayIn(today) } }, { endedOn: { lt: dayIn(today) } }] };
  const rows = await on.appointment.findMany({
    ...{ where: { bodyId, ...over }, include: seatedColumns, orderBy: [{ endsOn: "desc" }, { id: "asc" }], take: pastInARun + 1 },
    ...(after !== null && { cursor: { id: after }, skip: 1 }),
  });
  return rows.map(readSeated);
}

/** An appointment to the body, or 404. */
export async function findAppointment(on: Database, bodyId: string, id: string | undefined): Promise<SeatedAppointment> {
  const row = id === undefined ? null : await on.appointment.findFirst({ where: { id, bodyId }, include: seatedColumns });
  if (!row) throw notFound();
  return readSeated(row);
}

/** What somebody held on the body before, by their account or, without one, by their name and organisation. */
export async function listHeldBefore(on: Database, bodyId: string, { personId, name, organisationId }: Pick<Appointment, "personId" | "name" | "organisationId">): Promise<SeatedAppointment[]> {
  const same = personId === null ? { name: { equals: name, mode: "insensitive" as const }, organisationId } : { personId };
  const rows = await on.appointment.findMany({ where: { bodyId, ...same }, include: seatedColumns, orderBy: { startsOn: "asc" } });
  return rows.map(readSeated);
}

/** What an officer says of an appointment. */
export type AppointmentDetails = Pick<
  Appointment,
  "personId" | "name" | "organisationId" | "startsOn" | "endsOn" | "chosenHow" | "chosenBy" | "authority" | "seniority"
> &
  Partial<Pick<Appointment, "electionId" | "roundId">> & { nominationId?: string };

const columnsOf = ({ startsOn, endsOn, ...details }: AppointmentDetails) => ({ ...details, startsOn: dayIn(startsOn), endsOn: dayIn(endsOn) });

/** Puts somebody on a seat. The database refuses a seat that somebody holds on one of the days. */
export async function appoint(
  transaction: Transaction,
  by: By,
  { bodyId, lineId, seat }: Pick<Appointment, "bodyId" | "lineId" | "seat">,
  details: AppointmentDetails,
): Promise<string> {
  const id = newId();
  await transaction.appointment.create({ data: { id, partnershipId: by.partnershipId, bodyId, lineId, seat, ...columnsOf(details) } });
  await recordAudit(transaction, { ...writtenBy(by), action: "appointment.make", subjectKind: "appointment", subjectId: id, facts: { bodyId, lineId, seat } });
  return id;
}

/** Whether somebody sits on a seat on one of these days, whoever is left out of account. */
export async function isSeatTaken(
  on: Database,
  { lineId, seat }: Pick<Appointment, "lineId" | "seat">,
  { startsOn, endsOn }: Pick<Appointment, "startsOn" | "endsOn">,
  exceptId: string | null,
): Promise<boolean> {
  const rows = await on.appointment.findMany({
    where: { lineId, seat, startsOn: { lte: dayIn(endsOn) }, endsOn: { gte: dayIn(startsOn) }, ...(exceptId !== null && { id: { not: exceptId } }) },
    include: seatedColumns,
  });
  return rows.map(readSeated).some((other) => overlap(other, { startsOn, endsOn, endedOn: null }) && lastDay(other) >= other.startsOn);
}

type Of = Pick<Appointment, "id">;

async function change(transaction: Transaction, by: By, { id }: Of, data: object): Promise<void> {
  await transaction.appointment.update({ where: { id, partnershipId: by.partnershipId }, data: { ...data, revision: { increment: 1 } } });
}

/** Changes what is known of an appointment. */
export async function changeAppointment(transaction: Transaction, by: By, appointment: Of, details: AppointmentDetails): Promise<void> {
  await change(transaction, by, appointment, columnsOf(details));
  await recordAudit(transaction, { ...writtenBy(by), action: "appointment.change", subjectKind: "appointment", subjectId: appointment.id });
}

/** Says which steps of the induction were done and when; with the last the seat is active. */
export async function saveInduction(transaction: Transaction, by: By, appointment: Of, induction: InductionDone[]): Promise<void> {
  await change(transaction, by, appointment, { induction, inductedOn: dayIn(inductionOver(induction)) });
  await recordAudit(transaction, { ...writtenBy(by), action: "appointment.induct", subjectKind: "appointment", subjectId: appointment.id, facts: { steps: induction.length } });
}

/** The body agrees to somebody who was co-opted, who votes from that day. */
export async function ratify(transaction: Transaction, by: By, appointment: Of, ratifiedOn: string): Promise<void> {
  await change(transaction, by, appointment, { ratifiedOn: dayIn(ratifiedOn) });
  await recordAudit(transaction, { ...writtenBy(by), action: "appointment.ratify", subjectKind: "appointment", subjectId: appointment.id, facts: { ratifiedOn } });
}

/** Ends an appointment: its last day and why; leading the meetings from that seat ends with it. `votes` are those that removed somebody. */
export async function endAppointment(
  transaction: Transaction,
  by: By,
  { id }: Of,
  { endedOn, endedFor, votes }: { endedOn: string; endedFor: EndReason; votes?: { for: number; of: number } | null },
): Promise<void> {
  await change(transaction, by, { id }, { endedOn: dayIn(endedOn), endedFor });
  await transaction.chair.updateMany({ where: { appointmentId: id, OR: [{ endedOn: null }, { endedOn: { gt: dayIn(endedOn) } }] }, data: { endedOn: dayIn(endedOn) } });
  await recordAudit(transaction, {
    ...{ ...writtenBy(by), action: "appointment.end", subjectKind: "appointment", subjectId: id },
    facts: { endedOn, reason: endedFor, ...(votes && { votesFor: votes.for, votesOf: votes.of }) },
  });
}

/** Says how the seat that somebody left free is being filled, and by when. */
export async function chooseFilling(transaction: Transaction, by: By, { id: appointmentId }: Of, { way, dueOn }: { way: FillingWay; dueOn: string }): Promise<void> {
  const said = { way, dueOn: dayIn(dueOn) };
  await transaction.vacancyFilling.upsert({ where: { appointmentId }, create: { appointmentId, partnershipId: by.partnershipId, ...said }, update: said });
  await recordAudit(transaction, { ...writtenBy(by), action: "appointment.fill", subjectKind: "appointment", subjectId: appointmentId, facts: { way, dueOn } });
}

/** A seat somebody holds: what pages for members stand on. */
export type OwnSeat = { appointmentId: string; bodyId: string; organisationId: string | null; isActive: boolean; hasVote: boolean };

/** The seats that somebody who is signed in holds on a day. */
export async function seatsOf(on: Database, { partnershipId, personId }: { partnershipId: string; personId: string }, today: string): Promise<OwnSeat[]> {
  const rows = await on.appointment.findMany({
    where: { partnershipId, personId, startsOn: { lte: dayIn(today) }, ...notOver(today) },
    ...{ include: seatedColumns, orderBy: [{ bodyId: "asc" }, { id: "asc" }] },
  });
  return rows.map(readSeated).map((seat) => ({
    ...{ appointmentId: seat.id, bodyId: seat.bodyId, organisationId: seat.organisationId },
    ...{ isActive: standingOf(seat, today) === "active", hasVote: hasVote(seat, seat.line, today) },
  }));
}

/** Those who hold a seat of a body on a day, with whether they vote and for which sector they sit. */
export async function membersOf(on: Database, bodyId: string, today: string): Promise<(SeatedAppointment & { isActive: boolean; hasVote: boolean })[]> {
  const sitting = await listSitting(on, bodyId, today);
  return sitting
    .filter((one) => one.startsOn <= today)
    .map((one) => ({ ...one, isActive: standingOf(one, today) === "active", hasVote: hasVote(one, one.line, today) }));
}
