// The web processes: the keeper takes connections on the port and hands each to a process that answers it. One that dies is
// replaced, and what it had not yet taken is given to another. docs/decisions/0012.
import cluster, { type Worker } from "node:cluster";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { takeConnections } from "./connections.server.ts";
import type { OpenedDatabase } from "./shared/db.server.ts";
import { countForWebProcesses } from "./shared/limits.server.ts";
import { PlainError } from "./shared/plain-error.ts";

/** What the keeper tells a web process; a connection comes along with the word for it. */
export type ToWebProcess = { begin: OpenedDatabase } | "connection" | "stop";
/** What a web process tells the keeper. `cannotBegin` is one sentence for the person who started the command. */
export type FromWebProcess = "loaded" | "ready" | "took" | { cannotBegin: string };

export type WebProcesses = {
  /** Lets them open this database; returns once one of them can answer. A PlainError when none can. */
  begin: (database: OpenedDatabase) => Promise<void>;
  /** Takes connections on this port; a PlainError when it is taken. */
  listen: (port: number) => Promise<void>;
  /** Takes no more connections, and waits until every request under way is answered. */
  stop: () => Promise<void>;
};

type Options = { program: string; count: number; say: (line: string) => void };

/** One that lives shorter than this has not really begun. */
const beganInMs = 10_000;
const longestPauseInMs = 10_000;
const queuedIsTakenInMs = 100;
/** Longer than a web process gives its requests. */
const stoppedWithinMs = 30_000;

/** Starts `count` web processes, which wait for the database while they load. */
export function startWebProcesses({ program, count, say }: Options): WebProcesses {
  /** Those that hear what they are told; what is told to one before is lost. */
  const loaded = new Set<Worker>();
  const free = new Set<Worker>();
  const handed = new Map<Worker, Socket>();
  const waiting: Socket[] = [];
  let database: OpenedDatabase | undefined;
  let stopListening = () => undefined as void;
  let isStopping = false;
  let shortLives = 0;
  let hasBegun = false;
  let whenReady = () => undefined as void;
  let whenNone = (_problem: Error) => undefined as void;
  const first = new Promise<void>((resolve, reject) => ([whenReady, whenNone] = [resolve, reject]));
  first.catch(() => undefined); // because whoever begins hears of it

  countForWebProcesses();
  cluster.setupPrimary({ exec: program, args: [], execArgv: [...process.execArgv, "--enable-source-maps"] });

  const tell = (worker: Worker, message: ToWebProcess, connection?: Socket) => {
    // because what cannot be told to a process that is going is made good when it has gone
    worker.process.send?.(message, connection, { keepOpen: true }, () => undefined);
  };

  const handOut = () => {
    for (const worker of free) {
      const connection = waiting.shift();
      if (!connection) return;
      free.delete(worker);
      handed.set(worker, connection);
      tell(worker, "connection", connection);
    }
  };

  const isTaken = (worker: Worker) => {
    handed.get(worker)?.destroy(); // closes our end of it alone
    handed.delete(worker);
    free.add(worker);
    handOut();
  };

  const isGone = (worker: Worker) => {
    free.delete(worker);
    const connection = handed.get(worker);
    handed.delete(worker);
    if (connection) waiting.unshift(connection);
    handOut();
  };

  const start = () => {
    const worker = cluster.fork();
    const began = Date.now();
    let sentence: string | undefined;
    worker.on("error", () => undefined);
    worker.on("message", (message: FromWebProcess) => {
      if (message === "took") isTaken(worker);
      else if (message === "loaded") {
        loaded.add(worker);
        if (database) tell(worker, { begin: database });
      }
      else if (message === "ready") {
        hasBegun = true;
        whenReady();
        free.add(worker);
        handOut();
      } else if (typeof message === "object" && "cannotBegin" in message) sentence = message.cannotBegin;
    });
    worker.once("exit", (code, signal) => {
      loaded.delete(worker);
      free.delete(worker);
      // because its last words may lie unread for a moment; what it did not say it took, it never read from
      setTimeout(() => isGone(worker), 20);
      if (isStopping) return;
      if (!hasBegun) return whenNone(new PlainError(sentence ?? "Folkmoot could not begin to answer: the lines above say why."));
      void replace(Date.now() - began, signal ?? String(code));
    });
  };

  const replace = async (livedInMs: number, end: string) => {
    shortLives = livedInMs < beganInMs ? shortLives + 1 : 0;
    if (shortLives === 3) say(`The web processes end again and again right after they begin (${end}); they are started ever more slowly until they stay.`);
    else if (shortLives < 3) say(`A web process ended (${end}); another takes its place.`);
    if (shortLives > 1) await wait(Math.min(100 * 2 ** shortLives, longestPauseInMs));
    if (!isStopping) start();
  };

  // because one that is still loading when the command gives up would complain at length that nobody hears it
  process.once("exit", () => {
    if (!hasBegun) for (const worker of workers()) worker.process.kill("SIGKILL");
  });

  for (let number = 0; number < count; number++) start();

  return {
    begin(opened) {
      database = opened;
      for (const worker of loaded) tell(worker, { begin: opened });
      return first;
    },
    async listen(port) {
      const server = await takeConnections(port, (connection) => {
        waiting.push(connection);
        handOut();
      });
      stopListening = () => void server.close();
    },
    async stop() {
      // because the system resets what has connected and is not taken yet when nobody listens any more
      await wait(queuedIsTakenInMs);
      stopListening();
      for (const until = Date.now() + beganInMs; waiting.length + handed.size > 0 && Date.now() < until; ) await wait(10);
      isStopping = true;
      await Promise.all(workers().map(async (worker) => {
        const gone = new Promise((resolve) => worker.once("exit", resolve));
        tell(worker, "stop");
        const late = setTimeout(() => worker.process.kill("SIGKILL"), stoppedWithinMs);
        await gone;
        clearTimeout(late);
      }));
    },
  };
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}
