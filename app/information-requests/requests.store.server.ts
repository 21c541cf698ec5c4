// Every query about requests for information: written down, moved on step by step, and closed; whoever asked is kept apart.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addMonths, dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { askersKeptInMonths, clockOf, isGiving, laws, nextDueOn, shows, stepKinds, type Clock, type Show } from "./request.ts";
import type { Asker, NewRequest, NewStep } from "./typed-request.ts";

type Of = { id: string };
type By = { personId: string; now: Date };

/** How many responses were given, in part, and withheld. */
export type Counts = { disclose: number; redact: number; withhold: number };
export type LoggedStep = { id: string; kind: (typeof stepKinds)[number] | "bundle"; on: string; reason: string | null; counts: Counts | null; byId: string; at: Date };
export type InformationRequest = NewRequest & { id: string; clock: Clock; steps: LoggedStep[]; consultations: { id: string; title: z.infer<typeof textSchema> }[] };

const day = z.date().transform((date) => date.toISOString().slice(0, 10));
const rowSchema = z
  .object({
    ...{ id: z.string(), law: z.enum(laws), receivedOn: day, asked: z.string(), fileNumber: z.string().nullable() },
    steps: z.array(
      z.object({
        ...{ id: z.string(), kind: z.enum([...stepKinds, "bundle"]), on: day, reason: z.string().nullable(), byId: z.string(), at: z.date() },
        counts: z.object({ disclose: z.int(), redact: z.int(), withhold: z.int() }).nullable(),
      }),
    ),
    consultations: z.array(z.object({ consultation: z.object({ id: z.string(), title: textSchema }) }).transform(({ consultation }) => consultation)),
  })
  .transform((row): InformationRequest => ({ ...row, clock: clockOf(row.law, row.receivedOn, taken(row.steps)) }));

function taken(steps: readonly LoggedStep[]) {
  return steps.flatMap(({ kind, on }) => (kind === "bundle" ? [] : [{ kind, on }]));
}

const whole = {
  steps: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  consultations: { select: { consultation: { select: { id: true, title: true } } }, orderBy: { consultationId: "asc" } },
} satisfies Prisma.InformationRequestInclude;

type Listing = { partnershipId: string; show: Show; consultationId: string | null; today: string };

function listed({ partnershipId, show, consultationId, today }: Listing) {
  return {
    partnershipId,
    ...(show === "open" && { closedOn: null }),
    ...(show === "late" && { closedOn: null, dueOn: { lt: new Date(today) } }),
    ...(show === "closed" && { closedOn: { not: null } }),
    ...(consultationId !== null && { consultations: { some: { consultationId } } }),
  };
}

/** Requests, those that are owed the longest waiting first, others the newest first; a page at a time, `after` the last id of the page before. */
export async function listRequests(on: Database, listing: Listing, { after, most = 20 }: { after: string | null; most?: number }): Promise<{ requests: InformationRequest[]; nextAfter: string | null }> {
  const isOwed = listing.show === "open" || listing.show === "late";
  const { partnershipId } = listing;
  const begin = after === null ? null : await on.informationRequest.findFirst({ where: { id: after, partnershipId }, select: { id: true } });
  const rows = await on.informationRequest.findMany({
    ...{ where: listed(listing), include: whole, take: most + 1 },
    orderBy: [{ receivedOn: isOwed ? "asc" : "desc" }, { id: "asc" }],
    ...(begin && { cursor: { partnershipId_id: { partnershipId, id: begin.id } }, skip: 1 }),
  });
  const page = rows.slice(0, most);
  return { requests: page.map((row) => rowSchema.parse(row)), nextAfter: rows.length > most ? (page.at(-1)?.id ?? null) : null };
}

export async function countRequests(on: Database, listing: Omit<Listing, "show">): Promise<Record<Show, number>> {
  const counts = await Promise.all(shows.map((show) => on.informationRequest.count({ where: listed({ ...listing, show }) })));
  return Object.fromEntries(shows.map((show, index) => [show, counts[index]])) as Record<Show, number>;
}

/** A request of the partnership, or 404. */
export async function findRequest(on: Database, { id: partnershipId }: Of, id: string | undefined): Promise<InformationRequest> {
  const row = await on.informationRequest.findFirst({ where: { id: id ?? "", partnershipId }, include: whole });
  if (!row) throw notFound();
  return rowSchema.parse(row);
}

/** Who asked; null once they are forgotten. */
export async function findAsker(on: Database, { id: partnershipId }: Of, requestId: string): Promise<Asker | null> {
  return on.informationAsker.findFirst({ where: { requestId, partnershipId }, select: { name: true, contact: true } });
}

function tell(transaction: Transaction, partnershipId: string, requestId: string, action: string, { personId }: Pick<By, "personId">, facts: Record<string, string | number> = {}) {
  return recordAudit(transaction, { partnershipId, personId, action: `information-request.${action}`, subjectKind: "information-request", subjectId: requestId, facts });
}

/** Keeps the dates that lists go by in step with what happened. */
async function keepDates(transaction: Transaction, id: string, clock: Clock): Promise<void> {
  const dueOn = nextDueOn(clock);
  const asDate = (date: string | null) => (date === null ? null : new Date(date));
  await transaction.informationRequest.update({ where: { id }, data: { dueOn: asDate(dueOn), closedOn: asDate(clock.closedOn) } });
}

/** Writes a request down; its id. The consultations are those of the partnership. */
export async function saveRequest(transaction: Transaction, { id: partnershipId }: Of, { asker, receivedOn, ...request }: NewRequest & { asker: Asker }, consultationIds: readonly string[], by: By): Promise<string> {
  const id = newId();
  await transaction.informationRequest.create({ data: { id, partnershipId, ...request, receivedOn: new Date(receivedOn), createdById: by.personId, createdAt: by.now } });
  await transaction.informationAsker.create({ data: { requestId: id, partnershipId, ...asker } });
  await transaction.askedConsultation.createMany({ data: consultationIds.map((consultationId) => ({ requestId: id, consultationId, partnershipId })) });
  await keepDates(transaction, id, clockOf(request.law, receivedOn, []));
  await tell(transaction, partnershipId, id, "register", by, { law: request.law });
  return id;
}

/** Waits for whoever else moves the same request on, and finds it as it is then. */
export async function holdRequest(transaction: Transaction, partnership: Of, id: string): Promise<InformationRequest> {
  await transaction.$queryRaw`SELECT id FROM "InformationRequest" WHERE id = ${id} FOR UPDATE`;
  return findRequest(transaction, partnership, id);
}

/**
 * Writes a step down; the caller holds the request, and has asked what may happen next. With an answer that gives, everything that was
 * decided to be given counts as known.
 */
export async function takeRequestStep(transaction: Transaction, partnership: Of, requestId: string, { kind, on, reason }: NewStep, by: By): Promise<void> {
  const { id: partnershipId } = partnership;
  await transaction.informationStep.create({ data: { id: newId(), partnershipId, requestId, kind, on: new Date(on), reason, byId: by.personId, at: by.now } });
  if (isGiving(kind)) {
    await transaction.informationResponse.updateMany({ where: { requestId, decision: { in: ["disclose", "redact"] }, givenAt: null }, data: { givenAt: by.now } });
  }
  await keepDates(transaction, requestId, (await findRequest(transaction, partnership, requestId)).clock);
  await tell(transaction, partnershipId, requestId, "move-on", by, { step: kind });
}

/** Writes down that what is given was fetched, of how many responses. */
export async function recordBundle(transaction: Transaction, { id: partnershipId }: Of, requestId: string, counts: Counts, by: By): Promise<void> {
  await transaction.informationStep.create({ data: { id: newId(), partnershipId, requestId, kind: "bundle", on: new Date(dayOf(by.now)), counts, byId: by.personId, at: by.now } });
  await tell(transaction, partnershipId, requestId, "bundle", by, counts);
}

/** Consultations of the partnership that were ever open to answers: what can be asked about. */
export async function listAskable(on: Database, { id: partnershipId }: Of, now: Date): Promise<{ id: string; title: z.infer<typeof textSchema> }[]> {
  const rows = await on.consultation.findMany({ where: { partnershipId, opensAt: { lte: now }, publishedAt: { not: null } }, select: { id: true, title: true }, orderBy: [{ opensAt: "desc" }, { id: "asc" }], take: 200 });
  return rows.map(({ id, title }) => ({ id, title: textSchema.parse(title) }));
}

function forgettable(now: Date) {
  return { request: { closedOn: { lt: new Date(addMonths(dayOf(now), -askersKeptInMonths)) } } };
}

/** How many of those who asked have had their answer so long that they are forgotten, of one partnership or, given null, of all. */
export function countForgettableAskers(on: Database, now: Date, partnershipId: string | null): Promise<number> {
  return on.informationAsker.count({ where: { ...forgettable(now), ...(partnershipId !== null && { partnershipId }) } });
}

export async function forgetAskers(on: Database, now: Date): Promise<number> {
  return (await on.informationAsker.deleteMany({ where: forgettable(now) })).count;
}
