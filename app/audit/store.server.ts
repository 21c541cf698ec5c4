// The audit log as its readers look through it: a page of it newest first, how many that is of how many, or all in runs.
import { listTitles } from "#app/consultations/store.server.ts";
import { listHolders, listNames } from "#app/people/store.server.ts";
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { nobody, type LogFilter } from "./filter.ts";
import type { Known, LogEntry } from "./said.ts";
import { isWorded } from "./worded.server.ts";

/** A partnership's part of the log; null is what belongs to no partnership. */
export type LogOf = { partnershipId: string | null };

function belongsTo({ partnershipId }: LogOf): Prisma.Sql {
  return partnershipId === null ? Prisma.sql`entry."partnershipId" IS NULL` : Prisma.sql`entry."partnershipId" = ${partnershipId}`;
}

function chosen({ person, actions, from, until }: LogFilter): Prisma.Sql {
  return Prisma.join(
    [
      ...(person === null ? [] : [person === nobody ? Prisma.sql`entry."personId" IS NULL` : Prisma.sql`entry."personId" = ${person}`]),
      ...(actions === null ? [] : [Prisma.sql`entry.action = ANY(${[...actions]})`]),
      ...(from === null ? [] : [Prisma.sql`entry.at >= ${from}`]),
      ...(until === null ? [] : [Prisma.sql`entry.at < ${until}`]),
      Prisma.sql`TRUE`,
    ],
    " AND ",
  );
}

/** Entries newest first, `most` of them, from the one before `before` back. */
export async function listEntries(
  on: Database,
  of: LogOf,
  filter: LogFilter,
  { before, most = 50 }: { before: string | null; most?: number },
): Promise<{ entries: LogEntry[]; nextBefore: string | null }> {
  const rows = await on.$queryRaw<LogEntry[]>`
    SELECT entry.id::text, entry.at, entry."partnershipId", entry."personId", entry.action, entry."subjectKind", entry."subjectId", entry.facts
    FROM "AuditEntry" entry
    WHERE ${belongsTo(of)} AND ${chosen(filter)} AND ${before === null ? Prisma.sql`TRUE` : Prisma.sql`entry.id < ${before}::bigint`}
    ORDER BY entry.id DESC LIMIT ${most + 1}`;
  const entries = rows.slice(0, most);
  return { entries, nextBefore: rows.length > most ? (entries.at(-1)?.id ?? null) : null };
}

/** How many entries were asked for, of how many there are. */
export async function countEntries(on: Database, of: LogOf, filter: LogFilter): Promise<{ count: number; all: number }> {
  const [counted] = await on.$queryRaw<{ count: number; all: number }[]>`
    SELECT (SELECT count(*)::int FROM "AuditEntry" entry WHERE ${belongsTo(of)} AND ${chosen(filter)}) AS count,
      (SELECT count(*)::int FROM "AuditEntry" entry WHERE ${belongsTo(of)}) AS "all"`;
  return counted ?? { count: 0, all: 0 };
}

/** What lies beyond the newest entry there is now: what is written meanwhile is left out. */
export async function findNewest(on: Database): Promise<string> {
  const newest = await on.auditEntry.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  return ((newest?.id ?? 0n) + 1n).toString();
}

const entriesInARun = 1000;

/** Everything asked for in runs, newest first, from the one before `start` back; each run with what is known about it. */
export async function* walkEntries(
  on: Database,
  of: LogOf,
  filter: LogFilter,
  start: string,
): AsyncGenerator<{ entries: LogEntry[]; known: Known }> {
  for (let before: string | null = start; before !== null; ) {
    const run: Awaited<ReturnType<typeof listEntries>> = await listEntries(on, of, filter, { before, most: entriesInARun });
    yield { entries: run.entries, known: await findKnown(on, of, run.entries) };
    before = run.nextBefore;
  }
}

/** Names and titles of what entries are about; people who are gone have no name. */
export async function findKnown(on: Database, { partnershipId }: LogOf, entries: readonly LogEntry[]): Promise<Known> {
  const people = entries.flatMap(({ personId, subjectKind, subjectId }) => [
    ...(personId === null ? [] : [personId]),
    ...(subjectKind === "person" ? [subjectId] : []),
  ]);
  const consultations = entries.flatMap(({ subjectKind, subjectId, facts }) => {
    if (subjectKind === "consultation") return [subjectId];
    return typeof facts.consultationId === "string" ? [facts.consultationId] : [];
  });
  const titles = partnershipId === null ? new Map<string, never>() : await listTitles(on, partnershipId, consultations);
  const holders = partnershipId === null ? new Set<string>() : await listHolders(on, partnershipId, people);
  return { names: await listNames(on, people), holders, titles, isWorded };
}

const mostDoers = 500;

/** Everybody who stands in the log as having done something, by name, without reading all of it; a name is null once it was erased. */
export async function listDoers(on: Database, of: LogOf): Promise<{ id: string; name: string | null }[]> {
  const next = (after: Prisma.Sql) => Prisma.sql`
    (SELECT entry."personId" FROM "AuditEntry" entry WHERE ${belongsTo(of)} AND ${after} ORDER BY entry."personId" LIMIT 1)`;
  const rows = await on.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE doer AS (
      SELECT ${next(Prisma.sql`entry."personId" IS NOT NULL`)} AS id
      UNION ALL
      SELECT ${next(Prisma.sql`entry."personId" > doer.id`)} FROM doer WHERE doer.id IS NOT NULL)
    SELECT id FROM doer WHERE id IS NOT NULL LIMIT ${mostDoers}`;
  const names = await listNames(on, rows.map(({ id }) => id));
  return rows
    .map(({ id }) => ({ id, name: names.get(id) || null }))
    .sort((one, other) => (one.name ?? "\uffff").localeCompare(other.name ?? "\uffff"));
}
