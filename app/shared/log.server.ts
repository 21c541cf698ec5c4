// The log: one JSON line an event, with the request's id and never a person's words, addresses or references. On a terminal
// the same events are sentences. docs/decisions/0017.

type Entry = Record<string, string | number | boolean | null | undefined | readonly string[]>;

// Lines of one turn of the event loop go out together, in pieces that several processes may write to one pipe unmixed.
const longestPiece = 4000;
let pending: string[] = [];
let isFlushing = false;

function flush(): void {
  isFlushing = false;
  const lines = pending;
  pending = [];
  let piece = "";
  for (const line of lines) {
    if (piece !== "" && piece.length + line.length > longestPiece) {
      process.stdout.write(piece);
      piece = "";
    }
    piece += line;
  }
  if (piece !== "") process.stdout.write(piece);
}

function writeLater(line: string): void {
  pending.push(`${line}\n`);
  if (isFlushing) return;
  isFlushing = true;
  if (!isWatched) watchOutput();
  setImmediate(flush);
}

let isWatched = false;

function watchOutput(): void {
  isWatched = true;
  process.once("exit", flush);
  process.stdout.on("error", () => undefined); // because a log that nobody reads any more must stop nobody
}

function entryOf(level: "info" | "warn" | "error", event: string, told: Entry): string {
  return JSON.stringify({ at: new Date().toISOString(), level, event, process: process.pid, ...told });
}

/** Tells of something that a person who runs Folkmoot wants to know, in a sentence of ours. */
export function announce(sentence: string): void {
  writeLater(process.stdout.isTTY ? sentence : entryOf("info", "announcement", { sentence }));
}

/** Tells of something that is not as it should be and that mends itself or waits for somebody: codes and ids only. */
export function logConcern(event: string, told: Record<string, string | number | boolean | null>): void {
  writeLater(entryOf("warn", event, told));
}

export type RequestTold = {
  requestId: string;
  method: string;
  /** The line of the table that answered, never the address. */
  pattern: string;
  status: number;
  ms: number;
  bytes: number;
  /** Whether the caller went away before the answer was out. */
  isCut: boolean;
};

/** Tells of a request that has been answered. */
export function logRequest({ requestId, method, pattern, status, ms, bytes, isCut }: RequestTold): void {
  if (process.stdout.isTTY) return writeLater(`${method} ${pattern} ${status} ${ms} ms ${requestId}${isCut ? " (cut)" : ""}`);
  const level = status >= 500 ? "error" : "info";
  writeLater(entryOf(level, "request", { requestId, method, pattern, status, ms, bytes, ...(isCut && { isCut }) }));
}

/** Writes a line about something that went wrong. The message of an unknown error may quote data, so only its place is told. */
export function logProblem(requestId: string, problem: unknown): void {
  const { name, code } = (problem ?? {}) as { name?: unknown; code?: unknown };
  console.error(entryOf("error", "problem", { requestId, name: nameIn(name) ?? typeof problem, code: nameIn(code), place: placeOf(problem) }));
}

/** A name that a programmer gave, such as "TypeError", "ECONNRESET" or "23505"; anything else may be somebody's words. */
function nameIn(value: unknown): string | undefined {
  return typeof value === "string" && /^[A-Za-z0-9_.$]{1,60}$/.test(value) ? value : undefined;
}

function placeOf(problem: unknown): string[] {
  if (!(problem instanceof Error)) return [];
  const { message, stack = "" } = problem;
  const below = message === "" ? stack : stack.slice(stack.indexOf(message) + message.length);
  return below
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+(:\d+)?\)?$/.test(line) || /^at .*\(<anonymous>\)$/.test(line))
    .slice(0, 6);
}

/** What nobody caught is told like any other problem, without its message, and ends the process as it would have. */
export function logWhatNobodyCaught(): void {
  process.on("uncaughtException", (problem) => {
    logProblem("none", problem);
    process.exit(1);
  });
}
