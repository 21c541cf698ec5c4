// What every command does around its work: one plain sentence for what a person can mend, and an exit code.
import { PlainError } from "./plain-error.ts";

/** Tells the person at the terminal what is going on. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a command; a PlainError becomes its sentence and exit code 1, anything else keeps its stack. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    process.exit(0);
  } catch (problem) {
    if (problem instanceof PlainError) process.stderr.write(`${problem.message}\n`);
    else if ((problem as NodeJS.ErrnoException | null)?.code === "ENOSPC") process.stderr.write("The disk is full: free some space and start again.\n");
    else process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`);
    process.exit(1);
  }
}
