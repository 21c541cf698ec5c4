// Full dumps of a database for tests of secrecy: every row of every table of every schema with its place on disk and its transaction, as
// somebody with the server, or a backup, sees them.
import { pool } from "#app/shared/db.server.ts";

/** A row as text, with where it lies and which transactions wrote and touched it. */
export type DumpedRow = { ctid: string; xmin: string; row: Record<string, unknown> };
export type Dump = Map<string, DumpedRow[]>;

export async function dump(): Promise<Dump> {
  const { rows: tables } = await pool().query<{ name: string }>(`
    SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%' ORDER BY 1`);
  const dumped: Dump = new Map();
  for (const { name } of tables) {
    const { rows } = await pool().query<DumpedRow>(`SELECT t.ctid::text, t.xmin::text, to_jsonb(t) AS row FROM ${name} t ORDER BY t.ctid`);
    dumped.set(name, rows);
  }
  return dumped;
}

/** The tables of which anything differs between two dumps: a row, its place or its transaction. */
export function changedTables(before: Dump, after: Dump): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name))).sort();
}

/** Every text in rows, at any depth. */
export function textsIn(rows: readonly DumpedRow[]): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(walk);
  };
  rows.forEach(({ row }) => walk(row));
  return found;
}

/** Spearman's rank correlation between two orders of the same things: 1 alike, -1 turned round, about 0 for a shuffle. */
export function correlation<One>(first: readonly One[], second: readonly One[]): number {
  const place = new Map(second.map((one, index) => [one, index]));
  const count = first.length;
  const squares = first.reduce((sum, one, index) => sum + (index - place.get(one)!) ** 2, 0);
  return 1 - (6 * squares) / (count * (count ** 2 - 1));
}
