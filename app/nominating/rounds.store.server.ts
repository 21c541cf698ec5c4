// Every query about rounds of nominations: begun, changed, ended, listed. The caller has asked the policy.
import { z } from "zod";
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { bases } from "#app/bodies/seat-scheme.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { endings, type RoundHead } from "./round.ts";

export type By = { partnershipId: string; personId: string; now: Date };

const bodySchema = z.object({ id: z.string(), slug: z.string(), name: textSchema });
const lineColumns = { id: true, holder: true, count: true, countMost: true, basis: true, networkId: true, bodyId: true, body: { select: { id: true, slug: true, name: true } }, network: { select: { id: true, slug: true, name: true } } } as const;
const lineSchema = z.object({ id: z.string(), holder: textSchema, count: z.number().nullable(), basis: z.enum(bases), body: bodySchema, network: bodySchema.nullable() });

/** A line of seats that organisations may name people for. */
export type NominatedLine = z.infer<typeof lineSchema>;

const storedSchema = z.object({
  ...{ id: z.string(), partnershipId: z.string(), lineId: z.string(), seats: z.number(), title: textSchema, about: textSchema, criteria: textSchema, termStartsOn: dayColumn, termInMonths: z.number() },
  ...{ opensOn: dayColumn, closesOn: dayColumn, remindOn: dayColumn.nullable(), invitedAt: z.date().nullable(), remindedAt: z.date().nullable(), endedAt: z.date().nullable() },
  ...{ ending: z.enum(endings).nullable(), endingReason: textSchema, electionId: z.string().nullable(), revision: z.number(), line: lineSchema },
});

export type Round = z.infer<typeof storedSchema>;

const columns = { line: { select: lineColumns } } satisfies Prisma.NominatingRoundInclude;
const read = (row: unknown): Round => storedSchema.parse(row);

/** The seats that a round may fill, of each body in the version agreed last: a sector's own, those elected to, and those for whoever is missing. */
export async function listNominatedLines(on: Database, partnershipId: string): Promise<NominatedLine[]> {
  const rows = await on.seatLine.findMany({
    where: { partnershipId, basis: { in: ["fixed", "elected", "diversity-gap"] }, scheme: { startsOn: { not: null } }, body: { endedOn: null } },
    ...{ select: { ...lineColumns, scheme: { select: { version: true } } }, orderBy: [{ body: { slug: "asc" } }, { position: "asc" }] },
  });
  const agreed = await on.seatScheme.groupBy({ by: ["bodyId"], where: { partnershipId, startsOn: { not: null } }, _max: { version: true } });
  const last = new Map(agreed.map(({ bodyId, _max }) => [bodyId, _max.version]));
  return rows.filter(({ bodyId, scheme }) => scheme.version === last.get(bodyId)).map((row) => lineSchema.parse(row));
}

/** A round of the partnership, or 404; of those that were announced where everybody asks. */
export async function findRound(on: Database, partnershipId: string, id: string | undefined, isPublic = false): Promise<Round> {
  const row = await on.nominatingRound.findFirst({ where: { partnershipId, id: id ?? "", ...(isPublic && { invitedAt: { not: null } }) }, include: columns });
  if (!row) throw notFound();
  return read(row);
}

/** Holds a round until the transaction ends, because organisations, those they name and officers may come at once. */
export async function holdRound(transaction: Transaction, partnershipId: string, id: string | undefined): Promise<Round> {
  await transaction.$queryRaw`SELECT id FROM "NominatingRound" WHERE id = ${id ?? ""} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  return findRound(transaction, partnershipId, id);
}

const roundsAPage = 20;

/** Rounds, the newest first; `after` is the last of the page before. */
export async function listRounds(on: Database, partnershipId: string, { isPublic, after }: { isPublic: boolean; after: string | null }): Promise<{ rounds: Round[]; nextAfter: string | null }> {
  const rows = await on.nominatingRound.findMany({
    where: { partnershipId, ...(isPublic && { invitedAt: { not: null } }) },
    ...{ include: columns, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: roundsAPage + 1 },
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const rounds = rows.slice(0, roundsAPage).map(read);
  return { rounds, nextAfter: rows.length > roundsAPage ? rounds.at(-1)!.id : null };
}

const columnsOf = ({ termStartsOn, opensOn, closesOn, remindOn, ...head }: RoundHead) => ({ ...head, termStartsOn: dayIn(termStartsOn), opensOn: dayIn(opensOn), closesOn: dayIn(closesOn), remindOn: dayIn(remindOn) });

/** Begins a round; pressed twice, once. */
export async function beginRound(transaction: Transaction, { partnershipId, personId, now }: By, head: RoundHead): Promise<string> {
  await transaction.$queryRaw`SELECT id FROM "SeatLine" WHERE id = ${head.lineId} FOR UPDATE`;
  const there = await transaction.nominatingRound.findFirst({ where: { partnershipId, lineId: head.lineId, invitedAt: null, endedAt: null, title: { equals: head.title }, createdAt: { gt: new Date(now.getTime() - 600_000) } }, select: { id: true } });
  if (there) return there.id;
  const id = newId();
  await transaction.nominatingRound.create({ data: { id, partnershipId, createdAt: now, ...columnsOf(head) } });
  await recordAudit(transaction, { partnershipId, personId, action: "nominating-round.begin", subjectKind: "nominating-round", subjectId: id, facts: { lineId: head.lineId, seats: head.seats } });
  return id;
}

/** Changes what a round is about, while nobody has been invited. */
export async function saveRound(transaction: Transaction, { partnershipId, personId }: By, { id }: Pick<Round, "id">, head: RoundHead): Promise<void> {
  await transaction.nominatingRound.update({ where: { id, partnershipId }, data: { ...columnsOf(head), revision: { increment: 1 } } });
  await recordAudit(transaction, { partnershipId, personId, action: "nominating-round.change", subjectKind: "nominating-round", subjectId: id });
}

/** Ends a round for good, with the reason that everybody reads. */
export async function endRound(transaction: Transaction, { partnershipId, personId, now }: By, { id }: Pick<Round, "id">, end: { ending: NonNullable<Round["ending"]>; reason: Text; electionId?: string }): Promise<void> {
  const { ending, reason, electionId } = end;
  await transaction.nominatingRound.update({ where: { id, partnershipId }, data: { ending, endingReason: reason, electionId: electionId ?? null, endedAt: now, revision: { increment: 1 } } });
  await recordAudit(transaction, { partnershipId, personId, action: "nominating-round.end", subjectKind: "nominating-round", subjectId: id, facts: { how: ending, ...(electionId !== undefined && { electionId }) } });
  await dropPublishedPages(transaction, partnershipId);
}

/** Whether everybody may read of the election that decides instead of a round. */
export async function isElectionPublic(on: Database, partnershipId: string, electionId: string | null): Promise<boolean> {
  return electionId !== null && (await on.networkElection.count({ where: { id: electionId, partnershipId, steps: { some: { kind: "notice-published" } } } })) > 0;
}
