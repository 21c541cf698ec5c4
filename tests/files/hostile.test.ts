// Files sent to do harm: each refused for what it is or made harmless, in bounded time and memory.
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cleanContent } from "#app/files/content.server.ts";
import { allFileTypes, cleanName, shownName } from "#app/files/file.ts";
import { buildPicture, buildZip, pdf, svg } from "#tests/support/files.ts";
import { packedNote, packedObjects, packOverlapping, packWord, writeGif, writePdf, writePng } from "#tests/support/hostile-files.ts";

/** What becomes of it: "taken", or why it is not. */
async function fateOf(bytes: Buffer, name = "a"): Promise<string> {
  const clean = await cleanContent(bytes, name, allFileTypes);
  return clean.ok ? "taken" : clean.problem.kind;
}

test("what our own test files are made of is taken", async () => {
  expect(await fateOf(packWord())).toBe("taken");
  expect(await fateOf(packWord([{ name: "word/embeddings/Sheet1.xlsx", bytes: packWord() }, { name: "word/media/", isDeflated: false }]))).toBe("taken");
  expect(await fateOf(writePdf([packedObjects("1 0 << /Type /Page /Contents (JavaScript) >>")]))).toBe("taken");
});

test.each([
  ["a program under the name of a PDF", () => Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), "a.pdf"],
  ["a page under the name of a picture", () => Buffer.from("<html><script>alert(1)</script>"), "a.png"],
  ["a drawing that can run scripts", () => svg, "a.svg"],
  ["the same, packed", () => gzipSync(svg), "a.svgz"],
  ["the same under a picture's name", () => svg, "a.png"],
  ["the same behind a mark and blanks", () => Buffer.concat([Buffer.from("\ufeff \n"), svg]), "a.txt"],
  ["a picture of a kind whose reader is shut", () => sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } }).avif().toBuffer(), "a.jpg"],
  ["an archive", () => buildZip({ "a.txt": "a" }), "a.docx"],
])("%s is of another kind than we take", async (_what, make, name) => {
  expect(await fateOf(await make(), name)).toBe("other-kind");
});

const manyEntries = Array.from({ length: 2500 }, (_, index) => ({ name: `word/${index}` }));

test.each([
  ["that unpacks to more than anybody should open", packWord([{ name: "word/a", bytes: Buffer.alloc(210_000_000) }]), "unpacks-too-large"],
  ["that unpacks to more than it says", packWord([{ name: "word/a", bytes: Buffer.alloc(20_000_000), says: { unpacked: 100 } }]), "unpacks-too-large"],
  ["of thousands of entries", packWord(manyEntries), "unpacks-too-large"],
  ["whose entries are all the same bytes", packOverlapping(1000, 10_000), "mixed"],
  ["with another package inside", packWord([{ name: "word/a.xml", bytes: buildZip({ "a.txt": "a" }) }]), "mixed"],
  ["with something behind it", packWord([], { after: Buffer.from("<script>alert(1)</script>") }), "mixed"],
  ["with something before its list", packWord([], { gap: Buffer.alloc(500, "x") }), "mixed"],
  ["with a way out of its folder", packWord([{ name: "../../etc/passwd" }]), "mixed"],
  ["with a name twice", packWord([{ name: "word/a" }, { name: "word/A" }]), "mixed"],
  ["with macros that its kind may not have", packWord([{ name: "word/vbaProject.bin" }]), "holds-program"],
  ["that is a Java program too", packWord([{ name: "META-INF/MANIFEST.MF" }, { name: "A.class" }]), "holds-program"],
  ["with a program inside", packWord([{ name: "word/media/image1.exe" }]), "holds-program"],
  ["whose checksum is wrong", packWord([{ name: "word/a", bytes: Buffer.from("a"), says: { crc: 1 } }]), "damaged"],
  ["that is locked", packWord([{ name: "word/a", bytes: Buffer.from("a"), says: { flags: 1 } }]), "damaged"],
  ["cut off", packWord().subarray(0, -30), "damaged"],
])("a Word text %s is refused", async (_what, bytes, fate) => {
  expect(await fateOf(bytes, "a.docx")).toBe(fate);
});

test.each([
  ["with a package behind it", writePdf([], { after: buildZip({ "a.txt": "a" }).toString("latin1") }), "mixed"],
  ["with a page behind it", writePdf([], { after: "<script>alert(1)</script>" }), "mixed"],
  ["that is a page too", Buffer.concat([Buffer.from("%PDF-1.7\n%<html><script>alert(1)</script>\n"), writePdf()]), "mixed"],
  ["with a script", writePdf(["<< /S /JavaScript /JS (app.alert(1)) >>"]), "holds-program"],
  ["with a script whose name is disguised", writePdf(["<< /S /J#61vaScript /#4aS (app.alert(1)) >>"]), "holds-program"],
  ["with a script packed away", writePdf([packedObjects("1 0 << /S /JavaScript /JS (app.alert(1)) >>")]), "holds-program"],
  ["that starts a program", writePdf(["<< /S /Launch /F (cmd.exe) >>"]), "holds-program"],
  ["with a file inside", writePdf(["<< /Type /Filespec /EF << /F 9 0 R >> >>", "<< /Names << /EmbeddedFiles 4 0 R >> >>"]), "holds-program"],
  ["whose objects unpack to hundreds of megabytes", writePdf([packedObjects(Buffer.alloc(300_000_000))]), "unpacks-too-large"],
  ["cut off", pdf.subarray(0, 40), "damaged"],
])("a PDF %s is refused", async (_what, bytes, fate) => {
  expect(await fateOf(bytes, "a.pdf")).toBe(fate);
});

const note = packedNote(5_000_000);

test.each([
  ["ten thousand pixels a side", () => writePng(10_000, 10_000), "too-many-pixels"],
  ["a million pixels in a line", () => writePng(1_000_000, 1), "too-many-pixels"],
  ["texts that unpack to a gigabyte", () => writePng(10, 10, Array.from({ length: 200 }, () => note)), "taken"],
  ["ten thousand frames", () => writeGif(1000, 10_000), "taken"],
  ["a profile that unpacks to a hundred megabytes", () => writePng(10, 10, [["iCCP", packedNote(100_000_000)[1]]]), "taken"],
])("a picture with %s is dealt with in little memory", async (_what, make, fate) => {
  const bytes = make();
  const before = process.memoryUsage().rss;
  expect(await fateOf(bytes)).toBe(fate);
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
});

test.each([
  ["a script behind it", Buffer.from("<script>alert('hidden')</script>")],
  ["a program of the web behind it", Buffer.from("<?php system('hidden'); ?>")],
  ["a package behind it", buildZip({ "hidden.txt": "hidden" })],
])("a picture with %s is drawn anew without", async (_what, behind) => {
  for (const kind of ["jpeg", "png", "webp", "gif"] as const) {
    const clean = await cleanContent(Buffer.concat([await buildPicture(kind), behind]), `a.${kind}`, allFileTypes);
    // because a WebP says how long it is, and one that is longer is damaged
    if (!clean.ok) expect([kind, clean.problem.kind]).toEqual(["webp", "damaged"]);
    else expect(clean.value.bytes.includes("hidden")).toBe(false);
  }
});

test("a remark in a picture, where it was taken and what a program noted of it do not stay in it", async () => {
  const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>');
  const marker = Buffer.from([0xff, 0xe1, 0, xmp.length + 2]);
  const jpeg = await buildPicture("jpeg", { withPosition: true });
  const noted = Buffer.concat([jpeg.subarray(0, 2), marker, xmp, jpeg.subarray(2)]);
  const clean = await cleanContent(noted, "a.jpg", allFileTypes);
  if (!clean.ok) throw new Error(clean.problem.kind);
  for (const bytes of [clean.value.bytes, clean.value.thumbnail!]) {
    expect(await sharp(bytes).metadata()).not.toHaveProperty("exif");
    for (const trace of ["secret", "Mair Rees", "GPS"]) expect(bytes.includes(trace)).toBe(false);
  }
});

const names = ["../../etc/passwd", "C:\\boot.ini", "\u202egnp.exe", "a\0b.png", "con.pdf", "NUL", "..", "x".repeat(300), "", "a".repeat(100_000), ". . . . .", "\ud800"];

test.each(names)("%j becomes a name that means nothing to any system", (name) => {
  const kept = cleanName(name, "application/pdf");
  expect(kept).toMatch(/^[^\p{C}/\\:*?"<>|]{1,104}\.pdf$/u);
  expect(kept).not.toMatch(/^(con|nul)\.|^\./i);
  expect([...shownName(name)].length).toBeLessThanOrEqual(101);
  expect(shownName(name)).not.toMatch(/[\p{C}/\\]/u);
});
