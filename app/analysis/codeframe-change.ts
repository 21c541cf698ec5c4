// Changes to the codes of a codeframe: what was done, and whether the last of them can be undone.

/** What is done to codes; the words are `recoding:change.<kind>` and, in the log, `codeframe.<kind>`. */
export const changeKinds = ["add", "change", "order", "move", "merge", "split", "retire", "restore", "remove", "import"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The codes that a change gave another meaning: what was coded with them since stands on it. */
export function touchedBy({ kind, codeId, made }: { kind: ChangeKind; codeId: string; made: readonly string[] }, codes: readonly { id: string; mergedIntoId: string | null }[]): string[] {
  const into = codes.find(({ id }) => id === codeId)?.mergedIntoId;
  switch (kind) {
    case "merge":
      return into ? [into] : [];
    case "add":
    case "split":
    case "import":
      return [...made];
    case "change":
    case "restore":
      return [codeId];
    default:
      return [];
  }
}

/** Most codes that one is split into at once. */
export const mostParts = 8;

/** A new code as it is typed: its name, and after a colon what it means. */
export type Part = { name: string; definition: string };

/** The line is counted from 1, and 0 where it is about all of them; the words are `recoding:split.problem.<code>`. */
export type PartProblem = { line: number; code: "missing" | "too-many" | "no-meaning" | "too-long" | "repeated" };

/** New codes, one on a line; or what is wrong with which line. */
export function readParts(typed: string, longest: { name: number; definition: number }): { parts: Part[]; problems: PartProblem[] } {
  const lines = typed.split("\n").map((text, index) => ({ line: index + 1, text })).filter(({ text }) => text.trim() !== "");
  const problems: PartProblem[] = [];
  const parts = lines.map(({ line, text }): Part => {
    const colon = text.indexOf(":");
    const [name, definition] = colon === -1 ? [text.trim(), ""] : [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
    if (name === "" || definition === "") problems.push({ line, code: "no-meaning" });
    else if ([...name].length > longest.name || [...definition].length > longest.definition) problems.push({ line, code: "too-long" });
    return { name, definition };
  });
  const known = new Set<string>();
  for (const [index, { name }] of parts.entries()) {
    if (known.has(name.toLowerCase())) problems.push({ line: lines[index]!.line, code: "repeated" });
    known.add(name.toLowerCase());
  }
  if (parts.length === 0) problems.push({ line: 0, code: "missing" });
  if (parts.length > mostParts) problems.push({ line: 0, code: "too-many" });
  return { parts, problems };
}
