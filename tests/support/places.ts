// Another installation beside the test's own: an empty database and data folder, and the product's code as a process of its
// own would load it there.
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inject, vi } from "vitest";
import type { restoreBackup } from "#app/backups/restore.server.ts";
import * as migrate from "#app/shared/migrate.server.ts";
import { askDatabase, dropDatabase, withDatabase } from "./databases.ts";
import { removeFolder } from "./folders.ts";

export class Place {
  readonly url: string;
  readonly dataDir = mkdtempSync(join(tmpdir(), "folkmoot-place-"));
  readonly #server: string;
  readonly #database = `folkmoot_place_${randomBytes(6).toString("hex")}`;

  private constructor(server: string) {
    this.#server = server;
    this.url = withDatabase(server, this.#database);
  }

  /** A database with nothing in it, or a copy of one nobody is connected to. */
  static async open({ template }: { template?: string } = {}): Promise<Place> {
    const place = new Place(inject("testDatabase").url);
    await askDatabase(place.#server, `CREATE DATABASE ${place.#database}${template ? ` TEMPLATE ${template}` : ""}`);
    return place;
  }

  /** Loads code of the product or of the tests anew, with this place's settings; what is loaded already keeps its own. */
  async load<Module>(code: () => Promise<Module>, settings: Record<string, string> = {}): Promise<Module> {
    const before = { ...process.env };
    Object.assign(process.env, { DATABASE_URL: this.url, FOLKMOOT_DATA_DIR: this.dataDir }, settings);
    vi.resetModules();
    // because the engine that migrates can be there only once in a process
    vi.doMock("#app/shared/migrate.server.ts", () => migrate);
    try {
      const { config } = await import("#app/shared/config.server.ts");
      config();
      return await code();
    } finally {
      process.env = before;
    }
  }

  ask<Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return askDatabase<Row>(this.url, statement, values);
  }

  /** Restores a backup here as the command does, with the migrations of this version unless others are named. */
  async restore(file: string, change: Partial<Parameters<typeof restoreBackup>[0]> = {}) {
    const { restoreBackup: restoreHere } = await this.load(() => import("#app/backups/restore.server.ts"));
    return restoreHere({
      ...{ file, passphrase: null, newSecret: false, url: this.url, migrationsDir: resolve("prisma/migrations"), report: () => undefined },
      ...change,
    });
  }

  /** Everything in every table, row by row. */
  async rows(): Promise<Record<string, string[]>> {
    return rowsOf(this.url);
  }

  async close(): Promise<void> {
    await dropDatabase(this.#server, this.#database);
    await removeFolder(this.dataDir);
  }
}

/** Everything in every table of a database, row by row in one order. */
export async function rowsOf(url: string): Promise<Record<string, string[]>> {
  const tables = await askDatabase<{ name: string }>(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await askDatabase<{ row: string }>(url, `SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
