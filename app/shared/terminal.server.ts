// Asks the person at the terminal; lines that are piped in answer as well.
import { createInterface } from "node:readline";

export type Terminal = {
  /** The next line, or null when there is none any more. */
  ask(prompt: string): Promise<string | null>;
  close(): void;
};

export function openTerminal(): Terminal {
  const reader = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY ?? false });
  const lines = reader[Symbol.asyncIterator]();
  // because Ctrl+C would otherwise only pause the reading
  reader.on("SIGINT", () => reader.close());
  return {
    async ask(prompt) {
      reader.setPrompt(prompt);
      reader.prompt();
      const next = await lines.next();
      return next.done ? null : next.value;
    },
    close: () => reader.close(),
  };
}
