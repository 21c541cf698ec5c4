// A database of its own for each test file, cloned from the migrated template before any code of the product is loaded.
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { askDatabase, dropDatabase, withDatabase } from "./databases.ts";
import { removeFolder } from "./folders.ts";

const { url, template } = inject("testDatabase");
const database = `folkmoot_test_${randomBytes(6).toString("hex")}`;

await askDatabase(url, `CREATE DATABASE ${database} TEMPLATE ${template}`);
process.env.DATABASE_URL = withDatabase(url, database);
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.LOG_REQUESTS = "false";
// because Vitest sets a BASE_URL of its own
process.env.BASE_URL = "http://localhost:3000";
process.env.FOLKMOOT_DATA_DIR = mkdtempSync(join(tmpdir(), "folkmoot-test-data-"));

afterAll(async () => {
  await dropDatabase(url, database);
  await removeFolder(process.env.FOLKMOOT_DATA_DIR ?? "");
});
