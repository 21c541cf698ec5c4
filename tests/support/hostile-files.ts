// Files that are not what they seem, made here byte by byte so that a test says what is in them.
import { crc32, deflateRawSync, deflateSync } from "node:zlib";

export type Packed = { name: string; bytes?: Buffer; isDeflated?: boolean; says?: { unpacked?: number; crc?: number; flags?: number } };

const docxTypes = Buffer.from(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);

/** A Word text with these entries besides its own; `after` and `before` are bytes around the package. */
export function packWord(more: Packed[] = [], around: { before?: Buffer; after?: Buffer; gap?: Buffer } = {}): Buffer {
  const own = [{ name: "[Content_Types].xml", bytes: docxTypes }, { name: "_rels/.rels" }, { name: "word/document.xml", bytes: Buffer.from("<document/>") }];
  return pack([...own, ...more], around);
}

function pack(entries: Packed[], { before = Buffer.alloc(0), after = Buffer.alloc(0), gap = Buffer.alloc(0) }: { before?: Buffer; after?: Buffer; gap?: Buffer }): Buffer {
  const local: Buffer[] = [before];
  const central: Buffer[] = [];
  let offset = before.length;
  for (const { name, bytes = Buffer.alloc(0), isDeflated = true, says = {} } of entries) {
    const data = isDeflated ? deflateRawSync(bytes, { level: 9 }) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(says.flags ?? 0, 2);
    common.writeUInt16LE(isDeflated ? 8 : 0, 4);
    common.writeUInt32LE(says.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(says.unpacked ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, tail, Buffer.from(name)]));
    local.push(entry);
    offset += entry.length;
  }
  local.push(gap);
  offset += gap.length;
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end, after]);
}

/** A Word text whose many listed entries are all the same bytes: small, and vast when unpacked. */
export function packOverlapping(count: number, size: number): Buffer {
  const one = packWord([{ name: "word/a", bytes: Buffer.alloc(size) }]);
  const end = one.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const last = one.lastIndexOf("PK\x01\x02", undefined, "latin1");
  const listed = one.subarray(last, end);
  const copies = Array.from({ length: count }, (_, index) => {
    const copy = Buffer.from(listed);
    copy.write(String.fromCharCode(97 + (index % 26)), copy.length - 1);
    return copy;
  });
  const close = Buffer.from(one.subarray(end));
  close.writeUInt16LE(close.readUInt16LE(10) + count, 10);
  close.writeUInt32LE(close.readUInt32LE(12) + count * listed.length, 12);
  return Buffer.concat([one.subarray(0, end), ...copies, close]);
}

/** A PDF of these objects, numbered from 1; one may be a stream. */
export function writePdf(objects: (string | Buffer)[] = [], { before = "", after = "" } = {}): Buffer {
  const parts = [Buffer.from(`${before}%PDF-1.7\n`)];
  ["<< /Type /Catalog /Pages 2 0 R >>", ...objects].forEach((object, index) => {
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
  });
  parts.push(Buffer.from(`trailer << /Root 1 0 R >>\n%%EOF\n${after}`));
  return Buffer.concat(parts);
}

/** [PDF 7.5.7] Objects packed into a stream. */
export function packedObjects(text: string | Buffer): Buffer {
  const data = deflateSync(text, { level: 9 });
  return Buffer.concat([Buffer.from(`<< /Type /ObjStm /Filter /FlateDecode /Length ${data.length} >>\nstream\n`), data, Buffer.from("\nendstream")]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** A black PNG of a size, sound in every checksum, with chunks besides. */
export function writePng(width: number, height: number, more: [string, Buffer][] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1; // one bit a pixel
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const chunks = [chunk("IHDR", head), ...more.map(([type, data]) => chunk(type, data)), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

/** A chunk of text that unpacks to so many bytes. */
export function packedNote(size: number): [string, Buffer] {
  return ["zTXt", Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(size), { level: 9 })])];
}

/** A GIF that moves through so many empty frames of a size. */
export function writeGif(side: number, frames: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(side, 0);
  size.writeUInt16LE(side, 2);
  const head = Buffer.concat([Buffer.from("GIF89a"), size, Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])]);
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), size, Buffer.from([0, 2, 2, 0x4c, 1, 0])]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}
