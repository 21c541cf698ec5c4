// What every command does around its work: one plain sentence for what a person can mend, and an exit code.
import { resolve } from "node:path";
import { PlainError } from "./plain-error.ts";

/** Tells the person at the terminal what is going on. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A file or folder as the person named it, from where they stood when they ran npm. */
export function placeOf(name: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), name);
}

/** Runs a command; a PlainError becomes its sentence and exit code 1, anything else keeps its stack. Where all is well, `process.exitCode`. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  listenOn(process.stdout);
  listenOn(process.stderr);
  try {
    await work();
    process.exit();
  } catch (problem) {
    if (problem instanceof PlainError) process.stderr.write(`${problem.message}\n`);
    else if ((problem as NodeJS.ErrnoException | null)?.code === "ENOSPC") process.stderr.write("The disk is full: free some space and start again.\n");
    else process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`);
    process.exit(1);
  }
}

/** Whoever read along may stop reading, as `head` does after ten lines: the work goes on to its end, told to nobody. */
function listenOn(output: NodeJS.WriteStream): void {
  output.on("error", (problem: NodeJS.ErrnoException) => {
    if (problem.code !== "EPIPE") throw problem;
  });
}
