// What a backup is: one file with every row and every uploaded file of one moment. It begins with its head, which says
// what is in it, and ends with its closing, which says how much that was and what it must add up to.
import { z } from "zod";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** The format this version writes and the only one it reads. */
export const formatOfToday = 1;

export const headName = "backup.json";
export const closingName = "manifest.json";
export const secretsName = "secrets.json";

/** Where waiting jobs stand among the tables; no table of ours has a hyphen in its name. */
export const jobsTable = "waiting-jobs";

/** Nobody stays signed in through a restore, and no way in by letter comes back to life. */
export const leftOut: readonly string[] = ["Session", "SignInPass"];

/** Rows travel in parts of about this size, cut between rows, so that no part is ever more than memory holds. */
export const partBytes = 4 * 1024 * 1024;
/** Files between one list of their hashes and the next. */
export const filesInAList = 500;
/** Files that may be missing from the disk before something else must be wrong. */
export const mostMissing = 1000;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const tableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/);
const count = z.number().int().nonnegative();

const shape = z.object({
  name: tableName,
  columns: z.array(z.object({ name: z.string().min(1), type: z.string().min(1) })).min(1),
});
export type TableShape = z.infer<typeof shape>;

const head = z.object({
  format: z.literal(formatOfToday),
  product: z.literal("folkmoot"),
  version: z.string(),
  /** Where it was made from a checkout of the source. */
  commit: z.string().nullable(),
  name: z.string(),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.string().regex(/^\w+$/)).min(1),
  /** In the order in which they follow: each after those its rows refer to. */
  tables: z.array(shape),
  leftOut: z.array(tableName),
  /** Tell the installation's secrets from others and nothing about them, the newest first. */
  secretMarks: z.array(z.string()),
});
export type Head = z.infer<typeof head>;

const sum = z.object({ rows: count, bytes: count, sha256 });
export type Sum = z.infer<typeof sum>;

const closing = z.object({
  tables: z.record(tableName, sum),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/) })),
  files: z.object({
    count,
    bytes: count,
    /** Keys of files that the database names and the disk did not have, or had otherwise than the database says. */
    missing: z.array(z.string()),
    damaged: z.array(z.string()),
  }),
  /** The last entry of the first seal of the audit log that did not hold; null where all did. */
  brokenSeal: z.string().nullable(),
  /** SHA-256 over the list of everything before this, one line "HASH  NAME" each, as sha256sum writes them. */
  listing: sha256,
  /** All this under a key made from the secret: only who has that can make a backup that passes for ours. */
  mac: sha256.nullable(),
});
export type Closing = z.infer<typeof closing>;

const secrets = z.array(z.object({ secret: z.string().min(32), replacedAt: z.coerce.date() })).min(1);

/** The secrets as they stand in a backup, newest first; none where they cannot be read. */
export function readSecrets(json: string): { secret: string; replacedAt: Date }[] {
  const read = secrets.safeParse(parse(json));
  return read.success ? read.data : [];
}

/** The head as it stands in a backup, or why it cannot be used. */
export function readHead(json: string): Result<Head, string> {
  const value = parse(json) as { product?: unknown; format?: unknown } | null;
  if (value?.product !== "folkmoot") return fail("It is not a backup of Folkmoot.");
  if (typeof value.format === "number" && value.format > formatOfToday) {
    return fail("It was made by a newer Folkmoot than this one: restore it with that version or a later one.");
  }
  const read = head.safeParse(value);
  return read.success ? succeed(read.data) : fail(`Its beginning is damaged (${read.error.issues[0]?.path.join(".")}).`);
}

export function readClosing(json: string): Result<Closing, string> {
  const read = closing.safeParse(parse(json));
  return read.success ? succeed(read.data) : fail(`Its end is damaged (${read.error.issues[0]?.path.join(".")}).`);
}

/** What the closing's own mac is made of. */
export function textForMac(of: Omit<Closing, "mac">): string {
  return JSON.stringify(closing.parse({ ...of, mac: null }));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** "folkmoot-2026-11-22T031000Z.tar.gz": by name is by time. */
export function backupName(at: Date, isEncrypted: boolean): string {
  const moment = at.toISOString().slice(0, 19).replaceAll(":", "");
  return `folkmoot-${moment}Z.tar.gz${isEncrypted ? ".encrypted" : ""}`;
}

const nameShape = /^folkmoot-\d{4}-\d{2}-\d{2}T\d{6}Z\.tar\.gz(\.encrypted)?$/;

/** Which of a folder's files are backups of ours that are too many, the oldest; nothing else is ever among them. */
export function backupsToDrop(names: readonly string[], keep: number): string[] {
  const ours = names.filter((name) => nameShape.test(name)).sort();
  return ours.slice(0, Math.max(0, ours.length - keep));
}

export function isUnfinishedBackup(name: string): boolean {
  return name.endsWith(".unfinished") && nameShape.test(name.slice(0, -".unfinished".length));
}

/** The name of a part of a table's rows, counted from one. */
export function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, "0")}.txt`;
}

/** The name of the list of the hashes of the files before it, counted from one. */
export function listName(list: number): string {
  return `files-${String(list).padStart(6, "0")}.sha256`;
}

/** Tables so that each stands after those its rows refer to, otherwise by name; where they go in a circle, by name. */
export function inOrderOfReference<Table extends { name: string }>(
  tables: readonly Table[],
  references: readonly { from: string; to: string }[],
): Table[] {
  const waiting = [...tables].sort((one, other) => (one.name < other.name ? -1 : 1));
  const placed: Table[] = [];
  while (waiting.length > 0) {
    const stillToCome = new Set(waiting.map(({ name }) => name));
    const isFree = ({ name }: Table) => references.every(({ from, to }) => from !== name || to === name || !stillToCome.has(to));
    const at = Math.max(0, waiting.findIndex(isFree));
    placed.push(...waiting.splice(at, 1));
  }
  return placed;
}

/** Where the shapes of today's tables and those of a backup differ, in words; null where they do not. */
export function shapeProblem(found: readonly TableShape[], wanted: readonly TableShape[]): string | null {
  const describe = (tables: readonly TableShape[]) =>
    new Map(tables.map(({ name, columns }) => [name, columns.map((column) => `${column.name} ${column.type}`).sort().join(", ")]));
  const [here, there] = [describe(found), describe(wanted)];
  for (const name of new Set([...here.keys(), ...there.keys()])) if (here.get(name) !== there.get(name)) return name;
  return null;
}
