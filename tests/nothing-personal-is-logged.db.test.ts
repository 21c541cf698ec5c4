// A whole journey of somebody whose every word is known, answered well and then badly: none of it is in any log or metric.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { register } from "prom-client";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { makeApplication } from "#app/server.ts";
import { db } from "#app/shared/db.server.ts";
import { hirePostman } from "#app/shared/postman.server.ts";
import { measureWebProcess } from "#app/shared/web-metrics.server.ts";
import { assembleBuild } from "#tests/support/application.ts";
import { buildConsultation, buildPerson, type BuiltConsultation } from "#tests/support/factories.ts";
import { listening, type Listening } from "#tests/support/listening.ts";

const known = { name: "Gwenhwyfar Quillfeather", email: "gwenhwyfar@quillfeather.example", words: "The otters of Cwmbrwynog", postcode: "ZE3 9JZ" };

let server: Listening;
let site = "";
let consultation: BuiltConsultation;
const said: string[] = [];

beforeAll(async () => {
  Object.assign(process.env, { LOG_REQUESTS: "true", METRICS_ADDRESS: "127.0.0.1:1", TRUSTED_PROXIES: "1", POSTS_PER_MINUTE: "100000" });
  measureWebProcess();
  consultation = await buildConsultation();
  await buildPerson({ name: known.name, email: known.email, role: "analyst", partnership: consultation.partnership });
  server = await listening(createServer(makeApplication(await assembleBuild(), "/nowhere", "/nowhere")));
  site = `http://localhost:${server.port}`;
});
afterAll(() => server.stop());

beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  vi.mocked(console.error).mockImplementation((...told: unknown[]) => void said.push(told.map(String).join(" ")));
});
afterEach(() => {
  vi.mocked(process.stdout.write).mockRestore();
  vi.mocked(console.error).mockClear();
});

const lines = () => said.join("\n").split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Record<string, unknown>);

class Browser {
  readonly #cookies = new Map<string, string>();

  async go(path: string, fields?: Record<string, string>): Promise<{ status: number; requestId: string; html: string }> {
    const headers = { Cookie: [...this.#cookies.values()].join("; "), Origin: site, "X-Request-Id": `proxy-${Math.random().toString(36).slice(2, 12).padEnd(10, "0")}` };
    const body = fields && new URLSearchParams(fields);
    const answer = await fetch(site + path, { redirect: "manual", headers, ...(body && { method: "POST", body }) });
    for (const cookie of answer.headers.getSetCookie()) this.#cookies.set(cookie.split("=")[0]!, cookie.split(";")[0]!);
    return { status: answer.status, requestId: answer.headers.get("X-Request-Id") ?? "", html: await answer.text() };
  }
}

/** Everything somebody can do with a name, an address, words and a reference; each request's answer. */
async function walk(browser: Browser, reference: string) {
  const { slug } = consultation.partnership;
  const at = `/${slug}/consultations/${consultation.id}`;
  const steps: [string, Record<string, string>?][] = [
    [`/${slug}`],
    [`${at}?from=${encodeURIComponent(known.email)}`],
    [`${at}/respond`, {}],
    [`${at}/respond/questions/priorities`, { first: `${known.words} ${known.postcode}`, bus: "often" }],
    [`${at}/respond/about-you`, { as: "individual", name: known.name, email: known.email }],
    [`${at}/respond/permission`, { publish: "named", confidential: "no" }],
    [`${at}/respond/save`, { email: known.email }],
    [`${at}/respond/check-answers`, {}],
    [`${at}/respond/sent`],
    [`${at}/respond/return?key=${reference}`],
    [`/cy/${slug}/responses`, { reference }],
    [`/${slug}/responses/lost`, { email: known.email }],
    [`/${slug}/responses/mine?consultation=${consultation.id}`],
    ["/sign-in", { email: known.email }],
    [`/sign-in?to=/${encodeURIComponent(known.name)}`],
    [`/${encodeURIComponent(known.name)}/${reference}`],
  ];
  const answers = [];
  for (const [path, fields] of steps) answers.push(await browser.go(path, fields));
  return answers;
}

/** Whatever of the person is found in `text`. */
function foundIn(text: string, reference: string): string[] {
  const secrets = [...known.name.split(" "), known.email, "otters", "Cwmbrwynog", known.postcode, encodeURIComponent(known.email), reference];
  return secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
}

const databaseLog = inject("testDatabase").log;

async function referenceOf(browser: Browser): Promise<string> {
  const { html } = await browser.go(`/${consultation.partnership.slug}/consultations/${consultation.id}/respond/sent`);
  return /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(html)?.[0] ?? "";
}

test("a journey that goes well leaves a line for each request, under its proxy's id, and nobody's words", async () => {
  const browser = new Browser();
  const answers = await walk(browser, "7KQ2-M4XP-9RTC");
  const reference = await referenceOf(browser);
  expect(reference).not.toBe("");
  await vi.waitFor(() => expect(lines()).toHaveLength(answers.length + 1));
  expect(lines().filter(({ event }) => event !== "request")).toEqual([]);
  const told = lines();
  for (const { requestId, status } of answers) {
    expect(requestId).toMatch(/^proxy-/);
    expect(told.filter((line) => line.requestId === requestId)).toEqual([expect.objectContaining({ status, level: "info" })]);
  }
  const patterns = told.map(({ method, pattern }) => `${String(method)} ${String(pattern)}`);
  expect(patterns).toContain("POST /:partnership/consultations/:consultation/respond/questions/:page");
  expect(patterns).toContain("POST /:partnership/responses");
  expect(patterns.at(-2)).toBe("GET other");
  expect([...foundIn(said.join("\n"), reference), ...foundIn(said.join("\n"), "7KQ2-M4XP-9RTC")]).toEqual([]);
  expect(foundIn(await register.metrics(), reference)).toEqual([]);
});

test("a journey on which everything fails is told by its requests' ids and places, and nobody's words", async () => {
  const good = new Browser();
  await walk(good, "7KQ2-M4XP-9RTC");
  const reference = await referenceOf(good);
  // A database that quotes what it is given in every error it makes, as a careless function or a broken index would.
  for (const table of ["Draft", "Response", "ResponseRevision", "Letter", "SignInPass"]) {
    await db().$executeRawUnsafe(`CREATE FUNCTION "quote ${table}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Key (%) exists', NEW USING DETAIL = NEW::text; END $$`);
    await db().$executeRawUnsafe(`CREATE TRIGGER quoting BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "quote ${table}"()`);
  }
  const bad = [...(await walk(good, reference)), ...(await walk(new Browser(), reference))];
  const failed = bad.filter(({ status }) => status === 500);
  expect(failed.length).toBeGreaterThan(4);
  for (const { requestId, html } of failed) {
    expect(html).toContain(requestId);
    expect(lines()).toContainEqual(expect.objectContaining({ event: "problem", requestId }));
  }
  expect([...foundIn(said.join("\n"), reference), ...foundIn(said.join("\n"), "7KQ2-M4XP-9RTC")]).toEqual([]);
  expect(foundIn(await register.metrics(), reference)).toEqual([]);
  if (databaseLog !== null) {
    const log = await readFile(databaseLog, "utf8");
    expect(log).toContain("starting PostgreSQL");
    expect(foundIn(log, reference)).toEqual([]);
    expect(log).not.toContain("Key (");
  }
  for (const table of ["Draft", "Response", "ResponseRevision", "Letter", "SignInPass"]) await db().$executeRawUnsafe(`DROP TRIGGER quoting ON "${table}"`);
});

test("a letter that is not taken is told by its id and codes", async () => {
  await hirePostman("smtp://127.0.0.1:1", () => new Date()).send();
  await vi.waitFor(() => expect(lines().filter(({ event }) => event === "letter").length).toBeGreaterThan(0));
  expect(lines()[0]).toMatchObject({ level: "warn", outcome: "server-away", problem: "ECONNREFUSED" });
  expect(foundIn(said.join("\n"), "7KQ2-M4XP-9RTC")).toEqual([]);
});

test("an id that is not well-formed is not taken over", async () => {
  const answer = await fetch(site, { headers: { "X-Request-Id": "Gwenhwyfar Quillfeather!" } });
  expect(answer.headers.get("X-Request-Id")).toMatch(/^[0-9a-f]{16}$/);
});

test("metrics count by the table's lines, and are few however many addresses there are", async () => {
  const count = async () => (await register.metrics()).split("\n").filter((line) => line.startsWith("folkmoot_requests_total")).length;
  const browser = new Browser();
  await browser.go(`/${consultation.partnership.slug}/consultations/${consultation.id}`);
  await browser.go("/a/b/c/d/e");
  const before = await count();
  for (let index = 0; index < 50; index += 1) await browser.go(`/nowhere-${index}/${index}/x/y/z`);
  expect(await count()).toBe(before);
  expect(await register.metrics()).toMatch(/folkmoot_requests_total\{method="GET",pattern="\/:partnership\/consultations\/:consultation",status="2xx"\} \d+/);
});
