// A thread that does one long work on texts beside the server, and says how far it is. Not begun by hand.
import { parentPort, workerData } from "node:worker_threads";
import type { FromThread } from "#app/analysis/text-worker.server.ts";
import { doWork, type TextWork, type WorkName } from "#app/analysis/text-work.ts";

const { name, given } = workerData as { name: WorkName; given: TextWork[WorkName]["given"] };
const say = (message: FromThread) => parentPort?.postMessage(message);

const work = doWork(name, given);
let step = work.next();
for (; !step.done; step = work.next()) say({ progress: step.value });
say({ found: step.value });
