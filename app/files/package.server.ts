// Word, Excel and OpenDocument files are ZIP packages. We never open what is written in them; we look whether the package is
// one thing, and whether it would do harm to whoever opens it.
import { crc32, createInflateRaw } from "node:zlib";
import { finished } from "node:stream/promises";
import type { FileProblem } from "./file.ts";

const mostEntries = 2000;
/** What all of it may unpack to; a spreadsheet of ten megabytes unpacks to about this. */
const mostUnpacked = 200 * 1024 * 1024;

type Entry = { name: string; method: number; crc: number; packed: number; unpacked: number; at: number };

/**
 * What is wrong with a package, or null. Every byte of it belongs to an entry or to the list of them, so that it is nothing
 * else besides; no two entries share any, so that it does not unpack to more than it says; and no entry is a program.
 */
export async function problemOfPackage(bytes: Buffer): Promise<FileProblem | null> {
  const entries = listEntries(bytes);
  if (entries === null) return { kind: "damaged" };
  if (entries === "mixed") return { kind: "mixed" };
  if (entries.length > mostEntries || entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostUnpacked) {
    return { kind: "unpacks-too-large" };
  }
  if (entries.some(({ name }) => isProgram(name))) return { kind: "holds-program" };
  if (entries.some(({ name }) => !isPlainName(name)) || new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) {
    return { kind: "mixed" };
  }
  for (const entry of entries) {
    const problem = await problemOfEntry(bytes, entry);
    if (problem) return problem;
  }
  return null;
}

const isPlainName = (name: string) => !/(^|\/)\.\.?(\/|$)|^\/|[\\:\0-\x1f]/.test(name);

/** Macros, controls and anything that a system would run, by what Office, LibreOffice, Windows and Java call it. */
function isProgram(name: string): boolean {
  return (
    /(^|\/)(vbaProject|vbaData)[^/]*$|(^|\/)activeX\//i.test(name) ||
    /^(Basic|Scripts)\//.test(name) ||
    /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|jar|class|hta|lnk|sh)$/i.test(name) ||
    name.toUpperCase() === "META-INF/MANIFEST.MF"
  );
}

const endOfList = 0x06054b50;
const inList = 0x02014b50;
const ofEntry = 0x04034b50;

/** [PKWARE APPNOTE 4.3] The entries in the order of their bytes; null where they cannot be read, "mixed" where bytes are left over. */
function listEntries(bytes: Buffer): Entry[] | "mixed" | null {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end === -1 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfList) return null;
  if (end + 22 !== bytes.length) return "mixed";
  const [count, size, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  if (start + size !== end) return "mixed";
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== inList) return null;
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    // because what is encrypted, or packed in another way, can be looked through by nobody
    if ((flags & 0x2041) !== 0 || (method !== 0 && method !== 8)) return null;
    const [long, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    entries.push({
      ...{ name: bytes.toString("utf8", at + 46, at + 46 + long), method, crc: bytes.readUInt32LE(at + 16) },
      ...{ packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24), at: bytes.readUInt32LE(at + 42) },
    });
    at += 46 + long + extra + comment;
  }
  entries.sort((a, b) => a.at - b.at);
  return at === end ? isWhole(bytes, entries, start) : "mixed";
}

/** The sizes that may follow an entry's bytes, with or without a mark before them. */
const longestDescriptor = 24;

function isWhole(bytes: Buffer, entries: Entry[], start: number): Entry[] | "mixed" | null {
  let reached = 0;
  for (const entry of entries) {
    if (entry.at < reached || entry.at > reached + (reached === 0 ? 0 : longestDescriptor)) return "mixed";
    if (entry.at + 30 > start || bytes.readUInt32LE(entry.at) !== ofEntry) return null;
    reached = dataOf(bytes, entry) + entry.packed;
  }
  return reached > start || start > reached + longestDescriptor ? "mixed" : entries;
}

function dataOf(bytes: Buffer, { at }: Entry): number {
  return at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}

// Unpacked piece by piece and thrown away: no more than it says, and what it says.
async function problemOfEntry(bytes: Buffer, entry: Entry): Promise<FileProblem | null> {
  const from = dataOf(bytes, entry);
  const packed = bytes.subarray(from, from + entry.packed);
  let size = 0;
  let sum = 0;
  let first = Buffer.alloc(0);
  const take = (piece: Buffer) => {
    size += piece.length;
    sum = crc32(piece, sum);
    if (first.length < 4) first = Buffer.concat([first, piece.subarray(0, 4)]);
  };
  if (entry.method === 0) take(packed);
  else {
    const unpacking = createInflateRaw();
    unpacking.on("data", (piece: Buffer) => {
      take(piece);
      if (size > entry.unpacked) unpacking.destroy(new Error("more than it says"));
    });
    unpacking.end(packed);
    const isWell = await finished(unpacking).then(() => true, () => false);
    if (!isWell) return size > entry.unpacked ? { kind: "unpacks-too-large" } : { kind: "damaged" };
  }
  if (size !== entry.unpacked || sum !== entry.crc) return { kind: "damaged" };
  // because charts keep the sheet they are drawn from, and nothing else of a document is a package of its own
  const isPackage = first.toString("latin1").startsWith("PK\x03\x04");
  return isPackage && !/\.(docx|xlsx|pptx|odt|ods|odp)$/i.test(entry.name) ? { kind: "mixed" } : null;
}
