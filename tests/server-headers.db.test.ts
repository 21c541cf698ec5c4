// What every answer carries where people reach the server over https, whoever answers it.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startSession, whoIs } from "#app/people/session.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { buildPerson } from "#tests/support/factories.ts";
import type { Listening } from "#tests/support/listening.ts";
import { serveOnePage } from "#tests/support/one-page.ts";
import { get } from "#tests/support/requests.ts";

const site = "https://consult.example.gov.uk";
let server: Listening;
const said: string[] = [];

beforeAll(async () => {
  Object.assign(process.env, { BASE_URL: site, LOG_REQUESTS: "true", SECURITY_CONTACT: "security@example.gov.uk" });
  server = await serveOnePage(({ request }) => {
    if (request.url.endsWith("/secret")) throw forbidden();
    return new Response("<!DOCTYPE html><title>Siarter Sŵn</title>", { headers: { "Content-Type": "text/html; charset=utf-8" } });
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
});

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: "manual", ...init });

test.each([
  ["the check that it lives", "/healthz", "GET", 200],
  ["the check that it serves", "/readyz", "GET", 200],
  ["a page", "/page", "GET", 200],
  ["what was refused to somebody", "/secret", "GET", 403],
  ["a method that is not ours", "/page", "DELETE", 405],
  ["a post from elsewhere", "/page", "POST", 415],
  ["an address that cannot be read", "/%zz", "GET", 400],
  ["whom to tell of a hole", "/.well-known/security.txt", "GET", 200],
])("%s says what browsers are to hold to", async (_, path, method, status) => {
  const answer = await ask(path, { method });
  expect(answer.status).toBe(status);
  expect(answer.headers.get("Strict-Transport-Security")).toBe("max-age=31536000; includeSubDomains");
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
  expect(answer.headers.get("X-Powered-By")).toBeNull();
  for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(answer.headers.get("Content-Security-Policy")).toContain(part);
  }
  expect(answer.headers.get("Content-Type")).toMatch(/; charset=utf-8$/);
});

test("whoever found a hole reads whom to tell", async () => {
  const text = await (await ask("/.well-known/security.txt")).text();
  expect(text).toMatch(/^Contact: mailto:security@example\.gov\.uk$/m);
  expect(text).toMatch(/^Canonical: https:\/\/consult\.example\.gov\.uk\/\.well-known\/security\.txt$/m);
});

test("the cookie of a session is set for this host alone, and is not taken from a neighbour", async () => {
  const { id } = await buildPerson();
  const now = new Date();
  const cookie = await inTransaction((transaction) => startSession(transaction, id, now));
  expect(cookie).toMatch(/^__Host-session=[a-z0-9]{40}; HttpOnly; Max-Age=72000; Path=\/; SameSite=Lax; Secure$/);
  const held = cookie.split(";", 1)[0] ?? "";
  expect(await whoIs(get("/", { cookies: held }), now)).not.toBeNull();
  expect(await whoIs(get("/", { cookies: held.replace("__Host-", "") }), now)).toBeNull();
});

test("whoever is refused a page is written down by their id, and nobody else", async () => {
  const { id } = await buildPerson();
  const cookie = await inTransaction((transaction) => startSession(transaction, id, new Date()));
  await ask("/secret", { headers: { Cookie: cookie.split(";", 1)[0] ?? "" } });
  await ask("/secret");
  await ask("/page");
  await vi.waitFor(() => expect(said.join("")).toMatch(/"event":"request".*"event":"request".*"event":"request"/s));
  const told = said.join("").split("\n").filter((line) => line.includes('"forbidden"')).map((line) => JSON.parse(line) as object);
  expect(told).toMatchObject([{ event: "forbidden", level: "warn", personId: id }, { event: "forbidden", personId: null }]);
});
