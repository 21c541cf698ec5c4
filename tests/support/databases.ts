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
 * Drops a database whoever is still in it, or about to come back to it. Not WITH (FORCE), which also ends the server's
 * own vacuuming and is refused to whoever is not a superuser; a plain DROP asks that to stop, and waits for five seconds.
 */
export async function dropDatabase(server: string, database: string): Promise<void> {
  const [there] = await askDatabase(server, "SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (!there) return;
  await askDatabase(server, `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
  for (let triesLeft = 8; triesLeft > 0; triesLeft -= 1) {
    await askDatabase(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user", [database]);
    const dropped = await askDatabase(server, `DROP DATABASE ${database}`).then(() => true, isStillInUse);
    if (dropped) return;
  }
  throw new Error(`Somebody does not leave the database ${database}`);
}

/** Whether a database could not be dropped because of somebody on their way out; any other problem is thrown. */
function isStillInUse(problem: unknown): false {
  if (problem instanceof pg.DatabaseError && problem.code === "55006") return false;
  throw problem;
}
