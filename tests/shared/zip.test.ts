// A ZIP as other programs read it.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { zipOf } from "#app/shared/zip.server.ts";
import { unzip } from "#tests/support/unzip.ts";

async function zipped(entries: Parameters<typeof zipOf>[0]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of zipOf(entries)) parts.push(part);
  return Buffer.concat(parts);
}

test("what is put in comes out, under its name, by its directory", async () => {
  const long = Buffer.alloc(300_000, "Homes, buses and trees. ");
  async function* inParts() {
    for (let at = 0; at < long.length; at += 70_000) yield long.subarray(at, at + 70_000);
  }
  const zip = await zipped([{ name: "llythyr ŵ.txt", bytes: [Buffer.from("Shwmae")] }, { name: "files/long.txt", bytes: inParts() }, { name: "empty", bytes: [] }]);
  const found = unzip(zip);
  expect(Object.keys(found)).toEqual(["llythyr ŵ.txt", "files/long.txt", "empty"]);
  expect(found["llythyr ŵ.txt"]?.toString()).toBe("Shwmae");
  expect(found["files/long.txt"]?.equals(long)).toBe(true);
});

test("no more is read than is taken, and whoever goes away stops it", async () => {
  let [made, stopped] = [0, false];
  async function* endless() {
    try {
      for (;;) {
        made += 1;
        yield Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * made * 2_654_435_761) & 255));
      }
    } finally {
      stopped = true;
    }
  }
  const parts = zipOf([{ name: "endless", bytes: endless() }]);
  for (let taken = 0; taken < 3; taken += 1) await parts.next();
  // What lies between fills up, and then it stands still.
  for (let before = -1; before !== made && made < 1_000; await wait(50)) before = made;
  expect(made, "nothing is made that nobody takes").toBeLessThan(1_000);
  await parts.return(undefined);
  expect(stopped).toBe(true);
});

test("what fails in between fails the whole", async () => {
  async function* failing() {
    yield Buffer.from("so far");
    throw new Error("the database went away");
  }
  await expect(zipped([{ name: "a", bytes: failing() }])).rejects.toThrow("the database went away");
});
