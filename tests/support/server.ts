// The built Folkmoot, started as `npm start` starts it, on a free port with a data folder of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp } from "node:fs/promises";
import { get } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildDir, root } from "../../app/commands/prepare.mjs";
import { removeFolder } from "./folders.ts";

export type RunningServer = {
  url: string;
  dataDir: string;
  /** The process that was started; others it started itself hang below it. */
  readonly pid: number;
  /** All it has written to its log since it was last started. */
  said(): string;
  /** Asks it to stop, and starts it again on the same port with the same data. */
  restart(): Promise<void>;
  /** Ends it without asking, as a power cut would, and starts it again. */
  crash(): Promise<void>;
  /** Asks it to stop, and keeps its data. */
  end(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
};

const startedWithin = 120_000;

/** Starts a server with the demonstration in it; `settings` are environment variables. */
export async function startServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "folkmoot-journeys-"));
  // because root lends the database to another user, who must be able to get in
  await chmod(folder, 0o755);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    BASE_URL: url,
    FOLKMOOT_DATA_DIR: folder,
    POSTS_PER_MINUTE: "100000",
    ...settings,
  };
  if (settings.DATABASE_URL === undefined) delete env.DATABASE_URL;
  let child = await launch(env, url);
  const again = async (signal: NodeJS.Signals) => {
    await end(child, signal);
    child = await launch(env, url);
  };
  return {
    url,
    dataDir: settings.FOLKMOOT_DATA_DIR ?? folder,
    get pid() {
      return child.pid ?? 0;
    },
    said: () => written.get(child) ?? "",
    restart: () => again("SIGTERM"),
    crash: () => again("SIGKILL"),
    end: () => end(child, "SIGTERM"),
    stop: async () => {
      await end(child, "SIGTERM");
      await removeFolder(folder);
    },
  };
}

const written = new WeakMap<ChildProcess, string>();

async function launch(env: NodeJS.ProcessEnv, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--enable-source-maps", join(buildDir, "server", "serve.js")], {
    ...{ cwd: root, env, stdio: ["ignore", "pipe", "pipe"] },
    // because Ctrl+C in the terminal of the tests is for the tests, which then stop their servers
    detached: process.platform !== "win32",
  });
  written.set(child, "");
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => void written.set(child, `${written.get(child)}${text}`));
  }
  for (const until = Date.now() + startedWithin; Date.now() < until; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${written.get(child)}`);
    if (await isReady(url)) return child;
  }
  child.kill("SIGKILL");
  throw new Error(`The server was not ready in time:\n${written.get(child)}`);
}

/** Asked on a connection of its own, because one kept from before may lead to a process that is about to end. */
function isReady(url: string): Promise<boolean> {
  return new Promise((done) => {
    get(`${url}/readyz`, { agent: false }, (answer) => done(answer.resume().statusCode === 200)).on("error", () => done(false));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, failed) => server.once("error", failed).listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
