// The log: one JSON line an event, with the request's id and never a person's words, addresses or references.

/** Writes a line about something that went wrong. The message of an unknown error may quote data, so only its place is told. */
export function logProblem(requestId: string, problem: unknown): void {
  const name = problem instanceof Error ? problem.name : typeof problem;
  const code = (problem as { code?: unknown } | null)?.code;
  const place = problem instanceof Error ? (problem.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 6) : [];
  console.error(
    JSON.stringify({ at: new Date().toISOString(), level: "error", requestId, name, code, place: place.map((line) => line.trim()) }),
  );
}
