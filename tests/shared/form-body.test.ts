import { expect, test } from "vitest";
import { readForm } from "#app/shared/form-body.server.ts";
import { answerOf } from "#tests/support/requests.ts";

function posted(body: string | Uint8Array, type = "application/x-www-form-urlencoded") {
  return new Request("http://localhost:3000/", { method: "POST", headers: { "Content-Type": type }, body: body as BodyInit });
}

test.each(["a=%00", "a=%%0000", "a=%%%000000", "%00a=%%0000", "a=\0"])("no NUL comes out of %j", async (body) => {
  expect([...(await readForm(posted(body)))].flat().join("")).not.toContain("\0");
});

test("a field of a page that asks for a line is cut off where no line goes, and one that asks for a text is not", async () => {
  const body = `a=${"x".repeat(10_000)}`;
  expect((await readForm(posted(body))).get("a")).toHaveLength(5_000);
  expect((await readForm(posted(body), { longest: Infinity })).get("a")).toHaveLength(10_000);
});

test("what is no form is a bad request, and bytes that are no text are signs that say so", async () => {
  for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x"]) expect((await answerOf(readForm(posted("{}", type)))).status).toBe(400);
  expect((await readForm(posted(Uint8Array.of(0x61, 0x3d, 0xff, 0xed, 0xa0, 0x80)))).get("a")).toMatch(/^\ufffd+$/);
});
