import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { fileAnswer } from "#app/files/download.server.ts";
import { drawLogo, heaviestLogo, logoBox, mostLogoBytes, saveLogoFile } from "#app/files/logo.server.ts";
import { findPublicFile } from "#app/files/store.server.ts";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { buildPartnership } from "#tests/support/factories.ts";
import { buildPicture, pdf, svg } from "#tests/support/files.ts";
import { get } from "#tests/support/requests.ts";

async function drawn(bytes: Buffer, name = "logo.png") {
  const logo = await drawLogo({ name, bytes });
  if (!logo.ok) throw new Error(logo.problem.kind);
  return logo.value;
}

async function sizeOf(picture: Buffer) {
  const { width, height, format } = await sharp(picture).metadata();
  return { width, height, format };
}

test.each(["png", "jpeg", "webp"] as const)("a %s is drawn as WebP, at the size it is shown and at twice that", async (kind) => {
  const logo = await drawn(await buildPicture(kind, { width: 1200, height: 600 }));
  expect(await sizeOf(logo.small)).toEqual({ width: 96, height: 48, format: "webp" });
  expect(await sizeOf(logo.large)).toEqual({ width: 192, height: 96, format: "webp" });
  expect([logo.width, logo.height]).toEqual([96, 48]);
});

test("a long logo is as wide as it may be, and a tiny one stays as it is", async () => {
  const long = await drawn(await buildPicture("png", { width: 3000, height: 100 }));
  expect([long.width, long.height]).toEqual([logoBox.width, 7]);
  const tiny = await drawn(await buildPicture("png", { width: 20, height: 10 }));
  expect([tiny.width, tiny.height]).toEqual([20, 10]);
});

test("even a picture of nothing but noise weighs no more than a logo may", async () => {
  const noise = await sharp(randomBytes(1600 * 384 * 3), { raw: { width: 1600, height: 384, channels: 3 } }).png().toBuffer();
  const logo = await drawn(noise);
  expect(logo.large.length).toBeLessThanOrEqual(heaviestLogo);
  expect(logo.small.length).toBeLessThanOrEqual(heaviestLogo / 2);
  expect(logo.width).toBeGreaterThan(20);
});

test("what is seen through stays so", async () => {
  const clear = await sharp({ create: { width: 96, height: 96, channels: 4, background: "#1d5c6300" } }).png().toBuffer();
  expect((await sharp((await drawn(clear)).large).metadata()).hasAlpha).toBe(true);
});

test("what is not a picture of these kinds is refused", async () => {
  for (const bytes of [svg, pdf, await buildPicture("gif"), Buffer.from("<html>")]) {
    expect(await drawLogo({ name: "logo.png", bytes })).toEqual({ ok: false, problem: { kind: "other-kind" } });
  }
  expect(await drawLogo({ name: "logo.png", bytes: null })).toEqual({ ok: false, problem: { kind: "too-big", mostBytes: mostLogoBytes } });
});

test("anyone gets both sizes, and keeps them for good", async () => {
  const { id } = await buildPartnership();
  const logo = await drawn(await buildPicture("png", { width: 400, height: 200 }), "Marlshire <logo>.svg");
  const fileId = await inTransaction((transaction) => saveLogoFile(transaction, id, logo));
  const file = await findPublicFile(db(), id, fileId);
  expect(file.name).toBe("Marlshire logo.webp");
  for (const [small, expected] of [[true, logo.small], [false, logo.large]] as const) {
    const answer = await fileAnswer(get("/"), file, { small });
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("Content-Type")).toBe("image/webp");
    expect(Buffer.from(await answer.arrayBuffer()).equals(expected)).toBe(true);
  }
});
