// What is measured: the built Folkmoot on its default settings, as processes of its own with a database of their own in a
// throwaway folder. The measuring process looks into the same database.
import { Client, type Dispatcher } from "undici";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { closeDatabase, pool } from "#app/shared/db.server.ts";
import { openPreparedDatabase } from "#app/shared/prepare.server.ts";
import { buildPartnership, buildPerson, signInCookie } from "../support/factories.ts";
import { startServer } from "../support/server.ts";
import { cpuOf, familyOf, parentOf } from "./processes.ts";

export type Site = {
  url: string;
  partnership: Partnership;
  /** The cookie of an administrator of the partnership. */
  officer: string;
  officerId: string;
  postgresql: string;
  /** The processes that serve, and the database's. */
  processes: () => { server: number[]; database: number[] };
  close: () => Promise<void>;
};

/** A proxy in front, as there is one at every council; nothing else is set that the server does not set itself. */
const settings = { TRUSTED_PROXIES: "1", POSTS_PER_MINUTE: "" };

export async function openSite(): Promise<Site> {
  const server = await startServer(settings);
  Object.assign(process.env, { FOLKMOOT_DATA_DIR: server.dataDir, BASE_URL: server.url });
  delete process.env.DATABASE_URL;
  const database = await openPreparedDatabase();
  const partnership = await buildPartnership({ slug: "measured" });
  const officer = await buildPerson({ role: "administrator", partnership });
  const { rows } = await pool().query<{ version: string; pid: number }>("SELECT version(), pg_backend_pid() AS pid");
  const postmaster = parentOf(rows[0]!.pid);
  return {
    ...{ url: server.url, partnership, officer: (await signInCookie(officer)).split(";", 1)[0]!, officerId: officer.id },
    postgresql: /PostgreSQL (\S+)/.exec(rows[0]!.version)?.[1] ?? "unknown",
    processes: () => ({
      server: familyOf(server.pid, postmaster),
      database: postmaster === undefined ? [] : familyOf(postmaster),
    }),
    close: async () => {
      await closeDatabase();
      await database.stop();
      await server.stop();
    },
  };
}

export type Cost = { seconds: number; server: number | undefined; database: number | undefined; generator: number };

/** Counts seconds, and seconds of processor of each party, from now until the function it returns is called. */
export function startMeter(site: Site): () => Cost {
  // because a process that begins or ends meanwhile counts too: what has ended is in the time of whoever began it
  const read = () => {
    const { server, database } = site.processes();
    return { at: performance.now(), own: process.cpuUsage(), server: cpuOf(server), database: cpuOf(database) };
  };
  const began = read();
  return () => {
    const now = read();
    const spent = (after: number | undefined, before: number | undefined) =>
      after === undefined || before === undefined ? undefined : after - before;
    return {
      seconds: (now.at - began.at) / 1000,
      server: spent(now.server, began.server),
      database: spent(now.database, began.database),
      generator: (now.own.user + now.own.system - began.own.user - began.own.system) / 1e6,
    };
  };
}

export type Fetched = { status: number; headers: Record<string, string | string[] | undefined>; bytes: number; ms: number; body: Buffer };

/** One request, to its last byte. `keeps` is false for what is too big to hold. */
export function fetchPage(
  connection: Dispatcher,
  url: string,
  path: string,
  { cookie, encoding = "gzip, deflate, br", keeps = true }: { cookie?: string; encoding?: string; keeps?: boolean } = {},
): Promise<Fetched> {
  const headers = { accept: "text/html", "accept-encoding": encoding, ...(cookie && { cookie }) };
  return new Promise((done, failed) => {
    const began = performance.now();
    const chunks: Buffer[] = [];
    let [status, bytes] = [0, 0];
    let given: Fetched["headers"] = {};
    connection.dispatch(
      { origin: url, path, method: "GET", headers },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, code, sent) => {
          [status, given] = [code, sent];
        },
        onResponseData: (_controller, chunk) => {
          bytes += chunk.length;
          if (keeps) chunks.push(chunk);
        },
        onResponseEnd: () => done({ status, headers: given, bytes, ms: performance.now() - began, body: Buffer.concat(chunks) }),
        onResponseError: (_controller, problem) => failed(problem),
      },
    );
  });
}

/** A connection that is kept open, as a browser's is. */
export function connect(url: string): Client {
  return new Client(url, { pipelining: 1, headersTimeout: 120_000, bodyTimeout: 120_000 });
}
