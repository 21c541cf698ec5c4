// Brings the database's tables up to date at start, without Prisma's command line. docs/decisions/0002.
// The engine is the one Prisma's own `migrate deploy` runs, from npm as WebAssembly: its version in package.json is
// pinned beside Prisma's, and both change together.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationDirectory, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { breaksEarlierReleases } from "./migration.ts";
import { PlainError } from "./plain-error.ts";

type SchemaEngineModule = {
  SchemaEngine: {
    new: (options: { datamodels: undefined }, log: (line: string) => void, adapter: unknown) => Promise<SchemaEngine>;
  };
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

const oldestVersion = 15;
// because the engine takes a lock of its own number while it works, ours is another
const lockNumber = 7_273_001;

/** Applies the migrations this database has not had; two processes that start at once take turns. */
export async function applyMigrations(url: string, migrationsDir: string): Promise<{ applied: string[] }> {
  const turn = await connect(url);
  try {
    await turn.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    await refuseWhatIsTooNew(turn, url, migrationsDir);
    await forgetFailures(turn);
    return { applied: await runEngine(url, migrationsDir) };
  } finally {
    await turn.end().catch(() => undefined);
  }
}

/** A database that a later release has migrated still serves this one, unless one of those migrations says it does not. */
async function refuseWhatIsTooNew(client: pg.Client, url: string, migrationsDir: string) {
  const known = new Set(await migrationNames(migrationsDir));
  const breaking = (await appliedMigrations(client)).find((name) => !known.has(name) && breaksEarlierReleases(name));
  if (breaking === undefined) return;
  throw new PlainError(
    `The database at ${placeOf(url).host} belongs to a later Folkmoot, whose migration ${breaking} this version cannot work with: start that version again, or restore a backup made before it.`,
  );
}

/** The migrations a database has had, oldest first. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query<{ exists: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
  if (!found[0]?.exists) return [];
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/**
 * Lets a migration that failed or was interrupted be tried again. Sent whole, a script is one transaction, so nothing of
 * it is left; Prisma, which sends it in pieces, would ask a person to look first.
 */
async function forgetFailures(client: pg.Client) {
  const { rows } = await client.query<{ exists: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
  if (!rows[0]?.exists) return;
  await client.query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL");
}

/** A connection of its own to a database that is new enough; a PlainError says why there is none, never with the password. */
export async function connect(url: string): Promise<pg.Client> {
  const place = placeOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    void client.end().catch(() => undefined); // because it never ends when the other side hung up first
    throw new PlainError(connectionSentence(error, place));
  }
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version >= oldestVersion) return client;
  await client.end();
  throw new PlainError(`The database server at ${place.host} is PostgreSQL ${version}, and Folkmoot needs version ${oldestVersion} or newer.`);
}

type Place = { host: string; database: string; user: string };

function placeOf(url: string): Place {
  try {
    const { protocol, host, hostname, pathname, username, searchParams, search, hash } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error("not PostgreSQL");
    // because a password with a bare / ? or # in it would otherwise be read, and shown, as a host
    if (`${pathname}${search}`.includes("@") || hash !== "") throw new Error("not encoded");
    return {
      host: hostname === "" ? (searchParams.get("host") ?? "localhost") : host,
      database: decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username),
      user: decodeURIComponent(username),
    };
  } catch {
    throw new PlainError("DATABASE_URL is not an address of a PostgreSQL database; it looks like postgresql://USER:PASSWORD@HOST:5432/DATABASE, with special characters of the password written as %40 and so on.");
  }
}

/** What went wrong, with where and never with the password. */
function connectionSentence(error: unknown, { host, database, user }: Place): string {
  switch (codeOf(error)) {
    case "28P01":
    case "28000":
      return `The database server at ${host} refused the user "${user}" or the password given in DATABASE_URL for the database "${database}".`;
    case "3D000":
      return `The database server at ${host} has no database "${database}": create it, or correct DATABASE_URL.`;
    case "42501":
      return `The user "${user}" may not connect to the database "${database}" at ${host}.`;
    case "53300":
      return `The database server at ${host} has no connection left for the database "${database}".`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host ${host} of the database "${database}" given in DATABASE_URL was not found.`;
    case "ECONNREFUSED":
      return `Nothing answers at ${host}, where DATABASE_URL says the database "${database}" is.`;
    default:
      return `The database "${database}" at ${host} cannot be reached (${reasonOf(error)}).`;
  }
}

function codeOf(error: unknown): unknown {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error && "code" in inner ? inner.code : undefined;
}

/** The driver's messages are known to hold no password; anything longer than a line is left out. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "").slice(0, 200) : "unknown";
}

async function runEngine(url: string, migrationsDir: string): Promise<string[]> {
  const { SchemaEngine: engines } = await loadEngine();
  const { factory, disconnect } = scriptsSentWhole(url);
  const engine = await engines.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsDir,
        lockfile: {
          path: "migration_lock.toml",
          content: await readFile(join(migrationsDir, "migration_lock.toml"), "utf8").catch(() => null),
        },
        shadowDbInitScript: "",
        migrationDirectories: await readMigrations(migrationsDir),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (error) {
    throw new PlainError(migrationSentence(error, placeOf(url).host));
  } finally {
    engine.free();
    await disconnect();
  }
}

/** The engine's messages end with where in the engine they came from, of which only the migration's name is of use. */
function migrationSentence(error: unknown, host: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const name = /migration_name="([^"]+)"/.exec(message)?.[1];
  const reason = message.split(/\n\s*0: /)[0]?.replaceAll(/\s+/g, " ").trim();
  return `The database at ${host} could not be brought up to date${name ? ` by the migration ${name}` : ""}: ${reason}.`;
}

/** The migrations of a folder, oldest first. */
export async function migrationNames(migrationsDir: string): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

async function readMigrations(migrationsDir: string): Promise<MigrationDirectory[]> {
  return Promise.all(
    (await migrationNames(migrationsDir)).map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(migrationsDir, name, "migration.sql"), "utf8") },
      },
    })),
  );
}

/** The adapter of this version cuts a script at every semicolon, those inside a function's body too. */
function scriptsSentWhole(url: string) {
  const schema = new URL(url).searchParams.get("schema") ?? undefined;
  const adapters = new PrismaPg({ connectionString: url, max: 2 }, { schema });
  const connections: SqlDriverAdapter[] = [];
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    connectToShadowDb: () => adapters.connectToShadowDb(),
    connect: async () => {
      const connection = await adapters.connect();
      connection.executeScript = async (sql) => {
        await connection.executeRaw({ sql, args: [], argTypes: [] });
      };
      connections.push(connection);
      return connection;
    },
  };
  return { factory, disconnect: () => Promise.all(connections.map((connection) => connection.dispose())) };
}

let loaded: Promise<SchemaEngineModule> | undefined;

/** Started by hand, because Node 20 does not import WebAssembly files. */
function loadEngine(): Promise<SchemaEngineModule> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const script = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const engine = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as SchemaEngineModule;
    const code = await readFile(join(dirname(script), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": withQuietTimers(engine) });
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return engine;
  })();
  return loaded;
}

/** The engine leaves its ten-second limit on waiting for a lock running, which would keep a finished command from ending. */
function withQuietTimers(engine: object): WebAssembly.ModuleImports {
  const imports = { ...engine } as WebAssembly.ModuleImports;
  for (const name of Object.keys(imports)) {
    if (name.startsWith("__wbg_setTimeout_")) {
      imports[name] = (call: () => void, milliseconds: number) => setTimeout(call, milliseconds).unref();
    }
  }
  return imports;
}
