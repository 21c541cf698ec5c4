// The keeper and its web processes, each of them ended in turn.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, beforeEach, expect, onTestFailed, test } from "vitest";
import { buildDir, root } from "../../app/commands/prepare.mjs";
import { look, postmasterOf, until, webProcessesOf } from "../support/live.ts";
import { startServer, type RunningServer } from "../support/server.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ WEB_PROCESSES: "2", POSTS_PER_MINUTE: "5" });
  return () => server.stop();
});
beforeEach(() => onTestFailed(() => console.log(server.said())));

const webProcesses = () => webProcessesOf(server.pid);
const kill = (pid: number) => process.kill(pid, "SIGKILL");

test("one limit holds over all web processes", async () => {
  const statuses: number[] = [];
  for (let times = 0; times < 8; times++) statuses.push((await look(`${server.url}/nowhere`, { method: "POST", body: "a=b" })).status);
  expect(statuses.map((status) => status === 429)).toEqual([false, false, false, false, false, true, true, true]);
});

test("while no web process lives whoever comes waits, and is answered by the ones that take their place", async () => {
  const before = webProcesses();
  before.forEach(kill);
  expect((await look(`${server.url}/healthz`)).status).toBe(200);
  await until(() => webProcesses().length === 2, "two web processes");
  expect(webProcesses().some((pid) => before.includes(pid))).toBe(false);
  expect(server.said()).toContain("A web process ended (SIGKILL); another takes its place.");
});

test("web processes that end again and again are started ever more slowly, the keeper says so once, and they come back", async () => {
  const word = "end again and again right after they begin";
  await until(async () => {
    webProcesses().forEach(kill);
    await wait(50);
    return server.said().includes(word);
  }, "the keeper's word");
  expect((await look(`${server.url}/healthz`)).status).toBe(200);
  await until(() => webProcesses().length === 2, "two web processes");
  expect(server.said().split(word)).toHaveLength(2);
});

test("a keeper that is killed leaves PostgreSQL running, which the next start uses; its web processes end by themselves", async () => {
  const postmaster = await postmasterOf(server);
  const before = webProcesses();
  await server.crash();
  expect(await postmasterOf(server)).toBe(postmaster);
  expect((await look(`${server.url}/readyz`)).status).toBe(200);
  const live = (pid: number) => spawnSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim().replace("Z", "") !== "";
  await until(() => !before.some(live), "the end of the web processes of before");
});

test("a port that is taken is said in a sentence, and ends the command", async () => {
  const { DATABASE_URL = "", SMTP_URL = "" } = process.env;
  const { port } = new URL(server.url);
  const said = await startServer({ PORT: port, DATABASE_URL, SMTP_URL }).then(() => "", (problem: Error) => problem.message);
  expect(said.split("\n").slice(1).join("\n")).toBe(`Port ${port} is in use by another program: stop that one, or choose another with PORT=3001 npm start.\n`);
});

test("a web process is not begun by hand", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(buildDir, "server", "web.js")], { cwd: root, encoding: "utf8" });
  expect([status, stderr]).toEqual([1, "A web process is begun by npm start, not by hand.\n"]);
});

test("Ctrl+C, which a terminal sends to every process at once and npm sends again, cuts no request", async () => {
  const asked = Array.from({ length: 40 }, () => look(server.url).then(({ status }) => status, (problem: NodeJS.ErrnoException) => problem.code));
  await wait(10);
  process.kill(-server.pid, "SIGINT");
  process.kill(server.pid, "SIGINT");
  const answered = await Promise.all(asked);
  expect(answered.filter((status) => status !== 200 && status !== "ECONNREFUSED")).toEqual([]);
  await server.end();
  expect(server.said()).toContain("Stopping: finishing what is under way.");
});
