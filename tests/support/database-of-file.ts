// A database of its own for each test file, cloned from the migrated template before any code of the product is loaded.
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { withDatabase } from "./database-address.ts";

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
// because Vite puts an address without a host there
process.env.BASE_URL = "http://localhost:3000";
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.LOG_REQUESTS = "false";
// because Vitest sets a BASE_URL of its own
process.env.BASE_URL = "http://localhost:3000";
process.env.FOLKMOOT_DATA_DIR = mkdtempSync(join(tmpdir(), "folkmoot-test-data-"));

afterAll(async () => {
  await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await rm(process.env.FOLKMOOT_DATA_DIR ?? "", { recursive: true, force: true });
});
