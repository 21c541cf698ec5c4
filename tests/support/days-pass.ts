// Days that pass at once for a consultation of a running server: it opened and closed so much earlier.
import { join } from "node:path";
import pg from "pg";
import { lastPort, readPasswords } from "#app/shared/postgres-cluster.server.ts";
import { postgresHome } from "#app/shared/postgres-home.server.ts";
import type { RunningServer } from "./server.ts";

export async function daysPass({ dataDir }: Pick<RunningServer, "dataDir">, consultationId: string, days: number): Promise<void> {
  const home = await postgresHome(join(dataDir, "postgres"), () => undefined);
  const { folkmoot } = await readPasswords(home);
  const client = new pg.Client({ connectionString: `postgres://folkmoot:${encodeURIComponent(folkmoot)}@127.0.0.1:${await lastPort(home)}/folkmoot` });
  await client.connect();
  try {
    const earlier = `SET "opensAt" = "opensAt" - make_interval(days => $2), "closesAt" = "closesAt" - make_interval(days => $2)`;
    await client.query(`UPDATE "Consultation" ${earlier} WHERE id = $1`, [consultationId, days]);
    await client.query(`SELECT pg_notify('folkmoot_published', "partnershipId") FROM "Consultation" WHERE id = $1`, [consultationId]);
  } finally {
    await client.end();
  }
}
