// An administrator starts Folkmoot, stops it, pulls its plug and gets its settings wrong.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDir } from "../../app/commands/prepare.mjs";
import { expect, test } from "#tests/support/journey.ts";
import { startServer } from "#tests/support/server.ts";

const lockOfServer = (dataDir: string) => join(dataDir, "postgres", "cluster", "postmaster.pid");

/** What `npm start` runs once everything is prepared, with these settings, until it ends by itself. */
function serve(settings: Record<string, string>) {
  const ended = spawnSync(process.execPath, [join(buildDir, "server", "serve.js")], {
    env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", ...settings },
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status: ended.status, said: ended.stderr };
}

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "folkmoot-administrator-"));
  await chmod(folder, 0o755);
});

test.afterEach(() => rm(folder, { recursive: true, force: true }));

test("a monitor sees that it lives and that its database answers", async ({ request }) => {
  expect(await (await request.get("/healthz")).text()).toBe("alive\n");
  expect(await (await request.get("/readyz")).text()).toBe("ready\n");
});

test("stopped, it takes its database with it; after a power cut it comes back", async () => {
  const server = await startServer();
  await server.crash();
  expect((await fetch(server.url)).status).toBe(200);
  await server.restart();
  expect((await fetch(server.url)).status).toBe(200);
  const { dataDir } = server;
  expect(existsSync(lockOfServer(dataDir))).toBe(true);
  await server.stop();
  expect(existsSync(lockOfServer(dataDir))).toBe(false);
});

test("interrupted while it is still starting, it leaves no database running", async () => {
  const child = spawn(process.execPath, [join(buildDir, "server", "serve.js")], {
    env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", PORT: "0", FOLKMOOT_DATA_DIR: folder },
    stdio: "ignore",
  });
  const ended = new Promise((done) => child.once("exit", done));
  await expect.poll(() => existsSync(join(folder, "postgres", "users")), { timeout: 60_000 }).toBe(true);
  await expect.poll(() => readdirSync(join(folder, "postgres", "users")).length).toBe(1);
  child.kill("SIGINT");
  await ended;
  expect(existsSync(lockOfServer(folder))).toBe(false);
});

test("a port that is taken is said in one sentence, and no database is left running", async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  const { status, said } = serve({ PORT: port, FOLKMOOT_DATA_DIR: folder });
  expect(status).toBe(1);
  expect(said).toMatch(new RegExp(`^Port ${port} is in use by another program: [^\\n]+\\n$`));
  expect(existsSync(lockOfServer(folder))).toBe(false);
});

test("a database that is not there is said in one sentence without the password", () => {
  const { status, said } = serve({
    DATABASE_URL: "postgresql://clerk:open-sesame@127.0.0.1:1/folkmoot",
    SMTP_URL: "smtp://127.0.0.1:1",
    FOLKMOOT_DATA_DIR: folder,
  });
  expect(status).toBe(1);
  expect(said).toBe('Nothing answers at 127.0.0.1:1, where DATABASE_URL says the database "folkmoot" is.\n');
});

test("a setting that is not right is named in one sentence", () => {
  const { status, said } = serve({ PORT: "a hundred", FOLKMOOT_DATA_DIR: folder });
  expect(status).toBe(1);
  expect(said).toMatch(/^The setting PORT is not right: [^\n]+\n$/);
});
