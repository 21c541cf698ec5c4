// A ZIP as other programs read it.
import { expect, test } from "vitest";
import { newStorageKey, writeBytes } from "#app/files/disk.server.ts";
import { zipOf } from "#app/files/zip.server.ts";
import { pdf } from "#tests/support/files.ts";

async function zipped(entries: Parameters<typeof zipOf>[0]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of zipOf(entries)) parts.push(part);
  return Buffer.concat(parts);
}

test("what is put in comes out, under its name, by its directory", async () => {
  const storageKey = newStorageKey();
  await writeBytes(storageKey, pdf);
  const zip = await zipped([{ name: "llythyr ŵ.txt", bytes: Buffer.from("Shwmae") }, { name: "files/plan.pdf", storageKey }, { name: "gone", storageKey: newStorageKey() }]);
  const end = zip.subarray(-22);
  expect(end.readUInt32LE(0)).toBe(0x06054b50);
  const found: Record<string, Buffer> = {};
  let at = end.readUInt32LE(16);
  for (let index = 0; index < end.readUInt16LE(10); index += 1) {
    const [size, nameLength, begins] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString("utf8");
    const data = begins + 30 + zip.readUInt16LE(begins + 26) + zip.readUInt16LE(begins + 28);
    found[name] = zip.subarray(data, data + size);
    at += 46 + nameLength;
  }
  expect(Object.keys(found)).toEqual(["llythyr ŵ.txt", "files/plan.pdf", "gone"]);
  expect(found["llythyr ŵ.txt"]?.toString()).toBe("Shwmae");
  expect(found["files/plan.pdf"]?.equals(pdf)).toBe(true);
});
