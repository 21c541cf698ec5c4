// A ZIP file (PKWARE's APPNOTE), packed as it is sent: nothing that lies in it is ever held whole, or known before it is read.
import { createDeflateRaw, crc32 } from "node:zlib";
import { pipeline } from "node:stream/promises";

/** What lies in it under a name; read once, when its turn comes. */
export type ZipEntry = { name: string; bytes: Iterable<Buffer> | AsyncIterable<Buffer> };

type Written = { name: Buffer; sum: number; packed: number; size: number; at: number };

// names are UTF-8; how long an entry is stands behind it
const flags = 0x0808;
const mostBytes = 0xffffffff;

/** [APPNOTE 4.3.7, 4.3.12] A header in front of an entry, where its sizes are not known yet, or in the list at the end. */
function header(signature: number, { name, sum, packed, size }: Omit<Written, "at">, behind: readonly number[] = []): Buffer {
  const isInList = signature === 0x02014b50;
  const head = Buffer.alloc(isInList ? 46 : 30);
  let at = head.writeUInt32LE(signature, 0);
  if (isInList) at = head.writeUInt16LE(20, at);
  // the version that is needed, that it is deflated, and a time that tells nothing: 1 January 1980
  for (const value of [20, flags, 8, 0, 0x0021]) at = head.writeUInt16LE(value, at);
  for (const value of [sum, packed, size]) at = head.writeUInt32LE(value, at);
  at = head.writeUInt16LE(name.length, at);
  at = head.writeUInt16LE(0, at);
  if (isInList) {
    for (const value of [0, 0, 0]) at = head.writeUInt16LE(value, at);
    for (const value of behind) at = head.writeUInt32LE(value, at);
  }
  return Buffer.concat([head, name]);
}

/** The bytes deflated, asked for no faster than they are taken; `pass` sees them before. */
async function* deflated(bytes: ZipEntry["bytes"], pass: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  const packing = createDeflateRaw();
  const seen = async function* () {
    for await (const part of bytes) {
      pass(part);
      yield part;
    }
  };
  const feeding = pipeline(seen, packing);
  feeding.catch(() => undefined); // because what went wrong comes out of `packing` too
  try {
    for await (const part of packing) yield part as Buffer;
    await feeding;
  } finally {
    packing.destroy();
    await feeding.catch(() => undefined);
  }
}

/** The bytes of a ZIP with these in it. Beyond four gigabytes it fails, rather than be one that few programs read. */
export async function* zipOf(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  const pass = (bytes: Buffer) => {
    at += bytes.length;
    if (at > mostBytes) throw new RangeError("The ZIP is larger than four gigabytes.");
    return bytes;
  };
  for await (const entry of entries) {
    const one: Written = { name: Buffer.from(entry.name), sum: 0, packed: 0, size: 0, at };
    yield pass(header(0x04034b50, one));
    const parts = deflated(entry.bytes, (part) => {
      one.sum = crc32(part, one.sum);
      one.size += part.length;
      if (one.size > mostBytes) throw new RangeError(`${entry.name} is larger than four gigabytes.`);
    });
    for await (const part of parts) {
      one.packed += part.length;
      yield pass(part);
    }
    const sizes = Buffer.alloc(16);
    for (const [place, value] of [0x08074b50, one.sum, one.packed, one.size].entries()) sizes.writeUInt32LE(value, place * 4);
    yield pass(sizes);
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
