// The bodies of a partnership: a tree, added to, changed and ended. The caller has asked the policy.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textIn, textSchema } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { bodyKinds, chairWays, decisionModels, minutesRules, type Body, type BodyDetails } from "./body.ts";
import { newBody } from "./body-paths.ts";
import { dayColumn, dayIn } from "./columns.server.ts";
import { legalStatuses } from "./partnership-register.ts";
import { freeSlug, slugOf } from "./slug.ts";

/** Who does something to what a partnership has; nobody where a command does. */
export type By = { partnershipId: string; personId: string | null };

export function writtenBy({ partnershipId, personId }: By): { partnershipId: string; personId?: string } {
  return { partnershipId, ...(personId !== null && { personId }) };
}

const bodySchema = z.object({
  ...{ id: z.string(), parentId: z.string().nullable(), slug: z.string(), name: textSchema, kind: z.enum(bodyKinds), isFull: z.boolean() },
  ...{ purpose: textSchema, terms: textSchema, termsAgreedOn: dayColumn.nullable(), decisionModel: z.enum(decisionModels) },
  ...{ themes: z.array(z.string()), crossCutting: z.array(z.string()), areaCodes: z.array(z.string()), meets: textSchema },
  ...{ isOpen: z.boolean(), quorum: z.number().nullable(), chairChosenBy: z.enum(chairWays), papersInDays: z.number() },
  ...{ minutesRule: z.enum(minutesRules), minutesInDays: z.number(), reportBackInDays: z.number(), mostMissed: z.number().nullable(), mayCoOpt: z.boolean() },
  ...{ legalStatus: z.enum(legalStatuses).nullable(), legalBasis: z.string().nullable(), startedOn: dayColumn.nullable() },
  ...{ plannedEndOn: dayColumn.nullable(), endedOn: dayColumn.nullable(), position: z.number(), revision: z.number() },
}) satisfies z.ZodType<Body, unknown>;

/** Every body of a partnership, those that ended too, each place in its order. */
export async function listBodies(on: Database, partnershipId: string): Promise<Body[]> {
  const rows = await on.body.findMany({ where: { partnershipId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
  return rows.map((row) => bodySchema.parse(row));
}

/** A body of the partnership by the word in its address, or 404. */
export async function findBody(on: Database, partnershipId: string, slug: string | undefined): Promise<Body> {
  const row = slug === undefined ? null : await on.body.findUnique({ where: { partnershipId_slug: { partnershipId, slug } } });
  if (!row) throw notFound();
  return bodySchema.parse(row);
}

/** The same, held so that nobody else changes it or what hangs on it until the transaction is over. */
export async function holdBody(transaction: Transaction, partnershipId: string, slug: string | undefined): Promise<Body> {
  await transaction.$executeRaw`SELECT 1 FROM "Body" WHERE "partnershipId" = ${partnershipId} AND slug = ${slug} FOR UPDATE`;
  return findBody(transaction, partnershipId, slug);
}

function columnsOf({ termsAgreedOn, startedOn, plannedEndOn, ...details }: BodyDetails) {
  return { ...details, termsAgreedOn: dayIn(termsAgreedOn), startedOn: dayIn(startedOn), plannedEndOn: dayIn(plannedEndOn) };
}

// because there is one full partnership: whichever was it before is so no more
async function leaveFull(transaction: Transaction, { partnershipId }: By, except: string): Promise<void> {
  await transaction.body.updateMany({ where: { partnershipId, isFull: true, id: { not: except } }, data: { isFull: false, revision: { increment: 1 } } });
}

/** Adds a body after the others of its place, and gives it an address by its name. */
export async function addBody(transaction: Transaction, by: By, details: BodyDetails, wantedSlug?: string): Promise<Pick<Body, "id" | "slug">> {
  const { partnershipId } = by;
  // because two bodies of one name, added at once, are given two addresses
  await transaction.$executeRaw`SELECT 1 FROM "Partnership" WHERE id = ${partnershipId} FOR NO KEY UPDATE`;
  const others = await transaction.body.findMany({ where: { partnershipId }, select: { slug: true } });
  const slug = freeSlug(wantedSlug ?? slugOf(textIn(details.name, "en").text), [newBody, ...others.map((other) => other.slug)]);
  const id = newId();
  if (details.isFull) await leaveFull(transaction, by, id);
  await transaction.body.create({ data: { id, partnershipId, slug, position: others.length + 1, ...columnsOf(details) } });
  await recordAudit(transaction, { ...writtenBy(by), action: "body.add", subjectKind: "body", subjectId: id, facts: { kind: details.kind } });
  return { id, slug };
}

/** Changes a body that is held. */
export async function changeBody(transaction: Transaction, by: By, { id }: Pick<Body, "id">, details: BodyDetails): Promise<void> {
  if (details.isFull) await leaveFull(transaction, by, id);
  await transaction.body.update({ where: { id, partnershipId: by.partnershipId }, data: { ...columnsOf(details), revision: { increment: 1 } } });
  await recordAudit(transaction, { ...writtenBy(by), action: "body.change", subjectKind: "body", subjectId: id });
}

/** Ends a body on a day, with whoever sits on it or leads it then and every organisation's belonging; what it did stays. */
export async function endBody(transaction: Transaction, by: By, { id: bodyId }: Pick<Body, "id">, endedOn: string): Promise<void> {
  const { partnershipId } = by;
  const day = dayIn(endedOn);
  await transaction.body.update({ where: { id: bodyId, partnershipId }, data: { endedOn: day, isFull: false, revision: { increment: 1 } } });
  const running = { partnershipId, bodyId, OR: [{ endedOn: null }, { endedOn: { gt: day } }] };
  await transaction.appointment.updateMany({ where: { ...running, endsOn: { gt: day } }, data: { endedOn: day, endedFor: "term-over", revision: { increment: 1 } } });
  await transaction.chair.updateMany({ where: running, data: { endedOn: day } });
  await transaction.bodyMember.updateMany({ where: running, data: { endedOn: day } });
  await recordAudit(transaction, { ...writtenBy(by), action: "body.end", subjectKind: "body", subjectId: bodyId, facts: { endedOn } });
}
