// A web process: answers the connections that the keeper (serve.ts) hands to it. Not begun by hand.
import cluster from "node:cluster";
import type { Socket } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as build from "virtual:remix/server-build";
import { answerConnections } from "#app/connections.server.ts";
import { makeApplication } from "#app/server.ts";
import { browserScripts } from "#app/shared/browser-scripts.server.ts";
import { closeDatabase, openDatabase, type OpenedDatabase } from "#app/shared/db.server.ts";
import { logWhatNobodyCaught } from "#app/shared/log.server.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { listenForDrops } from "#app/shared/published-pages.server.ts";
import { runCommand } from "#app/shared/command.server.ts";
import { measureWebProcess } from "#app/shared/web-metrics.server.ts";
import type { FromWebProcess, ToWebProcess } from "#app/web-processes.server.ts";

const tell = (message: FromWebProcess) =>
  new Promise<void>((told) => (process.connected ? process.send?.(message, undefined, {}, () => told()) : told()));

logWhatNobodyCaught();

await runCommand(async () => {
  if (!cluster.isWorker) throw new PlainError("A web process is begun by npm start, not by hand.");
  // because the keeper says when to stop, and a terminal or the system sends its signals to every process at once
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  process.on("error", () => undefined); // because a word to a keeper that has gone is lost, no more
  const heard = hearKeeper();
  await tell("loaded");
  try {
    const database = await heard.begin;
    if (database) await answerUntil(heard.stop, database, heard.onConnection);
  } catch (problem) {
    if (!(problem instanceof PlainError)) throw problem;
    await tell({ cannotBegin: problem.message });
  }
});

type Take = (connection: Socket | undefined) => void;

async function answerUntil(stop: Promise<void>, database: OpenedDatabase, onConnection: (take: Take) => void) {
  if (Object.keys(browserScripts()).length === 0) {
    throw new PlainError("The residents' scripts are missing from the build: delete the folder build and start again.");
  }
  openDatabase(database);
  measureWebProcess();
  const buildDir = join(dirname(fileURLToPath(import.meta.url)), "..");
  const answering = answerConnections(makeApplication(build, join(buildDir, "client"), join(buildDir, "browser")));
  const published = listenForDrops();
  onConnection((connection) => {
    void tell("took"); // before anything of it is read, so that the keeper knows whose it is
    if (connection) answering.answer(connection);
  });
  await tell("ready");
  await stop;
  await answering.stop();
  await published.stop();
  await closeDatabase();
}

/** What the keeper says; when it has gone, that is the word to stop. */
function hearKeeper() {
  let begin = (_database: OpenedDatabase | null) => undefined as void;
  let stop = () => undefined as void;
  let take: Take = () => undefined;
  const heard = {
    /** Null when there will be nothing to begin with. */
    begin: new Promise<OpenedDatabase | null>((resolve) => (begin = resolve)),
    stop: new Promise<void>((resolve) => (stop = resolve)),
    onConnection: (taken: Take) => void (take = taken),
  };
  const isToStop = () => {
    begin(null);
    stop();
  };
  process.on("message", (message: ToWebProcess, connection: unknown) => {
    if (message === "stop") isToStop();
    else if (message === "connection") take(connection as Socket | undefined);
    else if ("begin" in message) begin(message.begin);
  });
  cluster.worker?.on("disconnect", () => {
    // because Node would otherwise end the process here and now, with all its requests
    cluster.worker!.exitedAfterDisconnect = true;
    isToStop();
  });
  return heard;
}
