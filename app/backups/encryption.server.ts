// A backup under a passphrase: AES-256-GCM in chunks, each with its number and whether it is the last, so that nothing can
// be changed, reordered or cut off unseen. The key comes from the passphrase by scrypt with a salt of its own.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PlainError } from "#app/shared/plain-error.ts";

const mark = Buffer.from("folkmoot encrypted backup 1\n");
const saltBytes = 16;
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const shortestPassphrase = 16;

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  return new Promise((done, failed) => {
    scrypt(passphrase.normalize("NFC"), salt, 32, cost, (problem, key) => (problem ? failed(problem) : done(key)));
  });
}

/** The chunk's number and, in the last byte, whether it is the last; no two chunks of one key have the same. */
function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(chunk), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Bytes in pieces of one size; only the last may be shorter, and it alone is said to be the last. */
async function* inChunks(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const piece of source) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes <= size) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; bytes - at > size; at += size) yield { chunk: all.subarray(at, at + size), isLast: false };
    waiting = [all.subarray(at)];
    bytes -= at;
  }
  yield { chunk: Buffer.concat(waiting), isLast: true };
}

export async function* encrypt(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const key = await keyOf(passphrase, salt);
  yield Buffer.concat([mark, salt]);
  let number = 0;
  for await (const { chunk, isLast } of inChunks(source, chunkBytes)) {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, isLast)).setAAD(mark);
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** What was encrypted; a PlainError where the passphrase is another or a chunk is not as it was. */
export async function* decrypt(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  while (first.length < mark.length + saltBytes) {
    const { value, done } = await pieces.next();
    if (done) throw new PlainError("The backup is cut short.");
    first = Buffer.concat([first, value]);
  }
  const key = await keyOf(passphrase, first.subarray(mark.length, mark.length + saltBytes));
  async function* rest() {
    yield first.subarray(mark.length + saltBytes);
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  let number = 0;
  for await (const { chunk, isLast } of inChunks(rest(), chunkBytes + tagBytes)) {
    if (chunk.length < tagBytes) throw new PlainError("The backup is cut short.");
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, isLast)).setAAD(mark);
    decipher.setAuthTag(chunk.subarray(-tagBytes));
    const clear = decipher.update(chunk.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch {
      throw new PlainError(
        number === 0
          ? "The backup does not open: the passphrase is another one, or its beginning is damaged."
          : "The backup is damaged or cut short: a part of it is not as it was written.",
      );
    }
    yield clear;
    number += 1;
  }
}

/** Whether a file that begins so is encrypted. */
export function isEncrypted(beginning: Buffer): boolean {
  return beginning.subarray(0, mark.length).equals(mark);
}

/** The first line of a file. */
export async function readPassphrase(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((problem: NodeJS.ErrnoException) => {
    throw new PlainError(problem.code === "ENOENT" ? `There is no file ${file}.` : `The file ${file} cannot be read.`);
  });
  const passphrase = (text.split(/\r?\n/)[0] ?? "").trim();
  if (passphrase.length >= shortestPassphrase) return passphrase;
  throw new PlainError(`The first line of ${file} is the passphrase, and it must have at least ${shortestPassphrase} characters.`);
}
