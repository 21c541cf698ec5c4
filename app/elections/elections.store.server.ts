// Every query about elections themselves: found, listed, begun, changed, and the steps that are taken in them. Nominations, the roll, the box and
// the count have stores of their own. The caller has asked the policy.
import { z } from "zod";
import { dayColumn, dayIn } from "#app/bodies/columns.server.ts";
import { ruleSets } from "#app/counting/contest.ts";
import { holdNetwork } from "#app/networks/networks.store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf, startOfDay, timeOf } from "#app/shared/dates.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages, keepRecord } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { ballotOrders, electorates, endingSteps, methods, paperRules, publications, registerings, resultsDetails, shortfalls, stateOf, stepKinds, type ElectionHead, type ElectionState, type Standing, type StepKind } from "./election.ts";
import { servedRules } from "./served.ts";
import { pollClosesAt, type Timetable } from "./timetable.ts";

export type By = { partnershipId: string; personId: string | null; now: Date };

const reserveSchema = z.object({
  ...{ id: z.string(), name: textSchema, justification: textSchema },
  groups: z.array(z.object({ id: z.string(), name: textSchema, least: z.number(), most: z.number().nullable() })),
});
const day = dayColumn.nullable();
const stepSchema = z.object({ id: z.bigint().transform(String), kind: z.enum(stepKinds), personId: z.string().nullable(), at: z.date(), reason: textSchema, facts: z.record(z.string(), z.unknown()) });
const totalsSchema = z.object({ issued: z.number(), returned: z.number(), online: z.number(), paper: z.number(), blank: z.number(), spoilt: z.number(), void: z.number() });
/** What the box and the papers held, as published before the count. `returned` counts voters, `void` votes that another of the same voter replaced. [COUNTING 4.4] */
export type Totals = z.infer<typeof totalsSchema>;

const storedSchema = z.object({
  ...{ id: z.string(), partnershipId: z.string(), networkId: z.string(), constituencyId: z.string().nullable(), lineId: z.string().nullable(), vacancyId: z.string().nullable(), chairBodyId: z.string().nullable() },
  ...{ title: textSchema, role: textSchema, personSpec: textSchema, timeNeeded: textSchema, expenses: textSchema },
  ...{ seats: z.number(), termStartsOn: dayColumn, termInMonths: z.number(), rules: z.enum(ruleSets), electorate: z.enum(electorates), delegates: z.number(), registering: z.enum(registerings), method: z.enum(methods) },
  ...{ noticeOn: day, qualifyingOn: day, nominationsOpenOn: day, nominationsCloseOn: day, withdrawalsUntil: day, candidatesOn: day, pollOpensOn: day },
  ...{ pollClosesAt: z.date().nullable(), countOn: day, challengesUntil: day },
  ...{ supporters: z.number(), statementWords: z.number(), ballotOrder: z.enum(ballotOrders), mostRanks: z.number().nullable(), paperRule: z.enum(paperRules) },
  ...{ publication: z.enum(publications), resultsDetail: z.enum(resultsDetails), reserves: z.array(reserveSchema), shortfall: z.enum(shortfalls), turnoutLeast: z.number().nullable(), servedRule: z.enum(servedRules) },
  ...{ returningOfficerId: z.string().nullable(), issued: z.number().nullable(), totals: totalsSchema.nullable(), ballotSalt: z.string().nullable(), ballotHash: z.string().nullable(), rulesHash: z.string().nullable() },
  ...{ lotText: z.string().nullable(), origin: z.enum(["held", "loaded"]), source: textSchema, createdAt: z.date(), revision: z.number() },
  network: z.object({ body: z.object({ id: z.string(), slug: z.string(), name: textSchema }) }),
  constituency: z.object({ name: textSchema }).nullable(),
  /** The election whose places were filled first, where this one fills those kept for whoever is missing then. [A6.3] */
  firstStageId: z.string().nullable(),
  steps: z.array(stepSchema),
  scrutineers: z.array(z.object({ personId: z.string(), signedAt: z.date().nullable() })),
  _count: z.object({ nominations: z.number() }),
});

const columns = {
  network: { select: { body: { select: { id: true, slug: true, name: true } } } },
  constituency: { select: { name: true } },
  steps: { orderBy: { id: "asc" as const } },
  scrutineers: { select: { personId: true, signedAt: true } },
  _count: { select: { nominations: { where: { number: { not: null } } } } },
} satisfies Prisma.NetworkElectionInclude;

type Stored = z.infer<typeof storedSchema>;
type Days = "noticeOn" | "qualifyingOn" | "nominationsOpenOn" | "nominationsCloseOn" | "withdrawalsUntil" | "candidatesOn" | "pollOpensOn" | "pollClosesAt" | "countOn" | "challengesUntil";
export type ElectionStep = z.infer<typeof stepSchema>;
export type Election = Omit<Stored, Days | "network" | "scrutineers" | "_count"> & {
  network: { id: string; slug: string; name: Text };
  timetable: Timetable | null;
  scrutineerIds: string[];
  signed: { personId: string; signedAt: Date }[];
  /** How many stand; null until candidates are confirmed. */
  candidates: number | null;
};

function read(row: unknown): Election {
  const { network, scrutineers, _count, noticeOn, qualifyingOn, nominationsOpenOn, nominationsCloseOn, withdrawalsUntil, candidatesOn, pollOpensOn, pollClosesAt: closesAt, countOn, challengesUntil, ...rest } =
    storedSchema.parse(row);
  const days = { noticeOn, qualifyingOn, nominationsOpenOn, nominationsCloseOn, withdrawalsUntil, candidatesOn, pollOpensOn, countOn, challengesUntil };
  const isWhole = closesAt !== null && Object.values(days).every((one) => one !== null);
  return {
    ...{ ...rest, network: network.body },
    timetable: isWhole ? ({ ...days, pollClosesOn: dayOf(closesAt), pollClosesTime: timeOf(closesAt) } as Timetable) : null,
    scrutineerIds: scrutineers.map(({ personId }) => personId),
    signed: scrutineers.flatMap(({ personId, signedAt }) => (signedAt === null ? [] : [{ personId, signedAt }])),
    candidates: rest.steps.some(({ kind }) => kind === "candidates-confirmed") ? _count.nominations : null,
  };
}

/** What the state of an election is read from. Once candidates are confirmed, places that stay empty are not among its seats. */
export function standingOf({ timetable, steps, candidates, seats }: Election): Standing {
  const places = steps.findLast(({ kind }) => kind === "candidates-confirmed")?.facts.places;
  return { timetable, candidates, seats: typeof places === "number" ? places : seats, steps: steps.map(({ kind }) => kind) };
}

/** What state an election is in at an instant. */
export function electionState(election: Election, now: Date): ElectionState {
  return stateOf(standingOf(election), now);
}

/** An election of the partnership, or 404. */
export async function findElection(on: Database, partnershipId: string, id: string | undefined): Promise<Election> {
  const row = id === undefined ? null : await on.networkElection.findFirst({ where: { id, partnershipId }, include: columns });
  if (!row) throw notFound();
  return read(row);
}

/** The same, where everybody may read of it: its notice has been published. */
export async function findPublicElection(on: Database, partnershipId: string, id: string | undefined): Promise<Election> {
  const election = await findElection(on, partnershipId, id);
  if (!election.steps.some(({ kind }) => kind === "notice-published")) throw notFound();
  return election;
}

/** The election that came before this one for other places of the same body; null where none did, or where the public may not read of it yet. */
export async function findFirstStage(on: Database, { partnershipId, firstStageId }: Pick<Election, "partnershipId" | "firstStageId">, isOffice: boolean): Promise<{ id: string; title: Text } | null> {
  if (firstStageId === null) return null;
  const isTold = isOffice ? {} : { steps: { some: { kind: "notice-published" } } };
  const row = await on.networkElection.findFirst({ where: { partnershipId, id: firstStageId, ...isTold }, select: { id: true, title: true } });
  return row && { id: row.id, title: textSchema.parse(row.title) };
}

/** The same, held until the transaction ends, because two may take a step at once. */
export async function holdElection(transaction: Transaction, partnershipId: string, id: string | undefined): Promise<Election> {
  await transaction.$queryRaw`SELECT id FROM "NetworkElection" WHERE id = ${id ?? ""} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  return findElection(transaction, partnershipId, id);
}

/** Whether everybody may read of any election of a partnership; kept until its pages are dropped. */
export async function recallWhetherElections(partnershipId: string, now: Date): Promise<boolean> {
  const read = async () => ({ partnershipId, has: (await db().networkElection.findFirst({ where: { partnershipId, steps: { some: { kind: "notice-published" } } }, select: { id: true } })) !== null });
  return (await keepRecord(`elections of ${partnershipId}`, now, read, (kept) => kept.partnershipId)).has;
}

const electionsAPage = 20;

type Asked = {
  partnershipId: string;
  networkId?: string | null;
  isOffice: boolean;
  /** Only those in which this person has an office. */
  officerId?: string | null;
  /** Only those that are over, or that are not. */
  isOver?: boolean | null;
  after?: string | null;
};

/** Elections, the latest notice first, for the office those still planned before them; `after` is the last of the page before. */
export async function listElections(on: Database, { partnershipId, networkId, isOffice, officerId, isOver = null, after }: Asked): Promise<{ elections: Election[]; nextAfter: string | null }> {
  const ended = { kind: { in: [...endingSteps] } };
  const rows = await on.networkElection.findMany({
    where: {
      ...{ partnershipId, ...(networkId && { networkId }), ...(officerId && { OR: [{ returningOfficerId: officerId }, { scrutineers: { some: { personId: officerId } } }] }) },
      AND: [isOffice ? {} : { steps: { some: { kind: "notice-published" } } }, isOver === null ? {} : { steps: isOver ? { some: ended } : { none: ended } }],
    },
    ...{ include: columns, orderBy: [{ noticeOn: { sort: "desc", nulls: "first" } }, { id: "asc" }], take: electionsAPage + 1 },
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const elections = rows.slice(0, electionsAPage).map(read);
  return { elections, nextAfter: rows.length > electionsAPage ? elections.at(-1)!.id : null };
}

function columnsOf({ termStartsOn, ...head }: ElectionHead) {
  return { ...head, termStartsOn: dayIn(termStartsOn) };
}

function dayColumnsOf({ pollClosesOn, pollClosesTime, ...days }: Timetable) {
  const dates = Object.fromEntries(Object.entries(days).map(([name, date]) => [name, dayIn(date)]));
  return { ...dates, pollClosesAt: pollClosesAt({ pollClosesOn, pollClosesTime }) };
}

/** Begins an election of a network, where it is one for the seat that somebody left; its notice is yet to be published. */
export async function beginElection(transaction: Transaction, { partnershipId, personId, now }: By, networkId: string, head: ElectionHead, vacancyId: string | null = null): Promise<string> {
  const id = newId();
  await transaction.networkElection.create({ data: { id, partnershipId, networkId, vacancyId, createdAt: now, ...columnsOf(head) } });
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: "election.begin", subjectKind: "election", subjectId: id });
  return id;
}

/** The same, once where the form was sent twice: an election of the same name that the network has just begun is that one. */
export async function beginElectionOnce(transaction: Transaction, by: By, networkSlug: string, head: ElectionHead, vacancyId: string | null = null): Promise<string> {
  const { id: networkId } = await holdNetwork(transaction, by.partnershipId, networkSlug);
  const lately = new Date(by.now.getTime() - 600_000);
  const there = await transaction.networkElection.findFirst({ where: { partnershipId: by.partnershipId, networkId, createdAt: { gt: lately }, title: { equals: head.title }, steps: { none: {} } }, select: { id: true } });
  return there?.id ?? beginElection(transaction, by, networkId, head, vacancyId);
}

/** Changes what an election that is held is about. */
export async function saveElection(transaction: Transaction, { partnershipId, personId }: By, { id }: Pick<Election, "id">, head: ElectionHead): Promise<void> {
  await transaction.networkElection.update({ where: { id }, data: { ...columnsOf(head), revision: { increment: 1 } } });
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: "election.change", subjectKind: "election", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}

/** Announces before the poll, because members asked for it, that no figure of the result will be told. It cannot be taken back. */
export async function promiseOrderOnly(transaction: Transaction, by: By, { id }: Pick<Election, "id">): Promise<void> {
  await transaction.networkElection.update({ where: { id }, data: { resultsDetail: "order", revision: { increment: 1 } } });
  await takeStep(transaction, by, { id }, { kind: "order-only" });
}

/** Writes the dates of an election that is held. */
export async function saveTimetable(transaction: Transaction, { partnershipId, personId }: By, { id }: Pick<Election, "id">, timetable: Timetable): Promise<void> {
  await transaction.networkElection.update({ where: { id }, data: { ...dayColumnsOf(timetable), revision: { increment: 1 } } });
  // because codes that have not gone out yet go when voting begins, whenever that is now
  await transaction.voterLetter.updateMany({ where: { voter: { electionId: id }, sentAt: null, attempts: 0, nextAttemptAt: { not: null } }, data: { nextAttemptAt: startOfDay(timetable.pollOpensOn) } });
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: "election.dates", subjectKind: "election", subjectId: id });
  await dropPublishedPages(transaction, partnershipId);
}

/** Takes a step in an election that is held; the caller has seen that it may be taken now. */
export async function takeStep(
  transaction: Transaction,
  { partnershipId, personId, now }: By,
  { id }: Pick<Election, "id">,
  { kind, reason = {}, facts = {} }: { kind: StepKind; reason?: Text; facts?: Record<string, string | number | boolean | null> },
): Promise<void> {
  await transaction.electionStep.create({ data: { partnershipId, electionId: id, kind, personId, at: now, reason, facts } });
  await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: `election.${kind}`, subjectKind: "election", subjectId: id, facts });
  await dropPublishedPages(transaction, partnershipId);
}
