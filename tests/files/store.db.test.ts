// A file from its upload to its download.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removeBytes } from "#app/files/disk.server.ts";
import { fileAnswer } from "#app/files/download.server.ts";
import { loader } from "#app/files/pages/download.tsx";
import { filePath, thumbnailPath } from "#app/files/paths.ts";
import { findFileBehindGuard, keepFile, removeFile, removeUnclaimedBytes, saveFile, saveFileRow, type NewFile, type StoredFile } from "#app/files/store.server.ts";
import { fileStoreDir } from "#app/shared/config.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { buildPartnership } from "#tests/support/factories.ts";
import { buildPicture, pdf, svg } from "#tests/support/files.ts";
import { argsOf, get } from "#tests/support/requests.ts";

async function save(partnership: Partnership, wanted: Partial<NewFile> = {}): Promise<StoredFile> {
  const saved = await saveFile(db(), { partnershipId: partnership.id, visibility: "public", name: "Tŷ’r map.pdf", bytes: pdf, ...wanted });
  if (!saved.ok) throw new Error(saved.problem.kind);
  return saved.value;
}

/** The answer itself, for its body. */
function download(partnership: Partnership, file: { id: string }, path = filePath(partnership, file.id), headers = {}) {
  const params = { partnership: partnership.slug, file: file.id };
  return loader(argsOf(get(path, { headers }), { params })).catch((thrown: unknown) => thrown as Response);
}

async function pathsInStore(): Promise<string[]> {
  const all = await readdir(fileStoreDir(), { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test("what was uploaded is downloaded, byte for byte, as a file to keep", async () => {
  const partnership = await buildPartnership();
  const file = await save(partnership);
  const answer = await download(partnership, file);
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(pdf.length),
    "content-disposition": `attachment; filename="Ty_r map.pdf"; filename*=UTF-8''T%C5%B7%E2%80%99r%20map.pdf`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
});

test("a browser that has the file already is told so", async () => {
  const partnership = await buildPartnership();
  const file = await save(partnership);
  const tag = (await download(partnership, file)).headers.get("ETag") ?? "";
  const again = await download(partnership, file, filePath(partnership, file.id), { "If-None-Match": tag });
  expect([again.status, again.body]).toEqual([304, null]);
});

test("a picture is shown in the page, small where that is asked for", async () => {
  const partnership = await buildPartnership();
  const file = await save(partnership, { name: "Y bont.JPG", bytes: await buildPicture("jpeg", { width: 900, height: 600 }) });
  expect(file).toMatchObject({ name: "Y bont.jpg", mimeType: "image/jpeg" });
  const whole = await download(partnership, file);
  expect(whole.headers.get("Content-Disposition")).toMatch(/^inline; filename="Y bont.jpg"/);
  const small = await download(partnership, file, thumbnailPath(partnership, file.id));
  expect(small.headers.get("Content-Type")).toBe("image/webp");
  expect((await small.arrayBuffer()).byteLength).toBe(Number(small.headers.get("Content-Length")));
  const document = await save(partnership);
  expect((await download(partnership, document, thumbnailPath(partnership, document.id))).status).toBe(404);
});

test("a file of a response is nobody's to download here, nor is one of another partnership", async () => {
  const [partnership, other] = [await buildPartnership(), await buildPartnership()];
  const answer = await save(partnership, { visibility: "answer" });
  expect((await download(partnership, answer)).status).toBe(404);
  expect((await download(other, await save(partnership))).status).toBe(404);
  expect((await download(partnership, { id: "none" })).status).toBe(404);
});

test("a file of a response that a guard lets through is kept by no cache", async () => {
  const partnership = await buildPartnership();
  const { id } = await save(partnership, { visibility: "answer" });
  const file = await findFileBehindGuard(db(), partnership.id, id);
  const answer = await fileAnswer(get("/"), file);
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  await answer.body?.cancel();
});

test("a file whose bytes are gone is not found, rather than broken off", async () => {
  const partnership = await buildPartnership();
  const file = await save(partnership);
  await rm(join(fileStoreDir(), file.storageKey));
  expect((await download(partnership, file)).status).toBe(404);
});

test("what is refused leaves nothing behind", async () => {
  const partnership = await buildPartnership();
  const before = await pathsInStore();
  const refused = { partnershipId: partnership.id, visibility: "public" as const, name: "a.png" };
  expect(await saveFile(db(), { ...refused, bytes: svg })).toEqual({ ok: false, problem: { kind: "other-kind" } });
  expect(await saveFile(db(), { ...refused, bytes: null })).toMatchObject({ problem: { kind: "too-big" } });
  expect(await saveFile(db(), { ...refused, bytes: pdf, mostBytes: 10 })).toEqual({ ok: false, problem: { kind: "too-big", mostBytes: 10 } });
  expect(await pathsInStore()).toEqual(before);
  expect(await db().file.count({ where: { partnershipId: partnership.id } })).toBe(0);
});

test("a removed file is gone, and its bytes go by a job, however often that runs", async () => {
  const partnership = await buildPartnership();
  const file = await save(partnership, { bytes: await buildPicture("png") });
  await inTransaction((transaction) => removeFile(transaction, partnership.id, file.id));
  expect((await download(partnership, file)).status).toBe(404);
  const jobs = await db().$queryRaw<{ payload: unknown }[]>`
    SELECT payload FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = 'remove-bytes'`;
  expect(jobs).toEqual([{ payload: { storageKey: file.storageKey } }]);
  await removeBytes(file.storageKey);
  await removeBytes(file.storageKey);
  expect((await pathsInStore()).filter((name) => file.storageKey.endsWith(name.replace(".thumbnail", "")))).toEqual([]);
});

test("bytes whose row was never saved go after a day, and those that are somebody's stay", async () => {
  const partnership = await buildPartnership();
  const wanted = { partnershipId: partnership.id, visibility: "public" as const, name: "a.png", bytes: await buildPicture("png") };
  const before = await pathsInStore();
  const now = new Date("2026-11-20T12:00:00Z");
  const [lost, claimed] = [await keepFile(wanted, now), await keepFile(wanted, now)];
  if (!lost.ok || !claimed.ok) throw new Error("not taken");
  const failing = inTransaction(async (transaction) => {
    await saveFileRow(transaction, lost.value);
    throw new Error("something else failed");
  });
  await expect(failing).rejects.toThrow("something else failed");
  await inTransaction((transaction) => saveFileRow(transaction, claimed.value));
  const jobs = await db().$queryRaw<{ key: string; at: Date }[]>`
    SELECT payload->>'storageKey' AS key, run_at AS at FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
    WHERE task.identifier = 'remove-unclaimed-bytes' AND run_at = ${new Date("2026-11-21T12:00:00Z")}`;
  expect(jobs.map(({ key }) => key).sort()).toEqual([lost.value.storageKey, claimed.value.storageKey].sort());
  for (const { key } of jobs) await removeUnclaimedBytes(key, new Date());
  const name = claimed.value.storageKey.slice(6);
  expect((await pathsInStore()).filter((path) => !before.includes(path)).sort()).toEqual([name, `${name}.thumbnail`]);
});

test("a path that is no key never leaves the store", async () => {
  await expect(removeBytes("../../etc/passwd")).rejects.toThrow("Not a key");
});
