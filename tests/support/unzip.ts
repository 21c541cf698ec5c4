// What lies in a ZIP, by the list at its end, as other programs read it.
import { inflateRawSync } from "node:zlib";

export function unzip(zip: Buffer): Record<string, Buffer> {
  const found: Record<string, Buffer> = {};
  const end = zip.subarray(-22);
  if (end.readUInt32LE(0) !== 0x06054b50) throw new Error("The ZIP does not end as one does.");
  let at = end.readUInt32LE(16);
  for (let index = 0; index < end.readUInt16LE(10); index += 1) {
    const [packed, size, nameLength, begins] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString();
    const data = begins + 30 + zip.readUInt16LE(begins + 26) + zip.readUInt16LE(begins + 28);
    const bytes = inflateRawSync(zip.subarray(data, data + packed));
    if (bytes.length !== size) throw new Error(`${name} is not as long as it says.`);
    found[name] = bytes;
    at += 46 + nameLength;
  }
  return found;
}
