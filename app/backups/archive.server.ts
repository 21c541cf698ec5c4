// The outside of a backup: a tar archive, compressed and perhaps encrypted, written and read as a stream.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract } from "tar-stream";
import { PlainError } from "#app/shared/plain-error.ts";
import { decrypt, encrypt, isEncrypted } from "./encryption.server.ts";

const block = 512;

export type Entry = AsyncIterable<Buffer> & { header: { name: string; size?: number | undefined } };

/** An entry's header as POSIX has it; our names are short and plain, so nothing beyond it is needed. */
function headerOf(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error("Too long a name for an archive");
  const header = Buffer.alloc(block);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(Math.floor(at.getTime() / 1000), 12), 100);
  header.write("        0", 148);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

export type Written = { name: string; bytes: number; sha256: string };

/** Makes the bytes of an archive entry by entry, and keeps the list of what was in it. */
export class Archive {
  readonly #listing = createHash("sha256");
  readonly #at: Date;
  constructor(at: Date) {
    this.#at = at;
  }

  /** One entry; `size` must be what the source gives. */
  async *entry(name: string, size: number, source: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer, Written> {
    yield headerOf(name, size, this.#at);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    if (bytes !== size) throw new Error(`${name} has ${bytes} bytes and should have ${size}`);
    if (size % block !== 0) yield Buffer.alloc(block - (size % block));
    const sha256 = hash.digest("hex");
    this.#listing.update(listed(name, sha256));
    return { name, bytes, sha256 };
  }

  /** The hash of the list of all entries so far. */
  listing(): string {
    return this.#listing.copy().digest("hex");
  }

  end(): Buffer {
    return Buffer.alloc(2 * block);
  }
}

/** A line as sha256sum writes it. */
export function listed(name: string, sha256: string): string {
  return `${sha256}  ${name}\n`;
}

/** Compresses an archive, encrypts it where there is a passphrase, and hands it on. */
export async function writeCompressed(
  archive: AsyncIterable<Buffer>,
  passphrase: string | null,
  write: (source: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const zip = createGzip({ level: 4, chunkSize: 256 * 1024 });
  if (passphrase === null) return pipeline(archive, zip, write);
  return pipeline(archive, zip, (source: AsyncIterable<Buffer>) => encrypt(source, passphrase), write);
}

/** The entries of a backup in their order; a PlainError where the file is damaged, cut short or no archive. */
export async function* readEntries(file: string, passphrase: string | null): AsyncGenerator<Entry> {
  const beginning = await readBeginning(file);
  const locked = isEncrypted(beginning);
  if (locked && passphrase === null) throw new PlainError(`${file} is encrypted: give its passphrase with --passphrase-file FILE.`);
  if (!locked && (beginning[0] !== 0x1f || beginning[1] !== 0x8b)) throw new PlainError(`${file} is not a backup of Folkmoot.`);
  const entries = extract();
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  const unlocked = locked ? [(bytes: AsyncIterable<Buffer>) => decrypt(bytes, passphrase ?? "")] : [];
  let problem: unknown;
  const feeding = pipeline([source, ...unlocked, createGunzip(), entries] as never).catch((failure: unknown) => {
    problem = failure;
    entries.destroy(failure as Error);
  });
  try {
    yield* entries as AsyncIterable<unknown> as AsyncIterable<Entry>;
    await feeding;
    if (problem !== undefined) throw problem;
  } catch (failure) {
    throw archiveProblem(problem ?? failure, file);
  } finally {
    source.destroy();
    entries.destroy();
    await feeding;
  }
}

async function readBeginning(file: string): Promise<Buffer> {
  try {
    const handle = await open(file, "r");
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0).finally(() => handle.close());
    return buffer.subarray(0, bytesRead);
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code;
    const why = code === "ENOENT" ? "There is no file" : code === "EISDIR" ? "This is a folder, not a backup:" : "This file cannot be read:";
    throw new PlainError(`${why} ${file}`);
  }
}

/** What went wrong while an archive was read, in a sentence where it is the archive's fault. */
export function archiveProblem(problem: unknown, file: string): unknown {
  if (problem instanceof PlainError) return problem;
  const { code, message = "" } = problem as { code?: string; message?: string };
  if (code === "Z_BUF_ERROR" || /unexpected end/i.test(message)) return new PlainError(`${file} is cut short: its end is missing.`);
  if (code?.startsWith("Z_") || /tar header|invalid|format/i.test(message)) return new PlainError(`${file} is damaged: it is not as it was written.`);
  return problem;
}
