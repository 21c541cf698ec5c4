// Restores a backup into an empty database and an empty file store: all of it, checked before and after, or nothing.
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { countStore, emptyStore, writeBytes } from "#app/files/disk.server.ts";
import { findBrokenSealBy } from "#app/shared/audit-walk.server.ts";
import { config, fileStoreDir } from "#app/shared/config.server.ts";
import { migrateJobs } from "#app/shared/jobs.server.ts";
import { appliedMigrations, applyMigrations, connect, migrationNames } from "#app/shared/migrate.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { adoptSecrets, findSecrets, secretFile, type SecretBefore } from "#app/shared/secrets.server.ts";
import { jobsTable, shapeProblem, type Closing, type Head, type TableShape } from "./backup.ts";
import { checkBackup, readBackup, type Checked, type FileSum, type Piece } from "./read.server.ts";
import { macOf, markOf } from "./secrets.server.ts";
import { recordDeed } from "./store.server.ts";
import * as tables from "./tables.server.ts";

export type RestoreWanted = {
  file: string;
  passphrase: string | null;
  /** Whether to go on although the installation's secret is lost. */
  newSecret: boolean;
  url: string;
  migrationsDir: string;
  report: (line: string) => void;
};

/** Restores a backup; what it was and how many letters and other jobs wait. */
export async function restoreBackup(wanted: RestoreWanted): Promise<Checked & { waitingJobs: number }> {
  const { file, passphrase, url, migrationsDir, report } = wanted;
  report("Checking the backup");
  const checked = await checkBackup(file, passphrase);
  const { head, closing } = checked;
  await requireKnownMigrations(head, migrationsDir);
  const secrets = requireSecrets(checked, wanted);
  const client = await connect(url);
  try {
    await requireAlone(client);
    await requireEmpty(client);
    await bringTo(head.migrations, client, wanted);
    report("Restoring");
    await restoreAll(client, wanted, checked);
    if (secrets.length > 0) adoptSecrets(secrets);
    const { applied } = await applyMigrations(url, migrationsDir);
    if (applied.length > 0) report(`Brought up to date (${applied.length} migrations).`);
    await checkAgain(client, closing);
    return { ...checked, waitingJobs: closing.tables[jobsTable]?.rows ?? 0 };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function requireKnownMigrations(head: Head, migrationsDir: string): Promise<void> {
  const known = await migrationNames(migrationsDir);
  const unknown = head.migrations.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new PlainError(
    `This backup is of Folkmoot ${head.version}, whose database this version does not know yet (${unknown}): restore it with that version or a later one.`,
  );
}

/** The secrets to be taken over from the backup; none where the installation has its own already or begins with a new one. */
function requireSecrets({ head, closing, secrets: inBackup }: Checked, { newSecret, file }: RestoreWanted): SecretBefore[] {
  const here = findSecrets();
  const known = here.length > 0 ? here : inBackup;
  const newest = known.find(({ secret }) => markOf(secret) === head.secretMarks[0]);
  if (newest && closing.mac !== macOf(newest.secret, closing)) {
    throw new PlainError(`${file} was changed since it was made: it is not what this installation's secret vouches for.`);
  }
  const marks = known.map(({ secret }) => markOf(secret));
  if (head.secretMarks.every((mark) => marks.includes(mark))) return here.length > 0 ? [] : inBackup;
  if (newSecret) return [];
  const how = `put it at ${secretFile()} or set FOLKMOOT_SECRET, the ones before it too. Where it is lost, add --new-secret; docs/backup.md says what goes with it.`;
  throw new PlainError(
    here.length === 0
      ? `This backup does not hold the secret of its installation: ${how}`
      : `This backup was made with another secret than the one here: ${how}`,
  );
}

/** Because whoever else is connected could write into what is being restored, or hold what it needs. */
async function requireAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(`
    SELECT count(*)::int AS others FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid() AND backend_type = 'client backend'`);
  const others = rows[0]?.others ?? 0;
  if (others > 0) throw new PlainError(`The database is in use (${others} other connections): stop Folkmoot on every machine, then restore.`);
}

const marker = () => join(config().dataDir, "restore.unfinished");

async function requireEmpty(client: pg.Client): Promise<void> {
  const filled = await tables.listFilled(client);
  if (filled.length > 0) {
    const most = filled.sort((one, other) => other.rows - one.rows).slice(0, 4);
    const what = most.map(({ name, rows }) => `${name} ${rows.toLocaleString("en-GB")}`).join(", ");
    throw new PlainError(`The database is not empty (${what}${filled.length > most.length ? ", …" : ""}): restore into a new one.`);
  }
  const files = await countStore();
  // because what lies there then is what a restore that was killed had written, and its database was left empty
  const isOurs = await stat(marker()).then(() => true, () => false);
  if (files > 0 && !isOurs) {
    throw new PlainError(`The folder ${fileStoreDir()} holds ${files.toLocaleString("en-GB")} files: restore into a new data folder.`);
  }
}

/** The tables as they were when the backup was made; a database that is ahead of them and empty is made anew. */
async function bringTo(migrations: string[], client: pg.Client, { url, migrationsDir }: RestoreWanted): Promise<void> {
  const applied = await appliedMigrations(client);
  if (applied.some((name) => !migrations.includes(name))) await tables.clearEmpty(client);
  const folder = await mkdtemp(join(tmpdir(), "folkmoot-restore-"));
  try {
    for (const name of migrations) await cp(join(migrationsDir, name), join(folder, name), { recursive: true });
    await cp(join(migrationsDir, "migration_lock.toml"), join(folder, "migration_lock.toml"));
    await applyMigrations(url, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await migrateJobs(url);
}

/** Tables, files and jobs in one transaction: what fails leaves the database empty, and the file store too. */
async function restoreAll(client: pg.Client, wanted: RestoreWanted, { head, closing }: Checked): Promise<void> {
  await mkdir(config().dataDir, { recursive: true });
  await writeFile(marker(), "");
  try {
    await emptyStore();
    await client.query("BEGIN");
    await tables.plainSettings(client);
    await requireShape(client, head);
    await client.query(`LOCK TABLE ${head.tables.filter(isOurs).map(({ name }) => `"${name}"`).join(", ")} IN ACCESS EXCLUSIVE MODE`);
    await requireEmpty(client);
    const checkReferences = await tables.dropForeignKeys(client);
    await makeRoom(client, head);
    await loadPieces(client, wanted, closing);
    wanted.report("Checking what was restored");
    await checkReferences();
    await tables.setSequences(client, closing.sequences);
    await requireFiles(client, closing);
    await requireSeals(client, closing);
    if (closing.tables[jobsTable]) await tables.addWaitingJobs(client);
    const rows = Object.values(closing.tables).reduce((sum, table) => sum + table.rows, 0);
    await recordDeed(client, "backup.restore", head.name, { madeAt: head.madeAt, rows, files: closing.files.count });
    await client.query("COMMIT");
  } catch (problem) {
    await client.query("ROLLBACK").catch(() => undefined);
    await emptyStore();
    throw plainly(problem);
  } finally {
    await rm(marker(), { force: true });
  }
}

const isOurs = ({ name }: TableShape) => name !== jobsTable;

async function requireShape(client: pg.Client, head: Head): Promise<void> {
  const differs = shapeProblem(await tables.listTables(client), head.tables.filter(isOurs));
  if (differs === null) return;
  throw new PlainError(`The table ${differs} of this backup is not as this version's migrations make it: restore it with Folkmoot ${head.version}.`);
}

/** Where jobs and the hashes of files come in, for as long as it takes. */
async function makeRoom(client: pg.Client, head: Head): Promise<void> {
  const jobs = head.tables.find(({ name }) => name === jobsTable);
  const columns = jobs?.columns.map(({ name }) => `"${name}" text`).join(", ");
  if (columns !== undefined) await client.query(`CREATE TEMP TABLE "${jobsTable}" (${columns}) ON COMMIT DROP`);
  await client.query("CREATE TEMP TABLE restored_file (key text PRIMARY KEY, bytes float8, sha256 text) ON COMMIT DROP");
}

async function loadPieces(client: pg.Client, { file, passphrase, report }: RestoreWanted, closing: Closing): Promise<void> {
  const pieces = new Lookahead(readBackup(file, passphrase));
  for (let piece = await pieces.take(); piece; piece = await pieces.take()) {
    if (piece.kind === "rows") {
      const { table } = piece;
      const rows = await tables.copyIn(client, table, pieces.rowsFrom(piece));
      if (rows !== closing.tables[table.name]?.rows) throw new Error(`${table.name} has ${rows} rows and should have others`);
      if (rows > 0) report(`${table.name}: ${rows.toLocaleString("en-GB")}`);
    } else if (piece.kind === "file") await writeBytes(piece.key, piece.bytes);
    else if (piece.kind === "files") await noteFiles(client, piece.files);
  }
}

/** Pieces one by one, or the rows of a table from as many as it has. */
class Lookahead {
  readonly #pieces: AsyncIterator<Piece>;
  #next: Piece | undefined;

  constructor(pieces: AsyncIterable<Piece>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async take(): Promise<Piece | undefined> {
    const waiting = this.#next;
    this.#next = undefined;
    return waiting ?? (await this.#read());
  }

  async *rowsFrom(first: Extract<Piece, { kind: "rows" }>): AsyncGenerator<Buffer> {
    yield* first.bytes;
    for (;;) {
      const next = await this.#read();
      if (next?.kind !== "rows" || next.table !== first.table) return void (this.#next = next);
      yield* next.bytes;
    }
  }

  async #read(): Promise<Piece | undefined> {
    const { value, done } = (await this.#pieces.next()) as IteratorResult<Piece, undefined>;
    return done === true ? undefined : value;
  }
}

async function noteFiles(client: pg.Client, files: FileSum[]): Promise<void> {
  await client.query("INSERT INTO restored_file SELECT * FROM unnest($1::text[], $2::float8[], $3::text[])", [
    files.map(({ key }) => key),
    files.map(({ bytes }) => bytes),
    files.map(({ sha256 }) => sha256),
  ]);
}

/** Every file the rows name is there as they say, but for those that were not when the backup was made. */
async function requireFiles(client: pg.Client, { files }: Closing): Promise<void> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT f."storageKey" AS key FROM "File" f LEFT JOIN restored_file r ON r.key = f."storageKey"
     WHERE (r.key IS NULL OR r.bytes <> f."sizeInBytes" OR r.sha256 <> f.sha256) AND NOT f."storageKey" = ANY($1) LIMIT 1`,
    [[...files.missing, ...files.damaged]],
  );
  if (rows[0]) throw new PlainError("The backup cannot be used: a file that its rows name is not in it as they say.");
}

async function requireSeals(client: pg.Client, { brokenSeal }: Closing): Promise<void> {
  const broken = await findBrokenSealBy(async (sql, ...values) => (await client.query(sql, values)).rows);
  const found = broken && broken.toEntryId.toString();
  if (found !== brokenSeal) throw new PlainError("The backup cannot be used: the seals of its audit log do not hold as they did when it was made.");
}

/** Brought up to date, it must still be what it was; and the database's own figures of it are made, for its plans. */
async function checkAgain(client: pg.Client, closing: Closing): Promise<void> {
  const now = new Map((await tables.listFilled(client)).map(({ name, rows }) => [name, rows]));
  for (const [name, { rows }] of Object.entries(closing.tables)) {
    // the restore itself is one entry more
    const wanted = name === "AuditEntry" ? rows + 1 : rows;
    if (name !== jobsTable && (now.get(name) ?? 0) !== wanted) throw new Error(`${name} has ${now.get(name) ?? 0} rows and should have ${wanted}`);
  }
  await requireSeals(client, closing);
  await client.query("ANALYZE");
}

function plainly(problem: unknown): unknown {
  if (problem instanceof PlainError) return problem;
  const { code = "", message = "" } = problem as { code?: string; message?: string };
  if (code === "ENOSPC" || code === "53100") return new PlainError("The disk is full: nothing was restored. Free some space and restore again.");
  if (/^(08|57P)/.test(code) || /Connection terminated|not queryable|connection error/i.test(message)) {
    return new PlainError("The connection to the database was lost: nothing was restored. Restore again.");
  }
  if (code.startsWith("23")) return new PlainError(`The backup cannot be used: its rows do not keep the database's own rules (${message}).`);
  return problem;
}
