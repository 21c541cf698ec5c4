// Posted forms with files, whole and broken. No database is asked, but the limits are those of the settings.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readUpload } from "#app/files/upload.server.ts";
import { answerOf, post } from "#tests/support/requests.ts";

const boundary = "----boundary";

function multipart(body: string | Uint8Array, type = `multipart/form-data; boundary=${boundary}`) {
  return new Request("http://localhost:3000/", { method: "POST", headers: { "Content-Type": type }, body: body as BodyInit });
}

function partOf(disposition: string, content: string) {
  return `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
}

const end = `--${boundary}--\r\n`;
const statusOf = async (request: Request) => (await answerOf(readUpload(request, { mostBytes: 1000 }))).status;

test.each(["photo.jpg", "a; b.jpg", "a=b.jpg", "Tŷ’r Cyngor.jpg", "گاؤں.jpg", "a, b (1).jpg"])("a file called %j arrives whole under its name", async (name) => {
  const bytes = Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 256);
  const request = post("/", { town: "Y Trallwng", both: ["1", "2"], file: new File([bytes], name) });
  const { fields, files } = await readUpload(request, { mostBytes: 1000 });
  expect([...fields]).toEqual([["town", "Y Trallwng"], ["both", "1"], ["both", "2"]]);
  expect(files).toMatchObject([{ field: "file", name }]);
  expect(Uint8Array.from(files[0]!.bytes!)).toEqual(bytes);
});

test("a file field left blank is no file", async () => {
  const { files } = await readUpload(multipart(partOf('name="file"; filename=""', "") + end));
  expect(files).toEqual([]);
});

test("a file that is too big is told from the rest of the form, which is kept", async () => {
  const body = partOf('name="file"; filename="a.jpg"', "x".repeat(1001)) + partOf('name="town"', "Y Trallwng") + end;
  const { fields, files } = await readUpload(multipart(body), { mostBytes: 1000 });
  expect(files).toEqual([{ field: "file", name: "a.jpg", bytes: null }]);
  expect(fields.get("town")).toBe("Y Trallwng");
});

test("a form without files reads the same", async () => {
  const { fields, files } = await readUpload(post("/", { town: "Y Trallwng" }));
  expect([fields.get("town"), files]).toEqual(["Y Trallwng", []]);
});

test("a second file where one is asked for, and a field beyond all measure, are too much", async () => {
  const file = partOf('name="file"; filename="a.jpg"', "x");
  expect(await statusOf(multipart(file + file + end))).toBe(413);
  expect(await statusOf(multipart(partOf('name="town"', "x".repeat(3_000_000)) + end))).toBe(413);
  expect(await statusOf(multipart(Array.from({ length: 2100 }, () => partOf('name="a"', "")).join("") + end))).toBe(413);
});

test.each([
  ["nothing", ""],
  ["no end", partOf('name="a"', "b")],
  ["cut off in a file", partOf('name="file"; filename="a.jpg"', "x").slice(0, -2)],
  ["cut off in a heading", `--${boundary}\r\nContent-Dispo`],
])("a body with %s is a bad request", async (_what, body) => {
  expect(await statusOf(multipart(body))).toBe(400);
});

test("a body that is not what it says, or says nothing a form can be, is a bad request", async () => {
  expect(await statusOf(multipart("a=b", "multipart/form-data"))).toBe(400);
  expect(await statusOf(multipart("{}", "application/json"))).toBe(400);
});

test("a body that ends before it begins, and goes on, is read as far as it is a form and keeps nobody waiting", async () => {
  expect(await statusOf(multipart(`${end}${end}`))).toBe(200);
  expect(await statusOf(multipart(`${end}--${boundary}--name=`))).toBe(200);
});

test("whatever is posted is a form or refused, and never breaks the server", async () => {
  const pieces = fc.array(
    fc.constantFrom(`--${boundary}`, "\r\n", "\r\n\r\n", "--", "Content-Disposition: form-data; ", 'name="a"', 'filename="b"', "name=", '"', "\0", "x", ": "),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), pieces.map((all) => all.join(""))), async (body) => {
      expect([200, 400, 413]).toContain(await statusOf(multipart(body)));
    }),
    { numRuns: 300 },
  );
});
