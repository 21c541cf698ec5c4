// Reads a backup piece by piece and holds each to what the backup itself says it must be. Whoever has come to the end has
// seen every byte of it be right; until then nothing of it is to be relied on.
import { createHash } from "node:crypto";
import { isStorageKey } from "#app/files/disk.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import type { SecretBefore } from "#app/shared/secrets.server.ts";
import { archiveProblem, listed, readEntries, type Entry } from "./archive.server.ts";
import { closingName, headName, listName, partName, readClosing, readHead, readSecrets, secretsName } from "./backup.ts";
import type { Closing, Head, TableShape } from "./backup.ts";
import { Sums } from "./rows.server.ts";

export type FileSum = { key: string; bytes: number; sha256: string };

export type Piece =
  | { kind: "head"; head: Head }
  | { kind: "rows"; table: TableShape; bytes: AsyncIterable<Buffer> }
  | { kind: "file"; key: string; bytes: AsyncIterable<Buffer> }
  /** Files that came before and are as the backup lists them. */
  | { kind: "files"; files: FileSum[] }
  | { kind: "secrets"; secrets: SecretBefore[] }
  | { kind: "closing"; closing: Closing };

/** What is read whole into memory: lists and texts of ours, never what people sent. */
const largestText = 4 * 1024 * 1024;

/** The pieces of a backup in their order; the bytes of each are there until the next is asked for. */
export async function* readBackup(file: string, passphrase: string | null): AsyncGenerator<Piece> {
  const refuse = (why: string) => new PlainError(`${file} cannot be used. ${why}`);
  const changed = (name: string) => refuse(`It is damaged or was changed: ${name} is not as it was written.`);
  const listing = createHash("sha256");
  let head: Head | undefined;
  let closing: Closing | undefined;
  let at = 0;
  let part = 0;
  let lists = 0;
  let sums = new Map<string, Sums>();
  let sinceList: FileSum[] = [];
  const files = { count: 0, bytes: 0 };

  for await (const entry of readEntries(file, passphrase)) {
    const { name } = entry.header;
    if (closing) throw refuse("Something follows its end.");
    const table: TableShape | undefined = head?.tables[at];
    const reading = new Reading(entry, file);

    if (!head) {
      if (name !== headName) throw refuse("It is not a backup of Folkmoot.");
      const read = readHead(await reading.text());
      if (!read.ok) throw refuse(read.problem);
      head = read.value;
      sums = new Map(head.tables.map((one) => [one.name, new Sums()]));
      yield { kind: "head", head };
    } else if (table && name === partName(table.name, part + 1)) {
      part += 1;
      yield { kind: "rows", table, bytes: reading.bytes(sums.get(table.name)) };
    } else if (part > 0 && head.tables[at + 1] && name === partName(head.tables[at + 1]!.name, 1)) {
      at += 1;
      part = 1;
      const next = head.tables[at]!;
      yield { kind: "rows", table: next, bytes: reading.bytes(sums.get(next.name)) };
    } else if (name.startsWith("files/") && isStorageKey(name.slice("files/".length))) {
      yield { kind: "file", key: name.slice("files/".length), bytes: reading.bytes() };
    } else if (name === listName(lists + 1)) {
      lists += 1;
      const wanted = sinceList.map(({ key, sha256 }) => listed(`files/${key}`, sha256)).join("");
      if ((await reading.text()) !== wanted) throw changed("a file, or the list that names it,");
      yield { kind: "files", files: sinceList };
      sinceList = [];
    } else if (name === secretsName) {
      yield { kind: "secrets", secrets: readSecrets(await reading.text()) };
    } else if (name === closingName) {
      const read = readClosing(await reading.text());
      if (!read.ok) throw refuse(read.problem);
      closing = read.value;
      if (closing.listing !== listing.copy().digest("hex")) throw changed("what is in it, or its order,");
    } else if (name !== "by-hand.sql" && name !== "read-me.txt") throw changed(name);

    const { sha256, bytes } = await reading.end();
    if (name.startsWith("files/")) {
      sinceList.push({ key: name.slice("files/".length), bytes, sha256 });
      files.count += 1;
      files.bytes += bytes;
    }
    listing.update(listed(name, sha256));
  }

  if (!head || !closing) throw refuse("It is cut short: its end is missing.");
  for (const [name, found] of sums) {
    const [one, other] = [found.sum(), closing.tables[name]];
    if (one.sha256 !== other?.sha256 || one.rows !== other.rows || one.bytes !== other.bytes) throw changed(`the table ${name}`);
  }
  if (sinceList.length > 0 || files.count !== closing.files.count || files.bytes !== closing.files.bytes) throw changed("the list of files");
  yield { kind: "closing", closing };
}

/** An entry on its way to whoever wants it, hashed as it goes by, all of it whether or not it is wanted. */
class Reading {
  readonly #hash = createHash("sha256");
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #file: string;
  #bytes = 0;

  constructor(entry: Entry, file: string) {
    this.#pieces = entry[Symbol.asyncIterator]();
    this.#file = file;
  }

  async *bytes(sums?: Sums): AsyncGenerator<Buffer> {
    for (let piece = await this.#next(sums); piece !== null; piece = await this.#next(sums)) yield piece;
  }

  async text(): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of this.bytes()) {
      pieces.push(piece);
      if (this.#bytes > largestText) throw new PlainError("The backup is damaged: a list in it is larger than any that was written.");
    }
    return Buffer.concat(pieces).toString("utf8");
  }

  /** Reads what is left; what the whole was. */
  async end(): Promise<{ bytes: number; sha256: string }> {
    while ((await this.#next()) !== null);
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }

  async #next(sums?: Sums): Promise<Buffer | null> {
    const { value, done } = await this.#pieces.next().catch((problem: unknown) => {
      throw archiveProblem(problem, this.#file);
    });
    if (done === true) return null;
    this.#hash.update(value);
    sums?.add(value);
    this.#bytes += value.length;
    return value;
  }
}

export type Checked = { head: Head; closing: Closing; secrets: SecretBefore[] };

/** Reads all of a backup and says what it is; a PlainError where any of it is not as it was written. */
export async function checkBackup(file: string, passphrase: string | null): Promise<Checked> {
  let head: Head | undefined;
  let closing: Closing | undefined;
  let secrets: SecretBefore[] = [];
  for await (const piece of readBackup(file, passphrase)) {
    if (piece.kind === "head") head = piece.head;
    else if (piece.kind === "closing") closing = piece.closing;
    else if (piece.kind === "secrets") secrets = piece.secrets;
    else if (piece.kind === "rows") for await (const _ of piece.bytes);
  }
  return { head: head!, closing: closing!, secrets };
}
