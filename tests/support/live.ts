// The built server with a consultation of 35 questions in it, for tests that do to it what happens to servers. The test looks
// into the same database. On PostgreSQL of TEST_DATABASE_URL where that is set, else on the server's own embedded one.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "undici";
import { expect } from "vitest";
import type { FormDefinition } from "#app/forms/definition.ts";
import { closeDatabase, openDatabase, pool } from "#app/shared/db.server.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { postgresHome } from "#app/shared/postgres-home.server.ts";
import { addressOf, HttpRespondent, type Asked, type Requested } from "./http-respondent.ts";
import { startServer, type RunningServer } from "./server.ts";
import { buildStrategyConsultation, strategyForm } from "./strategy-form.ts";

export const isEmbedded = !process.env.TEST_DATABASE_URL;

export type Live = { server: RunningServer; asked: Asked; definition: FormDefinition; consultationId: string; close: () => Promise<void> };

/** Limits as behind the proxy of a council, where every person has an address. */
const usual = { TRUSTED_PROXIES: "1", WEB_PROCESSES: "2" };

export async function openLive(settings: Record<string, string> = {}): Promise<Live> {
  const onOther = { DATABASE_URL: process.env.DATABASE_URL ?? "", SMTP_URL: process.env.SMTP_URL ?? "" };
  const server = await startServer({ ...usual, ...(!isEmbedded && onOther), ...settings });
  Object.assign(process.env, { FOLKMOOT_DATA_DIR: server.dataDir, BASE_URL: server.url });
  let leave = () => Promise.resolve();
  if (isEmbedded) {
    delete process.env.DATABASE_URL;
    leave = (await openPreparedDatabase()).stop;
  } else openDatabase({ url: onOther.DATABASE_URL, isDemonstration: false });
  const { asked, ...consultation } = await ask();
  return {
    ...{ server, asked, definition: asked.definition, consultationId: consultation.id },
    close: async () => {
      await closeDatabase();
      await leave();
      await server.stop();
    },
  };
}

/** Puts the 35 questions into the database that is open. */
export async function ask(): Promise<{ id: string; asked: Asked }> {
  const { id, partnership } = await buildStrategyConsultation(4);
  return { id, asked: { slug: partnership.slug, consultation: id, definition: strategyForm(4) } };
}

/** A connection kept open as a browser's is; a page that does not come within half a minute, unless told otherwise, hangs. */
export function connect(url: string, hangsAfterMs = 30_000): Client {
  const times = { headersTimeout: hangsAfterMs, bodyTimeout: hangsAfterMs, connectTimeout: hangsAfterMs, keepAliveTimeout: 60_000 };
  return new Client(new URL(url).origin, { pipelining: 1, ...times });
}

export type Crowd = {
  /** Everybody who has begun, the finished ones too. */
  people: HttpRespondent[];
  requests: Requested[];
  /** Lets those who answer come to their receipt, and returns when all have. */
  finish: () => Promise<void>;
};

/** Keeps so many people responding, each new one after a receipt, through whatever happens to the server. */
export function gatherCrowd({ server, asked }: Pick<Live, "server" | "asked">, many: number): Crowd {
  const people: HttpRespondent[] = [];
  const requests: Requested[] = [];
  let isOver = false;
  const one = async () => {
    const connection = connect(server.url);
    while (!isOver) {
      const person = people.length;
      const respondent = new HttpRespondent({
        ...{ connection, origin: server.url, asked, person, address: addressOf(person), givesEmail: person % 3 === 0, persistsForMs: 60_000 },
        onRequest: (requested) => void requests.push(requested),
      });
      people.push(respondent);
      await respondent.respond();
    }
    await connection.close();
  };
  const all = Promise.all(Array.from({ length: many }, one));
  all.catch(() => (isOver = true)); // because whoever waits for the crowd hears of it
  return {
    people,
    requests,
    finish: async () => {
      isOver = true;
      await all;
    },
  };
}

/** The web processes of a server, where the system tells; the keeper is their parent. */
export function webProcessesOf(keeper: number): number[] {
  try {
    const children = existsSync(`/proc/${keeper}/task/${keeper}/children`)
      ? readFileSync(`/proc/${keeper}/task/${keeper}/children`, "utf8")
      : execFileSync("pgrep", ["-P", String(keeper)], { encoding: "utf8" });
    const pids = children.split(/\s+/).filter(Boolean).map(Number);
    return pids.filter((pid) => execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).includes("web.js"));
  } catch {
    return [];
  }
}

/** The process of the embedded PostgreSQL of a server. */
export async function postmasterOf({ dataDir }: RunningServer): Promise<number> {
  const { folder } = await postgresHome(join(dataDir, "postgres"), () => undefined);
  return Number.parseInt(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8"), 10);
}

/** What the server answers right now, on a connection of its own, and how long that took. */
export async function look(url: string, { method = "GET", body }: { method?: "GET" | "POST"; body?: string } = {}): Promise<Looked> {
  const began = performance.now();
  const connection = connect(url);
  const { pathname, origin } = new URL(url);
  const headers = { ...(method === "POST" && { "content-type": "application/x-www-form-urlencoded", origin }) };
  const answer = await connection.request({ path: pathname, method, headers, body: body ?? null });
  const looked = { status: answer.statusCode, headers: answer.headers, text: await answer.body.text(), ms: performance.now() - began };
  await connection.close();
  return looked;
}

type Looked = { status: number; ms: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Rows of the database that the server and the test share. */
export async function rowsOf<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool().query<Row & Record<string, unknown>>(sql, values)).rows;
}

export async function until(isSo: () => boolean | Promise<boolean>, what: string, withinMs = 20_000): Promise<number> {
  const began = Date.now();
  while (!(await isSo())) {
    expect(Date.now() - began, `${what} within ${withinMs} ms`).toBeLessThan(withinMs);
    await wait(50);
  }
  return Date.now() - began;
}
