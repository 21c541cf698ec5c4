import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cleanContent } from "#app/files/content.server.ts";
import { allFileTypes } from "#app/files/file.ts";
import { buildOfficeFile, buildOpenDocument, buildPicture, buildZip, pdf, svg } from "#tests/support/files.ts";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const wordMain = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const sheetMain = "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

async function typeOf(bytes: Buffer, name: string) {
  const clean = await cleanContent(bytes, name, allFileTypes);
  return clean.ok ? clean.value.type : clean.problem.kind;
}

test.each([
  ["a photograph", () => buildPicture("jpeg"), "a.jpg", "image/jpeg"],
  ["a drawing", () => buildPicture("png"), "a.png", "image/png"],
  ["a picture of the web", () => buildPicture("webp"), "a.webp", "image/webp"],
  ["a moving picture, which then stands still", () => buildPicture("gif"), "a.gif", "image/png"],
  ["a PDF", () => pdf, "a.pdf", "application/pdf"],
  ["a Word text", () => buildOfficeFile(wordMain), "a.docx", word],
  ["a spreadsheet", () => buildOfficeFile(sheetMain), "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["an OpenDocument text", () => buildOpenDocument("application/vnd.oasis.opendocument.text"), "a.odt", "application/vnd.oasis.opendocument.text"],
  ["a table", () => Buffer.from("ward,answers\nGolden Valley,12\n"), "a.csv", "text/csv"],
  ["a text", () => Buffer.from("Mae’r bont ar gau.\n"), "a.txt", "text/plain"],
])("%s is taken for what it is", async (_what, make, name, type) => {
  expect(await typeOf(await make(), name)).toBe(type);
});

test.each([
  ["a drawing that can run scripts", () => svg, "a.svg"],
  ["the same under a picture's name", () => svg, "a.png"],
  ["a page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "a.txt"],
  ["a program of one kind", () => Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), "a.jpg"],
  ["a program of another", () => Buffer.from("\x7fELF\x02\x01\x01\0", "latin1"), "a.txt"],
  ["a Word text with macros", () => buildOfficeFile("vnd.ms-word.document.macroEnabled.main+xml"), "a.docx"],
  ["an archive", () => buildZip({ "a.txt": "a" }), "a.docx"],
  ["a picture we do not take", () => buildPicture("tiff"), "a.jpg"],
  ["a picture of an old telephone's", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "a.heic"],
])("%s is refused", async (_what, make, name) => {
  expect(await typeOf(await make(), name)).toBe("other-kind");
});

test("a file of a kind that is not wanted here is refused, whatever its name says", async () => {
  expect(await cleanContent(pdf, "a.jpg", ["image/jpeg"])).toEqual({ ok: false, problem: { kind: "other-kind" } });
});

test("an empty file is told from one of another kind", async () => {
  expect(await typeOf(Buffer.alloc(0), "a.jpg")).toBe("empty");
});

test("where a photograph was taken and by whom does not stay in it", async () => {
  const photograph = await buildPicture("jpeg", { withPosition: true });
  const written = (await sharp(photograph).metadata()).exif ?? Buffer.alloc(0);
  // 0x8825 is where a camera keeps the position.
  expect([written.includes("Mair Rees"), written.includes(Buffer.from([0x25, 0x88]))]).toEqual([true, true]);
  const clean = await cleanContent(photograph, "a.jpg", allFileTypes);
  if (!clean.ok) throw new Error(clean.problem.kind);
  for (const bytes of [clean.value.bytes, clean.value.thumbnail!]) {
    const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, orientation }).toEqual({});
    expect(bytes.includes("Mair Rees")).toBe(false);
  }
});

test("a photograph that lies on its side is stood up", async () => {
  const clean = await cleanContent(await buildPicture("jpeg", { width: 80, height: 40, orientation: 6 }), "a.jpg", allFileTypes);
  if (!clean.ok) throw new Error(clean.problem.kind);
  expect(await sharp(clean.value.bytes).metadata()).toMatchObject({ width: 40, height: 80 });
});

test("a page hidden behind a picture does not stay in it", async () => {
  const polyglot = Buffer.concat([await buildPicture("png"), Buffer.from("<script>alert(1)</script>")]);
  const clean = await cleanContent(polyglot, "a.png", allFileTypes);
  expect(clean.ok && clean.value.bytes.includes("script")).toBe(false);
});

test("a large picture is made smaller, and has a small one beside it", async () => {
  const clean = await cleanContent(await buildPicture("jpeg", { width: 5000, height: 1000 }), "a.jpg", allFileTypes);
  if (!clean.ok) throw new Error(clean.problem.kind);
  expect(await sharp(clean.value.bytes).metadata()).toMatchObject({ width: 4000, height: 800 });
  expect(await sharp(clean.value.thumbnail!).metadata()).toMatchObject({ format: "webp", width: 480, height: 96 });
});

test("a small file that claims to be a vast picture is refused before it is drawn", async () => {
  const header = Buffer.from(await buildPicture("png"));
  header.writeUInt32BE(60_000, 16);
  header.writeUInt32BE(60_000, 20);
  // its checksum is wrong now, so it counts as damaged or as vast, but never as a picture
  expect(["too-many-pixels", "damaged"]).toContain(await typeOf(header, "a.png"));
  expect(await typeOf(await buildPicture("png", { width: 8000, height: 6000 }), "a.png")).toBe("too-many-pixels");
});

test("a picture cut off in the middle is damaged", async () => {
  for (const kind of ["jpeg", "png", "webp"] as const) {
    const whole = await buildPicture(kind, { width: 800, height: 600 });
    expect(await typeOf(whole.subarray(0, whole.length / 2), `a.${kind}`)).toBe("damaged");
  }
});

test("no bytes make the check throw", async () => {
  const starts = [pdf, svg, await buildPicture("jpeg"), await buildPicture("gif"), buildOfficeFile(wordMain)];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), fc.nat(400), async (start, noise, at) => {
      const bytes = Buffer.from(Buffer.concat([start.subarray(0, at), noise, start.subarray(at + noise.length)]));
      await cleanContent(bytes, "a.jpg", allFileTypes);
    }),
    { numRuns: 150 },
  );
});

test("many pictures at once all come through, a few at a time", async () => {
  const picture = await buildPicture("jpeg", { width: 1200, height: 900 });
  const types = await Promise.all(Array.from({ length: 12 }, (_, index) => typeOf(index % 3 ? picture : picture.subarray(0, 900), "a.jpg")));
  expect(types.filter((type) => type === "image/jpeg")).toHaveLength(8);
  expect(types.filter((type) => type === "damaged")).toHaveLength(4);
});
