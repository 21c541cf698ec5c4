// Files to upload, made here byte by byte so that a test says what is in them.
import { crc32 } from "node:zlib";
import sharp from "sharp";

type Kind = "jpeg" | "png" | "webp" | "gif" | "tiff";

/** A plain picture of a kind and size; `exif` and `orientation` as a camera writes them. */
export function buildPicture(
  kind: Kind,
  { width = 64, height = 48, withPosition = false, orientation }: { width?: number; height?: number; withPosition?: boolean; orientation?: number } = {},
): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: "#1d5f5a" } });
  const position = { GPSLatitudeRef: "N", GPSLatitude: "52/1 3/1 1234/100", GPSLongitudeRef: "W", GPSLongitude: "2/1 42/1 0/1" };
  const exif = { IFD0: { Artist: "Mair Rees", Make: "Camera" }, ...(withPosition ? { IFD3: position } : {}) };
  const written = withPosition || orientation ? picture.withMetadata({ ...(orientation ? { orientation } : {}), exif }) : picture;
  return written[kind]().toBuffer();
}

/** A ZIP archive of stored entries. */
export function buildZip(entries: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const bytes = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, tail, Buffer.from(name)]));
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(local.length, 4);
  end.writeUInt16LE(local.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end]);
}

/** An Office Open XML file whose main part is of a type, e.g. "wordprocessingml.document.main+xml". */
export function buildOfficeFile(mainType: string): Buffer {
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `<Override PartName="/word/document.xml" ContentType="application/${mainType}"/></Types>`;
  return buildZip({ "[Content_Types].xml": types, "_rels/.rels": "<Relationships/>", "word/document.xml": "<document/>" });
}

export function buildOpenDocument(mimeType: string): Buffer {
  return buildZip({ mimetype: mimeType, "content.xml": "<office:document-content/>" });
}

export const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
