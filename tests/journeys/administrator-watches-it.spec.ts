// An administrator reads the log and the metrics of a server with two web processes.
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "#tests/support/journey.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";

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
  server = await startServer({ METRICS_ADDRESS: address, LOG_REQUESTS: "true", WEB_PROCESSES: "2" });
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
