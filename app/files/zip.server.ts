// A ZIP file (PKWARE's APPNOTE, stored without packing), made as it is sent: files of the store are read twice and never held whole.
import { crc32 } from "node:zlib";
import { openBytes } from "./disk.server.ts";

/** What lies in it under a name: bytes, or what the file store has under a key. */
export type ZipEntry = { name: string; bytes: Buffer } | { name: string; storageKey: string };

type Written = { name: Buffer; sum: number; size: number; at: number };

const utf8Names = 0x0800;

function header(signature: number, { name, sum, size }: Omit<Written, "at">, between: readonly number[]): Buffer {
  const isCentral = signature === 0x02014b50;
  const head = Buffer.alloc(isCentral ? 46 : 30);
  let at = head.writeUInt32LE(signature, 0);
  if (isCentral) at = head.writeUInt16LE(20, at);
  // the version that is needed, how it is packed (not at all), and a time that tells nothing: 1 January 1980
  for (const value of [20, utf8Names, 0, 0, 0x0021]) at = head.writeUInt16LE(value, at);
  for (const value of [sum, size, size]) at = head.writeUInt32LE(value, at);
  at = head.writeUInt16LE(name.length, at);
  at = head.writeUInt16LE(0, at);
  if (isCentral) {
    for (const value of [0, 0, 0]) at = head.writeUInt16LE(value, at);
    for (const value of between) at = head.writeUInt32LE(value, at);
  }
  return Buffer.concat([head, name]);
}

async function* bytesOf(entry: ZipEntry): AsyncGenerator<Buffer> {
  if ("bytes" in entry) return yield entry.bytes;
  const opened = await openBytes(entry.storageKey);
  if (opened) yield* opened.bytes;
}

/** The bytes of a ZIP with these in it; what the file store has lost is in it empty. */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  const pass = (bytes: Buffer) => {
    at += bytes.length;
    return bytes;
  };
  for (const entry of entries) {
    let [sum, size] = [0, 0];
    for await (const part of bytesOf(entry)) [sum, size] = [crc32(part, sum), size + part.length];
    const one = { name: Buffer.from(entry.name), sum, size, at };
    yield pass(header(0x04034b50, one, []));
    for await (const part of bytesOf(entry)) yield pass(part);
    written.push(one);
  }
  const begins = at;
  for (const one of written) yield pass(header(0x02014b50, one, [0, one.at]));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(at - begins, 12);
  end.writeUInt32LE(begins, 16);
  yield end;
}
