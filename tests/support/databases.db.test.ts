// A database of a test goes however eagerly its users come back; a run once ended on one that did not.
import pg from "pg";
import { expect, inject, test } from "vitest";
import { askDatabase, dropDatabase, withDatabase } from "./databases.ts";

test("a database is dropped under somebody who comes back the moment they are put out", async () => {
  const { url } = inject("testDatabase");
  const database = `folkmoot_eager_${process.pid}`;
  await askDatabase(url, `CREATE DATABASE ${database}`);
  let isWanted = true;
  let visits = 0;
  const arrive = async () => {
    const client = new pg.Client({ connectionString: withDatabase(url, database) });
    client.on("error", () => undefined);
    client.once("end", () => isWanted && void arrive());
    await client.connect().then(() => (visits += 1), () => (isWanted = false));
  };
  await Promise.all(Array.from({ length: 10 }, arrive));
  await dropDatabase(url, database);
  isWanted = false;
  expect(visits).toBeGreaterThanOrEqual(10);
  expect(await askDatabase(url, "SELECT 1 FROM pg_database WHERE datname = $1", [database])).toEqual([]);
});
