// Long work on texts, done in a thread of its own so that the server answers meanwhile as ever.
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Progress } from "#app/text-mining/near-duplicates.ts";
import { doWork, type TextWork, type WorkName } from "./text-work.ts";

/** What is said from the thread. */
export type FromThread = { progress: Progress } | { found: unknown };

let program: string | null = null;

/** From now on the work is done by this program (commands/text-worker.ts as it is built), a thread for each. */
export function workInThreads(file: string): void {
  program = file;
}

type Tell = (progress: Progress) => Promise<unknown>;

/** Does it, and says how far it is as it goes; in this thread, with pauses, where there is no program for another. */
export async function workOn<Name extends WorkName>(name: Name, given: TextWork[Name]["given"], tell: Tell): Promise<TextWork[Name]["found"]> {
  if (program !== null) return inThread(program, name, given, tell);
  const work = doWork(name, given);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await setImmediate(); // because others are served in between
    await tell(step.value);
  }
}

async function inThread<Name extends WorkName>(file: string, name: Name, given: TextWork[Name]["given"], tell: Tell): Promise<TextWork[Name]["found"]> {
  const worker = new Worker(file, { workerData: { name, given } });
  let told: Promise<unknown> = Promise.resolve();
  try {
    const found = await new Promise<TextWork[Name]["found"]>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`The thread that looked through texts ended with ${code} before it was done.`)));
      worker.on("message", (message: FromThread) => {
        if ("found" in message) return resolve(message.found as TextWork[Name]["found"]);
        told = told.then(() => tell(message.progress));
        told.catch(reject);
      });
    });
    await told;
    return found;
  } finally {
    await worker.terminate();
  }
}
