// Databases beside each other on the server of the tests.
import pg from "pg";

/** The same server and person, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

export async function askDatabase<Row extends object>(url: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Drops a database whoever is still in it. Not WITH (FORCE), which also ends the server's own vacuuming and is refused
 * to whoever is not a superuser; a plain DROP asks that to stop, and waits.
 */
export async function dropDatabase(server: string, database: string): Promise<void> {
  await askDatabase(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user", [database]);
  await askDatabase(server, `DROP DATABASE IF EXISTS ${database}`);
}
