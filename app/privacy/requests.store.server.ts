// Requests of people about what is held of them: what was asked when, of what, until when it is due, and what became of it.
import { recordAudit } from "#app/shared/audit.server.ts";
import { addMonths, dayOf, startOfDay } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { readRef, writeRef, type HeldRef } from "./holding.ts";
import { dueOn, isDecision, isRequestKind, type Decision, type NewRequest, type RequestKind } from "./request.ts";

export type PrivacyRequest = {
  id: string;
  kind: RequestKind;
  fileNumber: string | null;
  receivedOn: string;
  dueOn: string;
  extensionReason: string | null;
  isExtended: boolean;
  subject: HeldRef[];
  decision: Decision | null;
  decisionReason: string | null;
  decidedAt: Date | null;
};

type Row = {
  id: string;
  kind: string;
  fileNumber: string | null;
  receivedOn: Date;
  extendedAt: Date | null;
  extensionReason: string | null;
  subject: string[];
  decision: string | null;
  decisionReason: string | null;
  decidedAt: Date | null;
};

function read({ id, kind, fileNumber, receivedOn, extendedAt, extensionReason, subject, decision, decisionReason, decidedAt }: Row): PrivacyRequest {
  const received = receivedOn.toISOString().slice(0, 10);
  const isExtended = extendedAt !== null;
  return {
    ...{ id, fileNumber, extensionReason, isExtended, decisionReason, decidedAt, receivedOn: received, dueOn: dueOn(received, isExtended) },
    kind: isRequestKind(kind) ? kind : "access",
    subject: subject.flatMap((one) => readRef(one) ?? []),
    decision: isDecision(decision) ? decision : null,
  };
}

type Deed = { partnershipId: string; by: string; now: Date };

async function tell(transaction: Transaction, action: string, id: string, { partnershipId, by }: Deed, facts: Record<string, string | number> = {}) {
  await recordAudit(transaction, { partnershipId, personId: by, action, subjectKind: "privacy-request", subjectId: id, facts });
}

/** Writes a request down; its id. */
export async function saveRequest(transaction: Transaction, { kind, receivedOn, fileNumber }: NewRequest, subject: readonly HeldRef[], deed: Deed): Promise<string> {
  const id = newId();
  const { partnershipId, by, now } = deed;
  await transaction.privacyRequest.create({
    data: { id, partnershipId, kind, fileNumber, receivedOn: new Date(receivedOn), subject: subject.map(writeRef), createdAt: now, createdById: by },
  });
  await tell(transaction, "privacy-request.record", id, deed, { things: subject.length });
  return id;
}

/** A request of the partnership, or 404. */
export async function findRequest(on: Database, partnershipId: string, id: string | undefined): Promise<PrivacyRequest> {
  const row = id === undefined ? null : await on.privacyRequest.findFirst({ where: { id, partnershipId } });
  if (!row) throw notFound();
  return read(row);
}

/** Those not decided, the longest waiting first, or those decided, the newest first; so many a page, from the one after `after` on. */
export async function listRequests(
  on: Database,
  { partnershipId, isDecided, after = null, most = 20 }: { partnershipId: string; isDecided: boolean; after?: string | null; most?: number },
): Promise<{ requests: PrivacyRequest[]; nextAfter: string | null }> {
  const rows = await on.privacyRequest.findMany({
    where: { partnershipId, decidedAt: isDecided ? { not: null } : null },
    orderBy: isDecided ? [{ decidedAt: "desc" }, { id: "asc" }] : [{ receivedOn: "asc" }, { id: "asc" }],
    take: most + 1,
    ...(after !== null && { cursor: { partnershipId_id: { partnershipId, id: after } }, skip: 1 }),
  });
  const requests = rows.slice(0, most).map(read);
  return { requests, nextAfter: rows.length > most ? (requests.at(-1)?.id ?? null) : null };
}

/** Takes two more months; false where it was done before or the request is decided. */
export async function extendRequest(transaction: Transaction, id: string, reason: string, deed: Deed): Promise<boolean> {
  const { count } = await transaction.privacyRequest.updateMany({
    where: { id, partnershipId: deed.partnershipId, extendedAt: null, decidedAt: null },
    data: { extendedAt: deed.now, extensionReason: reason },
  });
  if (count > 0) await tell(transaction, "privacy-request.extend", id, deed);
  return count > 0;
}

/** Writes down what became of it; false where that was done before. */
export async function decideRequest(
  transaction: Transaction,
  id: string,
  { decision, reason }: { decision: Decision; reason: string | null },
  deed: Deed,
): Promise<boolean> {
  const { count } = await transaction.privacyRequest.updateMany({
    where: { id, partnershipId: deed.partnershipId, decidedAt: null },
    data: { decision, decisionReason: reason, decidedAt: deed.now, decidedById: deed.by },
  });
  if (count > 0) await tell(transaction, "privacy-request.decide", id, deed, { decision });
  return count > 0;
}

/** Entries of the audit log by or about these ids in a partnership, newest first. */
export async function listLogAbout(on: Database, partnershipId: string, ids: readonly string[], most = 2000): Promise<{ id: string; at: Date; action: string }[]> {
  const some = [...ids];
  if (some.length === 0) return [];
  const rows = await on.$queryRaw<{ id: string; at: Date; action: string }[]>`
    SELECT id::text, at, action FROM "AuditEntry"
    WHERE ("partnershipId" = ${partnershipId} OR "partnershipId" IS NULL) AND ("personId" = ANY(${some}) OR "subjectId" = ANY(${some}))
    ORDER BY "AuditEntry".id DESC LIMIT ${most}`;
  return rows;
}

/** How long a decided request is kept: so many years, in which it may be complained about. */
const requestsKeptInYears = 3;

function forgettable(now: Date) {
  return { decidedAt: { lt: startOfDay(addMonths(dayOf(now), -12 * requestsKeptInYears)) } };
}

/** How many requests were decided so long ago, of one partnership or, given null, of all. */
export function countForgettableRequests(on: Database, now: Date, partnershipId: string | null): Promise<number> {
  return on.privacyRequest.count({ where: { ...forgettable(now), ...(partnershipId !== null && { partnershipId }) } });
}

export async function forgetRequests(on: Database, now: Date): Promise<number> {
  return (await on.privacyRequest.deleteMany({ where: forgettable(now) })).count;
}
