// What the server does with those who send too much, too slowly, or not at all.
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeApplication } from "#app/server.ts";
import { fileStoreDir } from "#app/shared/config.server.ts";
import { db } from "#app/shared/db.server.ts";
import { createPatientServer } from "#app/shared/patience.server.ts";
import { assembleBuild } from "#tests/support/application.ts";
import { buildConsultation, buildDefinition } from "#tests/support/factories.ts";
import { listening, type Listening } from "#tests/support/listening.ts";
import { sendRaw } from "#tests/support/raw-http.ts";
import { Respondent } from "#tests/support/respondent.ts";

let server: Listening;
let port = 0;

beforeAll(async () => {
  process.env.POSTS_PER_MINUTE = "100000";
  const application = makeApplication(await assembleBuild(), "/nowhere", "/nowhere");
  server = await listening(createPatientServer(application, { forHeadInMs: 700, forWholeInMs: 2500, looksEveryInMs: 100 }));
  port = server.port;
});

afterAll(() => server.stop());

const head = (first: string, ...lines: string[]) => [`${first} HTTP/1.1`, `Host: localhost:${port}`, ...lines, "", ""].join("\r\n");
const form = "Content-Type: application/x-www-form-urlencoded";

/** What comes down a line on which `bytes` are written and then nothing more. */
async function answersTo(bytes: string): Promise<{ said: string; took: number }> {
  const began = performance.now();
  const socket = connect(port, "127.0.0.1");
  let said = "";
  socket.setEncoding("utf8").on("data", (text: string) => (said += text)).on("error", () => undefined);
  socket.write(bytes);
  await new Promise((done) => socket.once("close", done));
  return { said, took: performance.now() - began };
}

test.each([
  ["a head that never ends", () => `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX-Slow: `],
  ["a body that never comes", () => head("POST /sign-in", form, "Content-Length: 20") + "email="],
  ["a line on which nothing is said", () => ""],
])("%s is not waited for", async (_what, bytes) => {
  const { said, took } = await answersTo(bytes());
  expect(took).toBeLessThan(4000);
  if (bytes() !== "") expect(said).toMatch(/^HTTP\/1\.1 408 [^]*too long to arrive[^]*lang="ur"/);
});

test("what follows a request and is none is told so, even where it was asked whether to send it", async () => {
  const answer = await sendRaw(port, Buffer.from(`${head("POST /sign-in", form, "Expect: 100-continue", "Connection: close")}%`));
  expect(answer?.status).toBe(400);
  expect(answer?.body).toContain("<h1>");
});

test("a body of a hundred megabytes is refused in words and cut off, the first of it unread", async () => {
  const before = process.memoryUsage().arrayBuffers;
  const length = 100_000_000;
  const socket = connect(port, "127.0.0.1");
  let said = "";
  let sent = 0;
  socket.setEncoding("utf8").on("data", (text: string) => (said += text)).on("error", () => undefined);
  socket.write(head("POST /cy/sign-in", form, `Content-Length: ${length}`));
  const chunk = Buffer.alloc(64 * 1024, "a");
  while (!socket.destroyed && sent < length) {
    sent += chunk.length;
    if (!socket.write(chunk)) await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => undefined);
  }
  expect(said).toMatch(/^HTTP\/1\.1 413 [^]*<html lang="cy"[^]*rhy fawr/);
  expect(sent).toBeLessThan(length / 4);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});

test("a body a little too large is let by, so that a browser reads why it was refused, and the line is good for more", async () => {
  const body = `email=${"a".repeat(3_000_000)}`;
  const first = head("POST /sign-in", form, `Content-Length: ${body.length}`) + body;
  const second = head("GET /privacy", "Connection: close");
  const { said } = await answersTo(first + second);
  expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
});

test("whoever closes the line after asking reads why they were refused, however much they are still sending", async () => {
  const body = Buffer.alloc(8_000_000, "a");
  for (const first of ["TRACE /privacy", "POST /privacy", "POST /sign-in"]) {
    const answer = await sendRaw(port, Buffer.concat([Buffer.from(head(first, form, "Connection: close", `Content-Length: ${body.length}`)), body]));
    expect(`${first} ${answer?.status}`).toBe(`${first} ${first.startsWith("TRACE") ? 405 : 413}`);
    expect(answer?.body).toContain("</p>");
  }
});

test.each([
  ["a page that takes no posts", "/privacy", 405],
  ["no page at all", "/nothing/here", 404],
])("a post to %s, whose body nobody reads, leaves the line good for more", async (_what, path, status) => {
  const body = `email=${"a".repeat(1_000_000)}`;
  const first = head(`POST ${path}`, form, `Content-Length: ${body.length}`) + body;
  const { said } = await answersTo(first + head("GET /privacy", "Connection: close"));
  expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`, "HTTP/1.1 200"]);
});

test("posts broken off in the middle, whoever reads them, break nothing", async () => {
  const length = 1_500_000;
  for (const path of ["/sign-in", "/privacy", "/nothing/here", "/sign-in/code", "/sign-out"]) {
    for (const share of [0, 0.1, 0.9]) {
      const socket = connect(port, "127.0.0.1").on("error", () => undefined);
      socket.write(head(`POST ${path}`, form, `Content-Length: ${length}`) + "a".repeat(length * share));
      await wait(20);
      socket.resetAndDestroy();
    }
  }
  await wait(200);
  expect((await sendRaw(port, Buffer.from(head("GET /privacy", "Connection: close"))))?.status).toBe(200);
});

test("with two thousand lines open on which nothing is asked, others are answered at once", async () => {
  const sockets = Array.from({ length: 2000 }, () => connect(port, "127.0.0.1").on("error", () => undefined));
  await Promise.all(sockets.slice(0, 200).map((socket) => once(socket, "connect")));
  const began = performance.now();
  expect((await sendRaw(port, Buffer.from(head("GET /privacy", "Connection: close"))))?.status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2000);
  for (const socket of sockets) socket.destroy();
});

test("a file whose sending is broken off in the middle leaves nothing behind", async () => {
  const definition = buildDefinition([
    {
      ...{ id: "priorities", heading: { en: "Priorities" }, layout: "one-page" },
      questions: [{ id: "plan", type: "file", label: { en: "A plan" }, kinds: ["pdf"], maxBytes: 5_000_000 }],
    },
  ]);
  const consultation = await buildConsultation({ definition });
  const person = new Respondent(consultation);
  await person.post("");
  const file = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(2_000_000, "x"), Buffer.from("\n%%EOF\n")]);
  const body = Buffer.concat([Buffer.from('--x\r\nContent-Disposition: form-data; name="plan"; filename="a.pdf"\r\n\r\n'), file, Buffer.from("\r\n--x--\r\n")]);
  const path = `/${consultation.partnership.slug}/consultations/${consultation.id}/respond/questions/priorities`;
  const lines = [`Cookie: ${[...person.cookies.values()].join("; ")}`, "Content-Type: multipart/form-data; boundary=x", "Connection: close", `Content-Length: ${body.length}`];
  const sending = Buffer.concat([Buffer.from(head(`POST ${path}`, ...lines)), body]);
  for (const share of [0.1, 0.5, 0.99]) {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    socket.write(sending.subarray(0, sending.length * share));
    await wait(100);
    socket.resetAndDestroy();
  }
  await wait(200);
  const left = async () => [(await readdir(fileStoreDir(), { recursive: true }).catch(() => [])).length, await db().file.count()];
  expect(await left()).toEqual([0, 0]);
  expect((await sendRaw(port, sending))?.status).toBe(302);
  // two folders and the file
  expect(await left()).toEqual([3, 1]);
});
