// Every query about decisions themselves: found, listed, drafted. What is voted on them and what becomes of them have stores of
// their own. The caller has asked the policy.
import { z } from "zod";
import { dayColumn } from "#app/bodies/columns.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { outcomes, topics, type DecisionTexts, type Topic } from "./decision.ts";
import { judgedSchema } from "./safeguards.ts";
import { tallySchema } from "./tally.ts";

export type By = { partnershipId: string; personId: string; now: Date };

const instant = z.date().nullable();
const storedSchema = z.object({
  ...{ id: z.string(), partnershipId: z.string(), bodyId: z.string(), itemId: z.string().nullable(), fullItemId: z.string().nullable() },
  ...{ title: textSchema, text: textSchema, reasons: textSchema, topic: z.enum(topics) },
  amountInPence: z.bigint().nullable().transform((pence) => (pence === null ? null : Number(pence))),
  ...{ delegationId: z.string().nullable(), consultationId: z.string().nullable(), findingId: z.string().nullable() },
  ...{ noEvidence: textSchema, equality: textSchema, askedIds: z.array(z.string()), createdAt: z.date(), openedAt: instant },
  ...{ isWithFull: z.boolean(), outcome: z.enum(outcomes).nullable(), outcomeAt: instant, decidedOn: dayColumn.nullable() },
  ...{ noticeDueOn: dayColumn.nullable(), notifiedAt: instant, implementedOn: dayColumn.nullable() },
  tallies: z.object({ own: tallySchema, full: tallySchema }).partial(),
  ...{ safeguards: z.array(judgedSchema), revision: z.number() },
  body: z.object({ id: z.string(), slug: z.string(), name: textSchema, isFull: z.boolean() }),
  item: z.object({ papers: z.array(z.object({ sentAt: instant })) }).nullable(),
});

const columns = {
  body: { select: { id: true, slug: true, name: true, isFull: true } },
  item: { select: { papers: { where: { sentAt: { not: null } }, select: { sentAt: true }, orderBy: { sentAt: "asc" as const }, take: 1 } } },
} satisfies Prisma.DecisionInclude;

export type Decision = Omit<z.infer<typeof storedSchema>, "item"> & {
  /** When the first of its papers was sent out. */
  papersAt: Date | null;
};

function read(row: unknown): Decision {
  const { item, ...decision } = storedSchema.parse(row);
  return { ...decision, papersAt: item?.papers[0]?.sentAt ?? null };
}

/** A decision of the partnership, or 404. */
export async function findDecision(on: Database, partnershipId: string, id: string | undefined): Promise<Decision> {
  const row = id === undefined ? null : await on.decision.findFirst({ where: { id, partnershipId }, include: columns });
  if (!row) throw notFound();
  return read(row);
}

/** The same, held until the transaction ends, because votes, a veto and its closing may come at once. */
export async function holdDecision(transaction: Transaction, partnershipId: string, id: string | undefined): Promise<Decision> {
  await transaction.$queryRaw`SELECT id FROM "Decision" WHERE id = ${id ?? ""} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  return findDecision(transaction, partnershipId, id);
}

const decisionsAPage = 20;

type Asked = { partnershipId: string; bodyId?: string | null; topic?: Topic | null; delegationId?: string; after?: string | null; most?: number };
type Listed = { decisions: Decision[]; nextAfter: string | null };

/** What has an outcome, the newest first; `after` is the last of the page before. */
export async function listDecided(on: Database, { partnershipId, bodyId, topic, delegationId, after, most = decisionsAPage }: Asked): Promise<Listed> {
  const rows = await on.decision.findMany({
    where: { partnershipId, outcomeAt: { not: null }, ...(bodyId && { bodyId }), ...(topic && { topic }), ...(delegationId && { delegationId }) },
    ...{ include: columns, orderBy: [{ outcomeAt: "desc" }, { id: "asc" }], take: most + 1 },
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  return paged(rows.map(read), most);
}

/** All of them for the secretariat, drafts too, the latest begun first. */
export async function listEvery(on: Database, { partnershipId, bodyId, after }: Asked): Promise<Listed> {
  const rows = await on.decision.findMany({
    where: { partnershipId, ...(bodyId && { bodyId }) },
    ...{ include: columns, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: decisionsAPage + 1 },
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  return paged(rows.map(read), decisionsAPage);
}

function paged(decisions: Decision[], most: number): Listed {
  return { decisions: decisions.slice(0, most), nextAfter: decisions.length > most ? decisions[most - 1]!.id : null };
}

/** What is before some bodies, or was agreed by them not long ago: what their members may vote on, stop or step aside from. */
export async function listBefore(on: Database, partnershipId: string, bodyIds: readonly string[], { hasFull, since }: { hasFull: boolean; since: Date }): Promise<Decision[]> {
  const rows = await on.decision.findMany({
    where: {
      partnershipId,
      OR: [
        { bodyId: { in: [...bodyIds] }, isWithFull: false, OR: [{ outcome: null }, { outcome: "deferred" }, { outcomeAt: { gt: since } }] },
        ...(hasFull ? [{ outcome: { in: ["referred", "vetoed"] } }] : []),
      ],
    },
    ...{ include: columns, orderBy: [{ openedAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }, { id: "asc" }], take: 100 },
  });
  return rows.map(read);
}

type Place = { bodyId: string; itemId: string | null };

function columnsOf({ amountInPence, ...texts }: DecisionTexts) {
  return { ...texts, amountInPence: amountInPence === null ? null : BigInt(amountInPence) };
}

/** Writes down what is to be decided. The same words sent again at the same place are the decision that is there. */
export async function draftDecision(transaction: Transaction, { partnershipId, personId, now }: By, place: Place, texts: DecisionTexts): Promise<string> {
  const { title, text } = texts;
  await transaction.$queryRaw`SELECT id FROM "Body" WHERE id = ${place.bodyId} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  const same = { title: { equals: title }, text: { equals: text } };
  const there = await transaction.decision.findFirst({ where: { partnershipId, ...place, outcome: null, ...same }, select: { id: true } });
  if (there) return there.id;
  const id = newId();
  await transaction.decision.create({ data: { id, partnershipId, ...place, ...columnsOf(texts), createdAt: now } });
  await recordAudit(transaction, { partnershipId, personId, action: "decision.draft", subjectKind: "decision", subjectId: id });
  return id;
}

/** Changes the texts of a decision that is held, and where it stands. */
export async function changeDecision(transaction: Transaction, { partnershipId, personId }: By, id: string, place: Place, texts: DecisionTexts): Promise<void> {
  await transaction.decision.update({ where: { id, partnershipId }, data: { ...place, ...columnsOf(texts), revision: { increment: 1 } } });
  await recordAudit(transaction, { partnershipId, personId, action: "decision.change", subjectKind: "decision", subjectId: id });
}

/** What partners were told of since an instant, the newest first, with the organisations it is of concern to. */
export async function listToldSince(on: Database, partnershipId: string, since: Date) {
  const rows = await on.decision.findMany({
    ...{ where: { partnershipId, notifiedAt: { gt: since }, outcome: { not: null } }, orderBy: [{ notifiedAt: "desc" }, { id: "asc" }], take: 500 },
    include: { ...columns, body: { select: { ...columns.body.select, members: { where: { endedOn: null }, select: { organisationId: true } }, appointments: { where: { endedOn: null, organisationId: { not: null } }, select: { organisationId: true } } } } },
  });
  return rows.flatMap((row) => {
    const { body, outcome, decidedOn, notifiedAt, askedIds, ...decision } = read(row);
    if (!outcome || !decidedOn || !notifiedAt) return [];
    const sitting = [...row.body.members, ...row.body.appointments].flatMap(({ organisationId }) => organisationId ?? []);
    const { id, title, text, topic, bodyId } = decision;
    return [{ id, title, text, topic, bodyId, body: body.name, outcome, decidedOn, notifiedAt, organisationIds: [...new Set([...askedIds, ...sitting])] }];
  });
}
