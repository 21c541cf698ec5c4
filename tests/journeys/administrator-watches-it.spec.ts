// An administrator reads the log, the metrics and the office's own words about a server with two web processes whose mail server
// is away.
import { createServer, type AddressInfo } from "node:net";
import { languages } from "#app/shared/languages.ts";
import { expect, expectAccessible, expectNoSideways, test } from "#tests/support/journey.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { inLanguage, wordsOf } from "#tests/support/texts.ts";

let server: RunningServer;
let metrics = "";

async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const { port } = taken.address() as AddressInfo;
  await new Promise((done) => taken.close(done));
  return port;
}

test.beforeAll(async () => {
  const address = `127.0.0.1:${await freePort()}`;
  metrics = `http://${address}/metrics`;
  server = await startServer({ METRICS_ADDRESS: address, LOG_REQUESTS: "true", WEB_PROCESSES: "2", SMTP_URL: "smtp://127.0.0.1:1" });
});

test.afterAll(() => server.stop());

const read = async () => (await fetch(metrics)).text();
const valueOf = (text: string, metric: string) => Number(new RegExp(`^${metric.replace(/[{}"/:.]/g, "\\$&")} (\\S+)$`, "m").exec(text)?.[1]);

test("each line of the log is JSON, from the start on, and names a request as the answer did", async () => {
  const answer = await fetch(`${server.url}/marlshire/consultations?page=secret`);
  await answer.text();
  const requestId = answer.headers.get("X-Request-Id");
  const linesOf = () => server.said().split("\n").filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
  await expect.poll(() => linesOf().find((line) => line.requestId === requestId)).toMatchObject({
    ...{ level: "info", event: "request", method: "GET", pattern: "/:partnership/consultations", status: 200 },
  });
  expect(linesOf()).toContainEqual(expect.objectContaining({ event: "announcement", sentence: `Folkmoot is at ${server.url}` }));
  expect(server.said()).not.toContain("secret");
});

test("Prometheus is told of all processes together, and never on the public port", async () => {
  for (let time = 0; time < 20; time += 1) await (await fetch(`${server.url}/how-we-work`, { headers: { Connection: "close" } })).text();
  await expect.poll(async () => valueOf(await read(), 'folkmoot_requests_total{method="GET",pattern="/how-we-work",status="2xx"}')).toBe(20);
  const told = await read();
  expect(valueOf(told, 'folkmoot_request_seconds_count{method="GET",pattern="/how-we-work"}')).toBe(20);
  expect(valueOf(told, "folkmoot_web_processes")).toBe(2);
  expect(valueOf(told, "folkmoot_letters_waiting")).toBe(0);
  expect(valueOf(told, 'folkmoot_database_connections{state="waited-for"}')).toBe(0);
  for (const name of ["folkmoot_jobs_total", "folkmoot_kept_pages_total", "nodejs_eventloop_lag_p99_seconds", "folkmoot_keeper_process_resident_memory_bytes"]) {
    expect(told).toContain(`# TYPE ${name} `);
  }
  const declared = [...told.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  expect(new Set(declared).size).toBe(declared.length);
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
});

test("the office says in words that the mail server is away, and a letter that waits is given up once asked", async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel("E-mail address").fill("ruth.pemberton@marlshire.example");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.goto(`${server.url}/demonstration/people`);
  await page.getByRole("button", { name: "Be Ruth Pemberton" }).click();
  await page.goto(`${server.url}/marlshire/office`);
  await page.getByRole("link", { name: "How Folkmoot is running" }).click();
  await expect(page.getByText("The mail server does not accept our connection. Code: ECONNREFUSED")).toBeVisible();
  await page.getByRole("link", { name: "All e-mails of this partnership" }).click();
  await expect(page.getByRole("row", { name: /Code for signing in r….?@marlshire\.example/ })).toContainText("Code: ECONNREFUSED");
  await page.setViewportSize({ width: 320, height: 700 });
  for (const language of languages) {
    for (const [where, subject] of [["letters", "letters"], ["health", "health"]] as const) {
      await page.goto(server.url + inLanguage(language, `/marlshire/office/${where}`));
      await expect(page.getByRole("heading", { level: 1 })).toContainText(wordsOf(language).t(`${subject}:title`));
      await expectAccessible(page);
      await expectNoSideways(page, 320);
    }
  }
  await page.goto(`${server.url}/marlshire/office/letters`);
  await page.getByRole("link", { name: /^Give up: Code for signing in/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Give it up" }).click();
  await expect(page.getByText("The e-mail was given up.")).toBeVisible();
  await expect(page.getByText("No e-mail is waiting.")).toBeVisible();
});
