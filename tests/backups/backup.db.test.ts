// A backup made while people respond, and restored somewhere else: row by row, byte by byte.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeBackup, type BackupDone } from "#app/backups/make.server.ts";
import { checkBackup } from "#app/backups/read.server.ts";
import { findLastBackup } from "#app/backups/store.server.ts";
import { removeBytesOnceFree, removeFile, saveFile } from "#app/files/store.server.ts";
import { sealAudit } from "#app/shared/audit.server.ts";
import { config, fileStoreDir } from "#app/shared/config.server.ts";
import { databaseUrl, db, inTransaction, openDatabase } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { knownSecrets } from "#app/shared/secrets.server.ts";
import { seedDemonstration } from "#prisma/seed.ts";
import { buildConsultation, buildDefinition, buildPerson, signInCookie, type BuiltConsultation } from "#tests/support/factories.ts";
import { buildPicture, pdf } from "#tests/support/files.ts";
import { Place, rowsOf } from "#tests/support/places.ts";
import { Respondent } from "#tests/support/respondent.ts";

const folder = mkdtempSync(join(tmpdir(), "folkmoot-backups-"));
const silent = () => undefined;
let moment = Date.parse("2026-11-22T03:10:00Z");

function make(change: Partial<Parameters<typeof makeBackup>[0]> = {}): Promise<BackupDone> {
  moment += 60_000;
  return makeBackup({
    ...{ url: databaseUrl(), folder, keep: null, withSecret: true, passphrase: null, now: new Date(moment), report: silent },
    ...{ product: { version: "0.1.0", commit: null }, ...change },
  });
}

const places: Place[] = [];
async function newPlace(): Promise<Place> {
  const place = await Place.open();
  places.push(place);
  return place;
}

/** The files of a store by key. */
function filesIn(dir: string): Record<string, string> {
  const all = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(dir.length), readFileSync(path).toString("base64")]));
}

const awkward = ["tab\there", "line\nline\r\n", "\\N", "\\.", "a\\b\\\\c", "\\x00 \\000", "سڑکیں پہلے", "🚲👩‍👩‍👧", '"quoted", ‘and’', " ", "null"];

let consultation: BuiltConsultation;
const references: string[] = [];

beforeAll(async () => {
  openDatabase({ url: databaseUrl(), isDemonstration: true });
  await seedDemonstration(new Date(), silent);
  consultation = await buildConsultation({
    definition: buildDefinition([
      {
        ...{ id: "priorities", heading: { en: "Priorities" }, layout: "one-page" },
        questions: [
          { id: "first", type: "long-text", label: { en: "What should come first?" } },
          { id: "picture", type: "file", label: { en: "A picture of it" }, kinds: ["image"], maxBytes: 100_000 },
        ],
      },
    ]),
  });
  for (const first of awkward) {
    const person = new Respondent(consultation);
    const picture = new File([new Uint8Array(await buildPicture("jpeg"))], "road.jpg", { type: "image/jpeg" });
    references.push(await person.respond({ first, picture }, { name: first, email: "mair@people.example" }));
    await person.post("equality/questions/equality", { "age-band": "25-34" });
  }
  await new Respondent(consultation).post("");
  await signInCookie(await buildPerson({ role: "analyst", partnership: consultation.partnership }));
  await db().signInPass.create({
    data: { id: "pass", emailHash: "e", codeHash: "c", linkHash: "l", createdAt: new Date(), expiresAt: new Date(Date.now() + 900_000) },
  });
  await sealAudit(new Date(Date.now() + 3_600_000));
}, 120_000);

afterEach(async () => {
  for (const place of places.splice(0)) await place.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Job = { task: string; payload: { letterId?: string }; attempts: number; max_attempts: number };
const jobsOf = (place: { ask: Place["ask"] }) =>
  place.ask<Job>(`SELECT t.identifier AS task, payload, attempts, max_attempts FROM graphile_worker._private_jobs j
                  JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.payload::text, t.identifier`);
const here = { ask: async <Row extends object>(statement: string) => (await db().$queryRawUnsafe(statement)) as Row[] };

test("what was backed up is restored row by row and byte by byte, and Folkmoot goes on with it", async () => {
  const before = await rowsOf(databaseUrl());
  const made = await make();
  const place = await newPlace();
  const { waitingJobs } = await place.restore(made.path);

  const after = await place.rows();
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const [table, rows] of Object.entries(before)) {
    if (table === "_prisma_migrations") continue;
    const isLeftOut = table === "Session" || table === "SignInPass";
    if (isLeftOut) expect(rows.length, table).toBeGreaterThan(0);
    // the restore writes down that it happened
    const found = table === "AuditEntry" ? after[table]?.filter((row) => !row.includes("backup.restore")) : after[table];
    expect(found, table).toEqual(isLeftOut ? [] : rows);
  }
  expect(filesIn(join(place.dataDir, "files"))).toEqual(filesIn(fileStoreDir()));
  expect(Object.keys(filesIn(fileStoreDir())).length).toBeGreaterThan(awkward.length);
  expect(await jobsOf(place)).toEqual(await jobsOf(here));
  expect(waitingJobs).toBe((await jobsOf(here)).length);

  const there = await place.load(async () => ({
    ...(await import("#app/shared/secrets.server.ts")),
    ...(await import("#app/shared/audit-walk.server.ts")),
    ...(await import("#app/shared/db.server.ts")),
    ...(await import("#tests/support/respondent.ts")),
  }));
  expect(there.knownSecrets()).toEqual(knownSecrets());
  expect(await there.findBrokenSeal(there.db())).toBeNull();
  const person = new there.Respondent(consultation);
  await person.post("/" + `${consultation.partnership.slug}/responses`, { reference: references[6]! });
  const receipt = await person.open<{ response: { reference: string } }>("sent");
  expect(receipt.body.response.reference).toBe(references[6]);
  await there.db().auditEntry.create({ data: { action: "x", subjectKind: "x", subjectId: "x" } });
  await there.closeDatabase();
});

test("people who respond while it is made are waited for by nobody, and what is in it hangs together", async () => {
  const shown: string[] = [];
  let isMade = false;
  let during = 0;
  const respond = async () => {
    while (!isMade) {
      shown.push(await new Respondent(consultation).respond({ first: "While it is made" }));
      during += 1;
    }
  };
  await new Respondent(consultation).respond({ first: "Just before" }).then((reference) => shown.push(reference));
  const shownBefore = [...shown];
  const responding = Promise.all([respond(), respond()]);
  const lines: string[] = [];
  const made = await make({ report: (line) => lines.push(line) }).finally(() => (isMade = true));
  await responding;
  expect(during).toBeGreaterThan(0);
  expect(lines.some((line) => /^Response: [\d,]+$/.test(line))).toBe(true);

  const place = await newPlace();
  await place.restore(made.path);
  const kept = (await place.ask<{ reference: string }>('SELECT reference FROM "Response"')).map(({ reference }) => reference);
  for (const reference of [...references, ...shownBefore]) expect(kept.filter((one) => one === reference)).toHaveLength(1);
  // each response there is whole, whichever moment it was: its draft, its revision, its contact and its count
  const [counts] = await place.ask<Record<string, number>>(`SELECT
    (SELECT count(*)::int FROM "Response" r WHERE r."draftId" IS NOT NULL AND NOT EXISTS (SELECT FROM "Draft" d WHERE d.id = r."draftId" AND d."sentAt" IS NOT NULL)) AS "withoutDraft",
    (SELECT count(*)::int FROM "Response" r WHERE NOT EXISTS (SELECT FROM "ResponseRevision" v WHERE v."responseId" = r.id)) AS "withoutRevision",
    (SELECT count(*)::int FROM "Response" r WHERE r."consultationId" = '${consultation.id}' AND NOT EXISTS (SELECT FROM "TallyChange" c WHERE c."responseId" = r.id)) AS "uncounted"`);
  expect(counts).toEqual({ withoutDraft: 0, withoutRevision: 0, uncounted: 0 });
});

test("a file let go while a backup is made stays until the backup has it, and goes afterwards", async () => {
  const saved = await saveFile(db(), { partnershipId: consultation.partnership.id, visibility: "answer", name: "map.pdf", bytes: pdf });
  if (!saved.ok) throw new Error(saved.problem.kind);
  const { id, storageKey } = saved.value;
  const path = join(fileStoreDir(), storageKey);
  let letGo: Promise<void> | undefined;
  const made = await make({
    report: (line) => {
      if (!line.startsWith("Partnership:")) return;
      letGo ??= inTransaction((transaction) => removeFile(transaction, consultation.partnership.id, id)).then(() =>
        removeBytesOnceFree(storageKey, new Date()),
      );
    },
  });
  await letGo;
  expect(made.closing.files.missing).toEqual([]);
  expect(readFileSync(path).equals(pdf)).toBe(true);
  const waiting = await db().$queryRaw`SELECT FROM graphile_worker._private_jobs WHERE payload->>'storageKey' = ${storageKey}`;
  // to look after a day whether a row names it; to take it away; and to do so later
  expect(waiting).toHaveLength(3);
  await removeBytesOnceFree(storageKey, new Date());
  expect(() => statSync(path)).toThrow("ENOENT");
});

test("a letter that waits is sent once after a restore, one that was sent is not sent again, and one given up stays given up", async () => {
  await db().letter.deleteMany();
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const at = new Date();
  const data = { kind: "k", fromName: "n", fromAddress: "a@b.example", language: "en", subject: "s", text: "t" };
  const kinds = {
    waiting: {},
    "being-sent": { sendingAt: at, nextAttemptAt: at },
    sent: { sentAt: at, nextAttemptAt: null },
    "past-sending": { failedAt: at, nextAttemptAt: null },
  };
  for (const [id, state] of Object.entries(kinds)) {
    await db().letter.create({ data: { ...data, id, toAddress: `${id}@people.example`, ...state } });
    await inTransaction((transaction) => addJob(transaction, "send-letter", { letterId: id }));
  }
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = 'no' WHERE payload->>'letterId' = 'past-sending'`;
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'gone' WHERE payload->>'letterId' = 'being-sent'`;
  await db().$executeRaw`SELECT graphile_worker.add_job('count-responses', '{"_cron": {"ts": "2026-01-01"}}')`;
  const place = await newPlace();
  await place.restore((await make()).path);
  const jobs = await jobsOf(place);
  expect(jobs.map(({ payload, attempts, max_attempts }) => [payload.letterId, attempts < max_attempts])).toEqual([
    ...[["being-sent", true], ["past-sending", false], ["sent", true], ["waiting", true]],
  ]);

  const there = await place.load(
    async () => ({ ...(await import("#app/shared/postman.server.ts")), ...(await import("#app/shared/db.server.ts")) }),
    { SMTP_URL: "" },
  );
  there.openDatabase({ url: place.url, isDemonstration: true });
  const postman = there.hirePostman(undefined, () => new Date(at.getTime() + 86_400_000));
  for (const { payload } of jobs) await postman.send(payload.letterId);
  await postman.send();
  const letters = await there.db().letter.findMany({ select: { id: true, attempts: true }, orderBy: { id: "asc" } });
  expect(letters.map(({ id, attempts }) => [id, attempts])).toEqual([["being-sent", 1], ["past-sending", 0], ["sent", 0], ["waiting", 1]]);
  await there.closeDatabase();
});

test("it is there whole, for its owner alone, and the log says so", async () => {
  const made = await make({ now: new Date("2026-11-30T03:10:05Z") });
  expect(made.path).toBe(join(folder, "folkmoot-2026-11-30T031005Z.tar.gz"));
  expect(statSync(made.path).mode & 0o777).toBe(0o600);
  expect(statSync(made.path).size).toBe(made.bytes);
  expect(readdirSync(folder).filter((name) => name.endsWith(".unfinished"))).toEqual([]);
  const last = await findLastBackup(db());
  expect(last).toMatchObject({ name: "folkmoot-2026-11-30T031005Z.tar.gz", bytes: made.bytes, files: made.closing.files.count, isWhole: true });
  expect(Date.now() - last!.madeAt.getTime()).toBeLessThan(60_000);
  await expect(make({ now: new Date("2026-11-30T03:10:05Z") })).rejects.toThrow("A backup made in this very second is already there");
});

test("two backups at once are one and a sentence", async () => {
  const both = await Promise.allSettled([make(), make()]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = both.find((one) => one.status === "rejected");
  expect(String(refused?.reason)).toContain("Another backup of this database is being made");
});

test("only as many as wanted are kept, and nothing that is not a backup of ours goes", async () => {
  const kept = mkdtempSync(join(folder, "kept-"));
  for (const name of ["folkmoot-2025-01-01T000000Z.tar.gz", "folkmoot-2025-01-02T000000Z.tar.gz.encrypted", "notes.txt", "folkmoot-old.tar.gz"]) {
    writeFileSync(join(kept, name), "x");
  }
  writeFileSync(join(kept, "folkmoot-2025-01-03T000000Z.tar.gz.unfinished"), "x");
  utimesSync(join(kept, "folkmoot-2025-01-03T000000Z.tar.gz.unfinished"), 0, 0);
  await make({ folder: kept, keep: 2, now: new Date("2026-12-01T00:00:00Z") });
  expect(readdirSync(kept).sort()).toEqual([
    ...["folkmoot-2025-01-02T000000Z.tar.gz.encrypted", "folkmoot-2026-12-01T000000Z.tar.gz", "folkmoot-old.tar.gz", "notes.txt"],
  ]);
});

test("a file that is missing or was changed on the disk is told, and the rest is backed up", async () => {
  const wanted = ["one", "two"].map((name) =>
    saveFile(db(), { partnershipId: consultation.partnership.id, visibility: "answer", name: `${name}.pdf`, bytes: pdf }),
  );
  const [gone, changed] = (await Promise.all(wanted)).map((saved) => (saved.ok ? saved.value.storageKey : ""));
  rmSync(join(fileStoreDir(), gone!));
  writeFileSync(join(fileStoreDir(), changed!), "something else");
  const made = await make();
  expect(made.closing.files).toMatchObject({ missing: [gone], damaged: [changed] });
  expect(await findLastBackup(db())).toMatchObject({ isWhole: false });
  const place = await newPlace();
  const { closing } = await place.restore(made.path);
  expect(closing.files.missing).toEqual([gone]);
  await db().file.deleteMany({ where: { storageKey: { in: [gone!, changed!] } } });
});

test("under a passphrase it opens with that alone, and holds nothing in clear", async () => {
  const passphrase = "a passphrase of several words";
  const made = await make({ passphrase });
  expect(made.path).toMatch(/\.tar\.gz\.encrypted$/);
  expect((await checkBackup(made.path, passphrase)).closing).toEqual(made.closing);
  await expect(checkBackup(made.path, null)).rejects.toThrow("is encrypted: give its passphrase with --passphrase-file FILE.");
  await expect(checkBackup(made.path, "a passphrase of other words")).rejects.toThrow("the passphrase is another one");
  const bytes = readFileSync(made.path);
  for (const at of [40, 60_000, bytes.length - 5]) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    writeFileSync(join(folder, "changed"), changed);
    await expect(checkBackup(join(folder, "changed"), passphrase)).rejects.toThrow(/damaged|does not open/);
  }
  // cut exactly between two chunks
  writeFileSync(join(folder, "changed"), bytes.subarray(0, 44 + 2 * (65_536 + 16)));
  await expect(checkBackup(join(folder, "changed"), passphrase)).rejects.toThrow("damaged or cut short");
});

test("where the files are elsewhere than the settings say, nothing is made", async () => {
  const place = await newPlace();
  const { makeBackup: makeThere } = await place.load(() => import("#app/backups/make.server.ts"));
  const product = { version: "0.1.0", commit: null };
  const wanted = { url: databaseUrl(), folder: join(place.dataDir, "b"), keep: null, withSecret: false, passphrase: null, product, now: new Date(), report: silent };
  await expect(makeThere(wanted)).rejects.toThrow("is FOLKMOOT_DATA_DIR the same as the server's?");
  expect(readdirSync(join(place.dataDir, "b"))).toEqual([]);
  await expect(makeThere({ ...wanted, url: place.url })).rejects.toThrow("There is nothing to back up");
  expect(config().dataDir).not.toBe(place.dataDir);
});
