// The one database, and the transaction that a store runs in.
import { setTimeout as wait } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient, type Prisma } from "#prisma/client/client.ts";
import { config } from "./config.server.ts";
import { PatientPool } from "./patient-pool.server.ts";

export type Transaction = Prisma.TransactionClient;
/** Where a store may read: the database, or the transaction its caller is in. */
export type Database = PrismaClient | Transaction;

/** Where the database is, and whether the demonstration lives there. */
export type OpenedDatabase = { url: string; isDemonstration: boolean };

type Opened = OpenedDatabase & { pool: PatientPool; client: PrismaClient };
let opened: Opened | undefined;

/** Opens the database of this process; afterwards `db` and `pool` are there. */
export function openDatabase({ url, isDemonstration }: OpenedDatabase): void {
  const pool = new PatientPool({
    connectionString: url,
    max: config().databasePool,
    // because a transaction left open would hold back the sealing of the audit log
    options: "-c idle_in_transaction_session_timeout=60000",
  });
  opened = { url, isDemonstration, pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function current(): Opened {
  if (!opened) {
    const url = config().databaseUrl;
    if (!url) throw new Error("The database is not open");
    openDatabase({ url, isDemonstration: false });
  }
  return opened!;
}

export function db(): PrismaClient {
  return current().client;
}

/** The same connections without Prisma, for cursors and notifications. */
export function pool(): pg.Pool {
  return current().pool;
}

/** How many connections this process has lost so far. */
export function connectionsLost(): number {
  return opened?.pool.losses ?? 0;
}

/** Whether something that has just failed, begun when so many were lost, failed because the database went away. */
export async function isDatabaseLost(before: number): Promise<boolean> {
  // because the last words of a server come before the end of its connection
  for (let tries = 0; connectionsLost() === before && tries < 5; tries++) await wait(10);
  return connectionsLost() !== before;
}

/** Waits some seconds for a database that went away; false when it is still away. */
export function isDatabaseBack(): Promise<boolean> {
  return current().pool.whenBack().then(
    () => true,
    () => false,
  );
}

export function databaseUrl(): string {
  return current().url;
}

/** Whether the demonstration lives here; never where somebody set up a partnership of their own. */
export function isDemonstration(): boolean {
  return current().isDemonstration;
}

/**
 * Looks again whether the demonstration lives in an embedded database: in one that is still empty, for it will, and in one
 * that has its people. A council's own database is never asked.
 */
export async function recogniseDemonstration(): Promise<void> {
  const here = current();
  const isEmpty = (await here.client.partnership.count()) === 0;
  here.isDemonstration = isEmpty || (await here.client.person.count({ where: { isDemonstration: true } })) > 0;
}

/** A statement of the hot path, with $1, $2 … for its values; its name is its own. */
export type Statement = { name: string; text: string };

/**
 * Runs a statement in a transaction, or by itself: then it is prepared once a connection and goes past Prisma, whose own work
 * takes several times that of a small query.
 */
export async function ask<Row>({ name, text }: Statement, values: unknown[], transaction?: Transaction): Promise<Row[]> {
  if (transaction) return transaction.$queryRawUnsafe<Row[]>(text, ...values);
  const { rows } = await pool().query<Row & pg.QueryResultRow>({ name, text, values });
  return rows;
}

/** Runs all of `work` or none of it. Waits long for its turn, because a thousand people may send in the same moment. */
export function inTransaction<Value>(work: (transaction: Transaction) => Promise<Value>, timeout = 30_000): Promise<Value> {
  return db().$transaction(work, { maxWait: 60_000, timeout });
}

export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = undefined;
  await closing?.client.$disconnect();
  if (closing && !closing.pool.ended) await closing.pool.end();
}
