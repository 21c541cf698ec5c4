// What a restore refuses, and that whatever it refuses or breaks off leaves nothing behind.
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { extract, pack } from "tar-stream";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inParts } from "#app/backups/rows.server.ts";
import { makeBackup } from "#app/backups/make.server.ts";
import { checkBackup } from "#app/backups/read.server.ts";
import { saveFile } from "#app/files/store.server.ts";
import { closeDatabase, databaseUrl, db } from "#app/shared/db.server.ts";
import { forgetSecretsBefore, knownSecrets, makeNewSecret } from "#app/shared/secrets.server.ts";
import { buildConsultation, buildResponse, type BuiltConsultation } from "#tests/support/factories.ts";
import { pdf } from "#tests/support/files.ts";
import { Place, rowsOf } from "#tests/support/places.ts";

const folder = mkdtempSync(join(tmpdir(), "folkmoot-damaged-"));
const migrationsDir = resolve("prisma/migrations");
let moment = Date.parse("2026-11-22T03:10:00Z");
let consultation: BuiltConsultation;
let file: string;
let bytes: Buffer;

async function make(withSecret = true): Promise<string> {
  moment += 60_000;
  const product = { version: "0.1.0", commit: null };
  const wanted = { url: databaseUrl(), folder, keep: null, withSecret, passphrase: null, product, now: new Date(moment), report: () => undefined };
  return (await makeBackup(wanted)).path;
}

beforeAll(async () => {
  consultation = await buildConsultation();
  for (let index = 0; index < 20; index += 1) {
    await buildResponse({ consultation, answers: { first: { text: `Answer ${index}` } } as never, contact: { name: "Siân", email: "sian@people.example" } });
    const saved = await saveFile(db(), { partnershipId: consultation.partnership.id, visibility: "answer", name: "map.pdf", bytes: pdf });
    expect(saved.ok).toBe(true);
  }
  knownSecrets();
  file = await make();
  bytes = readFileSync(file);
});

let place: Place | undefined;
afterEach(async () => {
  await place?.close();
  place = undefined;
});
afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

async function restore(from: string, change: { newSecret?: boolean; migrationsDir?: string } = {}) {
  place ??= await Place.open();
  return place.restore(from, change);
}

function put(name: string, changed: Buffer): string {
  writeFileSync(join(folder, name), changed);
  return join(folder, name);
}

type Entry = { name: string; content: Buffer };

async function entriesOf(from: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const reading = extract();
  const feeding = pipeline(createReadStream(from), createGunzip(), reading);
  for await (const entry of reading) {
    const pieces: Buffer[] = [];
    for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece);
    entries.push({ name: entry.header.name, content: Buffer.concat(pieces) });
  }
  await feeding;
  return entries;
}

/** Packed again by other means, so that all there is to go by is what the backup says of itself. */
async function repack(name: string, entries: Entry[]): Promise<string> {
  const packing = pack();
  for (const entry of entries) packing.entry({ name: entry.name }, entry.content);
  packing.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of packing as AsyncIterable<Buffer>) pieces.push(piece);
  return put(name, gzipSync(Buffer.concat(pieces)));
}

test("packed again unchanged, it is the same backup, and any tar reads it", async () => {
  const entries = await entriesOf(file);
  const { closing, head } = await checkBackup(await repack("again", entries), null);
  expect(Object.keys(closing.tables)).toEqual(head.tables.map(({ name }) => name));
  expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(["backup.json", "tables/Response/000001.txt", "by-hand.sql", "read-me.txt", "secrets.json"]));
  expect(entries.at(-1)?.name).toBe("manifest.json");
  expect(entries.find(({ name }) => name === "tables/Response/000001.txt")?.content.toString().split("\n")).toHaveLength(21);
});

test("wherever a byte is changed, it is refused", async () => {
  // the last bytes of the header, its time and system, mean nothing
  for (let at = 10; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 0x10;
    // because a bit that pads a compressed block changes nothing of what is in it
    if (saysTheSame(changed)) continue;
    await expect(checkBackup(put("changed", changed), null), `byte ${at}`).rejects.toThrow(/damaged|cut short|changed|not a backup/);
  }
});

function saysTheSame(changed: Buffer): boolean {
  try {
    return gunzipSync(changed).equals(gunzipSync(bytes));
  } catch {
    return false;
  }
}

test("wherever it is cut, it is refused", async () => {
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    await expect(checkBackup(put("cut", bytes.subarray(0, at)), null), `byte ${at}`).rejects.toThrow(/cut short|not a backup/);
  }
  const entries = await entriesOf(file);
  await expect(checkBackup(await repack("endless", entries.slice(0, -1)), null)).rejects.toThrow("its end is missing");
});

test("changed by somebody who knows the format but not the secret, it is refused before anything is written", async () => {
  const entries = await entriesOf(file);
  const at = (name: string) => entries.findIndex((entry) => entry.name === name);
  const responses = at("tables/Response/000001.txt");
  const swapped = entries.with(responses, entries[responses + 1]!).with(responses + 1, entries[responses]!);
  await expect(checkBackup(await repack("swapped", swapped), null)).rejects.toThrow(/damaged or was changed/);
  await expect(checkBackup(await repack("fewer", entries.toSpliced(responses, 1)), null)).rejects.toThrow(/damaged or was changed/);
  const firstFile = entries.findIndex(({ name }) => name.startsWith("files/"));
  await expect(checkBackup(await repack("no-file", entries.toSpliced(firstFile, 1)), null)).rejects.toThrow(/damaged or was changed/);
  const rewritten = entries.with(firstFile, { ...entries[firstFile]!, content: Buffer.from("another") });
  await expect(checkBackup(await repack("other-file", rewritten), null)).rejects.toThrow(/damaged or was changed/);
  await expect(checkBackup(await repack("more", [...entries, entries[0]!]), null)).rejects.toThrow("Something follows its end");
  await expect(checkBackup(await repack("outside", entries.toSpliced(2, 0, { name: "files/../../secret", content: pdf })), null)).rejects.toThrow(/damaged/);

  const closing = JSON.parse(entries.at(-1)!.content.toString()) as { mac: string };
  const forged = entries.with(-1, { name: "manifest.json", content: Buffer.from(JSON.stringify({ ...closing, mac: "0".repeat(64) })) });
  await expect(restore(await repack("forged", forged))).rejects.toThrow("was changed since it was made");
  expect(await place!.rows()).toEqual({});
});

test("what no version of ours wrote, and what a newer one wrote, is refused in words", async () => {
  await expect(checkBackup(join(folder, "nowhere"), null)).rejects.toThrow("There is no file");
  await expect(checkBackup(folder, null)).rejects.toThrow("This is a folder");
  await expect(checkBackup(put("text", Buffer.from("just words")), null)).rejects.toThrow("is not a backup of Folkmoot");
  await expect(checkBackup(await repack("other", [{ name: "package.json", content: pdf }]), null)).rejects.toThrow("not a backup of Folkmoot");
  const [head, ...rest] = await entriesOf(file);
  const change = (fields: object) => ({ name: head!.name, content: Buffer.from(JSON.stringify({ ...(JSON.parse(head!.content.toString()) as object), ...fields })) });
  await expect(checkBackup(await repack("newer", [change({ format: 2 }), ...rest]), null)).rejects.toThrow("made by a newer Folkmoot");
  const fewer = await mkdtemp(join(tmpdir(), "folkmoot-fewer-"));
  try {
    await cp(migrationsDir, fewer, { recursive: true });
    await rm(join(fewer, readdirSync(fewer).filter((name) => /^\d/.test(name)).sort().at(-1)!), { recursive: true });
    await expect(restore(file, { migrationsDir: fewer })).rejects.toThrow("whose database this version does not know yet");
    expect(await place!.rows()).toEqual({});
  } finally {
    await rm(fewer, { recursive: true });
  }
});

test("only an empty database that nobody uses and an empty data folder are restored into", async () => {
  await restore(file);
  const before = await place!.rows();
  await expect(restore(file)).rejects.toThrow(/^The database is not empty \(\w+ \d+.*, …\): restore into a new one\.$/);
  expect(await place!.rows()).toEqual(before);
  await place!.close();

  place = await Place.open();
  mkdirSync(join(place.dataDir, "files/ab/cd"), { recursive: true });
  writeFileSync(join(place.dataDir, "files/ab/cd/x"), "x");
  await expect(restore(file)).rejects.toThrow("files holds 1 files: restore into a new data folder.");
  rmSync(join(place.dataDir, "files"), { recursive: true });

  const there = await place.load(() => import("#app/shared/db.server.ts"));
  there.openDatabase({ url: place.url, isDemonstration: false });
  await there.db().$queryRaw`SELECT 1`;
  await expect(restore(file)).rejects.toThrow("The database is in use (1 other connections)");
  await there.closeDatabase();
  await restore(file);
});

test("a restore that breaks off leaves the database and the data folder empty, and can be done again", async () => {
  place = await Place.open();
  // The rows of a good backup meet a rule that this database alone has, after tables and before files came in.
  const { applyMigrations } = await import("#app/shared/migrate.server.ts");
  await applyMigrations(place.url, migrationsDir);
  await place.ask(`ALTER TABLE "File" ADD CONSTRAINT "never" CHECK ("sizeInBytes" < 0)`);
  await expect(restore(file)).rejects.toThrow(/do not keep the database's own rules/);
  const left = await place.rows();
  expect(Object.entries(left).filter(([name, rows]) => name !== "_prisma_migrations" && rows.length > 0)).toEqual([]);
  expect(readdirSync(place.dataDir).filter((name) => name !== "files")).toEqual([]);
  await place.ask(`ALTER TABLE "File" DROP CONSTRAINT "never"`);
  await restore(file);
  expect((await place.rows()).Response).toHaveLength(20);
});

test("a database that a server has begun on and nobody has used is restored into, whatever its migrations", async () => {
  place = await Place.open();
  const ahead = await mkdtemp(join(tmpdir(), "folkmoot-ahead-"));
  try {
    await cp(migrationsDir, ahead, { recursive: true });
    mkdirSync(join(ahead, "29990101000000_later"));
    writeFileSync(join(ahead, "29990101000000_later/migration.sql"), 'CREATE TABLE "Later" (id int); ALTER TABLE "Response" ADD COLUMN "later" TEXT;');
    const { applyMigrations } = await import("#app/shared/migrate.server.ts");
    await applyMigrations(place.url, ahead);
    await restore(file, { migrationsDir: ahead });
    expect(await place.ask(`SELECT count(*)::int AS responses, count("later")::int AS later FROM "Response"`)).toEqual([{ responses: 20, later: 0 }]);
  } finally {
    await rm(ahead, { recursive: true });
  }
});

test("without the secret it is restored only where that is said to be lost", async () => {
  const without = await make(false);
  await expect(restore(without)).rejects.toThrow("does not hold the secret of its installation");
  writeFileSync(join(place!.dataDir, "secret"), "another secret, as long as one must be");
  await expect(restore(without)).rejects.toThrow("was made with another secret than the one here");
  await restore(without, { newSecret: true });
  expect(readFileSync(join(place!.dataDir, "secret"), "utf8")).toBe("another secret, as long as one must be");
});

test("a secret that was replaced comes too, so that what it made still opens", async () => {
  makeNewSecret(new Date(Date.now() - 60_000));
  const both = await make();
  await restore(both);
  const there = await place!.load(() => import("#app/shared/secrets.server.ts"));
  expect(there.knownSecrets()).toEqual(knownSecrets());
  expect(there.knownSecrets()).toHaveLength(2);
  forgetSecretsBefore();
});

test("any text comes back as it was", async () => {
  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: fc.constantFrom("\\", "N", ".", "\t", "\n", "\r", "\v", "\b", "\f", "x", "0", "'", '"', "،", "ی", "🚲", "\u200f", " "), maxLength: 20 }),
  );
  const texts = fc.sample(anyText.map((text) => Buffer.from(text.replaceAll("\0", "")).toString()), 400);
  await db().$executeRaw`
    INSERT INTO "Letter" (id, kind, "toAddress", "fromName", "fromAddress", language, subject, text)
    SELECT 'text-' || at, 'any', 'a@b.example', 'n', 'a@b.example', 'en', text, text FROM unnest(${texts}::text[]) WITH ORDINALITY AS given (text, at)`;
  await db().$executeRaw`
    INSERT INTO "Finding" (id, "partnershipId", "sourceSubject", "sourceId", kind, statement, figure, method, "publishedAt")
    SELECT 'text-' || at, ${consultation.partnership.id}, 'any', 'text-' || at, 'any', jsonb_build_object('en', text), '{}', text, now()
    FROM unnest(${texts}::text[]) WITH ORDINALITY AS given (text, at)`;
  const before = await rowsOf(databaseUrl());
  await restore(await make());
  const after = await place!.rows();
  expect([after.Letter, after.Finding]).toEqual([before.Letter, before.Finding]);
  expect(after.Letter).toHaveLength(400);
});

test("parts end where a row ends, and are the rows again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom("a", "é", "\n") })), fc.integer({ min: 1, max: 40 }), async (pieces, size) => {
      const whole = Buffer.from(`${pieces.join("")}\n`);
      // cut anywhere, within a letter too, as the connection does
      const given = Array.from({ length: Math.ceil(whole.length / 7) }, (_, index) => whole.subarray(index * 7, index * 7 + 7));
      const parts: Buffer[] = [];
      for await (const part of inParts((async function* () {
        yield* given;
      })(), size)) parts.push(part);
      expect(Buffer.concat(parts).equals(whole)).toBe(true);
      for (const part of parts) expect(part.at(-1)).toBe(10);
    }),
  );
});
