// The database as a backup sees it: its tables, their rows as COPY writes and reads them, its sequences and waiting jobs.
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { escapeIdentifier as quoted } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { inOrderOfReference, jobsTable, leftOut, type Closing, type TableShape } from "./backup.ts";

const migrationsTable = "_prisma_migrations";

/** Everything in one moment, whatever is written meanwhile, and nothing that depends on who asks. */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await plainSettings(client);
}

/** Texts of dates and numbers that are the same everywhere, and no limit on how long it takes. */
export async function plainSettings(client: pg.Client): Promise<void> {
  await client.query(`
    SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601';
    SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8';
    SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`);
}

type ColumnRow = { table: string; kind: string; column: string; type: string; generated: boolean };

/** Every table of ours in the order of reference, without those that a backup leaves out. */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<ColumnRow>(`
    SELECT c.relname AS table, c.relkind AS kind, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
           a.attgenerated <> '' AS generated
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'f') AND c.relname <> $1
    ORDER BY c.relname, a.attnum`, [migrationsTable]);
  const tables = new Map<string, TableShape>();
  for (const { table, kind, column, type, generated } of rows) {
    if (kind !== "r") throw new Error(`A backup does not know what to do with ${table}`);
    const shape = tables.get(table) ?? { name: table, columns: [] };
    if (!generated) shape.columns.push({ name: column, type });
    tables.set(table, shape);
  }
  const references = await client.query<{ from: string; to: string }>(`
    SELECT f.relname AS from, t.relname AS to FROM pg_constraint k
    JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`);
  return inOrderOfReference([...tables.values()].filter(({ name }) => !leftOut.includes(name)), references.rows);
}

/** Jobs by what they do and are given, since the runner's own tables are its own affair. */
export const jobsShape: TableShape = {
  name: jobsTable,
  columns: [
    ...["task", "payload", "queue", "run_at", "max_attempts", "attempts", "last_error", "key", "priority", "flags"].map((name) => ({
      name,
      type: "text",
    })),
  ],
};

// What the clock puts down it puts down again by itself.
const waitingJobs = `
  SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.attempts, j.last_error, j.key, j.priority, j.flags
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
  WHERE j.payload::jsonb -> '_cron' IS NULL
  ORDER BY j.id`;

const columnsOf = ({ columns }: TableShape) => columns.map(({ name }) => quoted(name)).join(", ");

/** The rows of a table as COPY writes them: one a line. */
export function copyOut(client: pg.Client, table: TableShape): AsyncIterable<Buffer> {
  const source = table.name === jobsTable ? `(${waitingJobs})` : `${quoted(table.name)} (${columnsOf(table)})`;
  return client.query(copyTo(`COPY ${source} TO STDOUT`, { highWaterMark: 256 * 1024 })) as AsyncIterable<Buffer>;
}

/** Takes rows in as COPY wrote them; how many those were. */
export async function copyIn(client: pg.Client, table: TableShape, rows: AsyncIterable<Buffer>): Promise<number> {
  const into = client.query(copyFrom(`COPY ${quoted(table.name)} (${columnsOf(table)}) FROM STDIN`));
  await pipeline(rows, into);
  return into.rowCount;
}

/** Sequences that have been used, as far as they have come; they are of no transaction, so this is at or past the rows. */
export async function listSequences(client: pg.Client): Promise<Closing["sequences"]> {
  const { rows } = await client.query<{ name: string; last: string }>(
    "SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1",
  );
  return rows.map(({ name, last }) => ({ name, lastValue: last }));
}

export async function setSequences(client: pg.Client, sequences: Closing["sequences"]): Promise<void> {
  for (const { name, lastValue } of sequences) {
    await client.query("SELECT setval(format('public.%I', $1::text)::regclass, $2::bigint)", [name, lastValue]);
  }
}

/** Tables that hold rows, with how many; whatever they are called. */
export async function listFilled(client: pg.Client): Promise<{ name: string; rows: number }[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> $1 ORDER BY 1",
    [migrationsTable],
  );
  const filled = [];
  for (const { name } of rows) {
    const counted = await client.query<{ rows: number }>(`SELECT count(*)::float8 AS rows FROM public.${quoted(name)}`);
    const count = counted.rows[0]?.rows ?? 0;
    if (count > 0) filled.push({ name, rows: count });
  }
  return filled;
}

/** Takes away every table and function of a database whose tables are all empty, so that it can be made anew. */
export async function clearEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    SELECT format('DROP TABLE IF EXISTS public.%I CASCADE', tablename) AS statement FROM pg_tables WHERE schemaname = 'public'
    UNION ALL
    SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', p.oid::regprocedure) FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('DROP TYPE IF EXISTS public.%I CASCADE', typname) FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
    UNION ALL SELECT 'DROP SCHEMA IF EXISTS graphile_worker CASCADE'`);
  for (const { statement } of rows) await client.query(statement);
}

type ForeignKey = { table: string; name: string; definition: string };

/** Takes the foreign keys off while rows come in; putting them back checks every row. */
export async function dropForeignKeys(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`);
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  return async () => {
    for (const { table, name, definition } of rows) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  };
}

/** Puts the jobs that came in down again, as often tried as they were; whoever held one when the backup was made holds none. */
export async function addWaitingJobs(client: pg.Client): Promise<void> {
  const waiting = quoted(jobsTable);
  await client.query(`ALTER TABLE ${waiting} ADD COLUMN id bigint`);
  await client.query(`
    UPDATE ${waiting} SET id = (graphile_worker.add_job(
      task, payload::json, queue, run_at::timestamptz, max_attempts::int, key, priority::int,
      ARRAY(SELECT jsonb_object_keys(flags::jsonb)))).id`);
  await client.query(`
    UPDATE graphile_worker._private_jobs j SET attempts = w.attempts::int, last_error = w.last_error
    FROM ${waiting} w WHERE w.id = j.id`);
}
