// Makes a backup while the service runs: every table in one snapshot, then the bytes of the files its rows name.
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { openBytes, thumbnailKey } from "#app/files/disk.server.ts";
import { bytesAreKept } from "#app/files/store.server.ts";
import { findBrokenSealBy } from "#app/shared/audit-walk.server.ts";
import { fileStoreDir } from "#app/shared/config.server.ts";
import { appliedMigrations, connect } from "#app/shared/migrate.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { findSecrets } from "#app/shared/secrets.server.ts";
import { writeWhole } from "#app/shared/whole-file.server.ts";
import { Archive, listed, writeCompressed, type Written } from "./archive.server.ts";
import * as backup from "./backup.ts";
import type { Closing, Head, Sum } from "./backup.ts";
import { byHandScript, readMe } from "./by-hand.ts";
import { inParts, Sums } from "./rows.server.ts";
import { macOf, markOf } from "./secrets.server.ts";
import { recordDeed } from "./store.server.ts";
import { beginSnapshot, copyOut, jobsShape, listSequences, listTables } from "./tables.server.ts";

export type BackupWanted = {
  url: string;
  folder: string;
  /** How many backups of ours stay in the folder; null keeps them all. */
  keep: number | null;
  withSecret: boolean;
  passphrase: string | null;
  product: { version: string; commit: string | null };
  now: Date;
  report: (line: string) => void;
};

export type BackupDone = { path: string; bytes: number; closing: Closing };

/** Makes a backup: it is there whole under its name, and on the disk, or not at all. */
export async function makeBackup(wanted: BackupWanted): Promise<BackupDone> {
  const { url, folder, now, passphrase } = wanted;
  const name = backup.backupName(now, passphrase !== null);
  const client = await connect(url);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await takeTurn(client);
    const path = join(folder, name);
    let closing: Closing | undefined;
    const made = await writeBackup(path, passphrase, contents(client, wanted, name, (end) => (closing = end)));
    if (!closing) throw new Error("The backup has no end");
    await dropOlder(wanted);
    const { rows, isWhole } = weigh(closing);
    await recordDeed(client, "backup.make", name, {
      ...{ bytes: made, rows, files: closing.files.count, isWhole, isEncrypted: passphrase !== null, hasSecret: wanted.withSecret },
    });
    return { path, bytes: made, closing };
  } catch (problem) {
    throw plainly(problem, folder);
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function weigh({ tables, files, brokenSeal }: Closing): { rows: number; isWhole: boolean } {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  return { rows, isWhole: files.missing.length + files.damaged.length === 0 && brokenSeal === null };
}

/** Held until the connection ends: one backup at a time, and no bytes are taken away while it lasts. */
async function takeTurn(client: pg.Client): Promise<void> {
  await client.query("SET statement_timeout = 0");
  const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock(hashtext('folkmoot backup')) AS mine");
  if (!rows[0]?.mine) throw new PlainError("Another backup of this database is being made: wait until it is done.");
  await client.query("SELECT pg_advisory_lock(hashtext($1))", [bytesAreKept]);
}

async function* contents(client: pg.Client, wanted: BackupWanted, name: string, end: (closing: Closing) => void): AsyncGenerator<Buffer> {
  const { report, now } = wanted;
  await beginSnapshot(client);
  const secrets = findSecrets();
  const head = await describe(client, wanted, name, secrets.map(({ secret }) => markOf(secret)));
  const archive = new Archive(now);
  yield* whole(archive, backup.headName, toJson(head));

  const tables: Record<string, Sum> = {};
  for (const table of head.tables) {
    const sums = new Sums();
    let part = 0;
    for await (const bytes of inParts(copyOut(client, table))) {
      sums.add(bytes);
      yield* whole(archive, backup.partName(table.name, ++part), bytes);
    }
    tables[table.name] = sums.sum();
    const { rows } = sums.sum();
    if (rows > 0) report(`${table.name}: ${rows.toLocaleString("en-GB")}`);
  }
  const files = yield* allFiles(client, archive, report);
  const sequences = await listSequences(client);
  const broken = await findBrokenSealBy(async (sql, ...values) => (await client.query(sql, values)).rows);
  await client.query("COMMIT");

  yield* whole(archive, "by-hand.sql", Buffer.from(byHandScript(head, sequences)));
  yield* whole(archive, "read-me.txt", Buffer.from(readMe(head)));
  const [newest] = secrets;
  if (wanted.withSecret && newest) yield* whole(archive, backup.secretsName, toJson(secrets));
  const found = { tables, sequences, files, brokenSeal: broken && broken.toEntryId.toString(), listing: archive.listing() };
  const closing: Closing = { ...found, mac: newest ? macOf(newest.secret, found) : null };
  yield* whole(archive, backup.closingName, toJson(closing));
  yield archive.end();
  end(closing);
}

const toJson = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

function whole(archive: Archive, name: string, bytes: Buffer) {
  return archive.entry(name, bytes.length, bytes.length === 0 ? [] : [bytes]);
}

async function describe(client: pg.Client, { product, now }: BackupWanted, name: string, secretMarks: string[]): Promise<Head> {
  const migrations = await appliedMigrations(client);
  const tables = migrations.length === 0 ? [] : await listTables(client);
  const { rows } = await client.query<{ version: string; hasJobs: boolean; hasPartnership: boolean }>(`
    SELECT current_setting('server_version') AS version, to_regclass('graphile_worker._private_jobs') IS NOT NULL AS "hasJobs",
           ${tables.length === 0 ? "false" : 'EXISTS (SELECT FROM "Partnership")'} AS "hasPartnership"`);
  const found = rows[0]!;
  if (!found.hasPartnership) throw new PlainError("There is nothing to back up: the database has no partnership yet.");
  return {
    ...{ format: backup.formatOfToday, product: "folkmoot", ...product, name, madeAt: now.toISOString() },
    ...{ postgres: found.version, migrations, tables: found.hasJobs ? [...tables, jobsShape] : tables },
    ...{ leftOut: [...backup.leftOut], secretMarks },
  };
}

type FileRow = { key: string; size: number; sha256: string };

async function* allFiles(client: pg.Client, archive: Archive, report: (line: string) => void): AsyncGenerator<Buffer, Closing["files"]> {
  const found: Closing["files"] = { count: 0, bytes: 0, missing: [], damaged: [] };
  let listing: Written[] = [];
  let lists = 0;
  function* endList() {
    if (listing.length === 0) return;
    const bytes = Buffer.from(listing.map(({ name, sha256 }) => listed(name, sha256)).join(""));
    listing = [];
    yield* [whole(archive, backup.listName(++lists), bytes)];
  }
  await client.query(`DECLARE files NO SCROLL CURSOR FOR
    SELECT "storageKey" AS key, "sizeInBytes" AS size, sha256 FROM "File" ORDER BY id`);
  let rows: FileRow[];
  do {
    ({ rows } = await client.query<FileRow>(`FETCH ${backup.filesInAList} FROM files`));
    for (const row of rows) {
      const written = yield* oneFile(archive, row.key);
      if (!written) found.missing.push(row.key);
      else if (written.sha256 !== row.sha256 || written.bytes !== row.size) found.damaged.push(row.key);
      if (found.missing.length > backup.mostMissing) throw filesElsewhere();
      const small = yield* oneFile(archive, thumbnailKey(row.key));
      for (const one of [written, small]) {
        if (!one) continue;
        listing.push(one);
        found.count += 1;
        found.bytes += one.bytes;
      }
    }
    for (const list of endList()) yield* list;
  } while (rows.length > 0);
  if (found.count === 0 && found.missing.length > 0) throw filesElsewhere();
  if (found.count > 0) report(`Files: ${found.count.toLocaleString("en-GB")}, ${megabytes(found.bytes)}`);
  return found;
}

function filesElsewhere() {
  return new PlainError(`The files that the database names are not in ${fileStoreDir()}: is FOLKMOOT_DATA_DIR the same as the server's?`);
}

async function* oneFile(archive: Archive, key: string): AsyncGenerator<Buffer, Written | null> {
  const opened = await openBytes(key);
  if (!opened) return null;
  return yield* archive.entry(`files/${key}`, opened.size, opened.bytes);
}

export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Readable by its owner alone. How many bytes it has. */
async function writeBackup(path: string, passphrase: string | null, contents: AsyncIterable<Buffer>): Promise<number> {
  if (existsSync(path)) throw new PlainError(`A backup made in this very second is already there: ${path}.`);
  let bytes = 0;
  await writeWhole(path, 0o600, (file) =>
    writeCompressed(contents, passphrase, async (source) => {
      for await (const piece of source) {
        await file.writeFile(piece);
        bytes += piece.length;
      }
    }),
  );
  return bytes;
}

const dayInMilliseconds = 86_400_000;

/** Takes the oldest backups away, and what a killed backup left unfinished. */
async function dropOlder({ folder, keep, now }: BackupWanted): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter(backup.isUnfinishedBackup)) {
    const { mtimeMs } = await stat(join(folder, name));
    if (now.getTime() - mtimeMs > dayInMilliseconds) await rm(join(folder, name), { force: true });
  }
  if (keep === null) return;
  for (const name of backup.backupsToDrop(names, keep)) await rm(join(folder, name), { force: true });
}

function plainly(problem: unknown, folder: string): unknown {
  if (problem instanceof PlainError) return problem;
  const { code = "", message = "", path = "" } = problem as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") return new PlainError(`The disk that holds ${folder} is full: the backup was not made, and nothing of it is left.`);
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EISDIR"].includes(code)) {
    return new PlainError(`Folkmoot may not use ${path || folder}: run the backup as the user who runs Folkmoot, into a folder that user may write to.`);
  }
  if (/^(08|57P)/.test(code) || code === "ECONNRESET" || /Connection terminated|not queryable|connection error/i.test(message)) {
    return new PlainError("The connection to the database was lost: the backup was not made, and nothing of it is left.");
  }
  return problem;
}
