// A database of its own for each test file, cloned from the migrated template before any code of the product is loaded.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { withDatabase } from "./postgres.ts";

const { url, template } = inject("testDatabase");
const database = `folkmoot_test_${randomBytes(6).toString("hex")}`;

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

await onServer(`CREATE DATABASE ${database} TEMPLATE ${template}`);
process.env.DATABASE_URL = withDatabase(url, database);

afterAll(async () => {
  await onServer(`DROP DATABASE ${database} WITH (FORCE)`);
});
