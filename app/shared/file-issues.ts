// What is wrong with a part of a JSON file that somebody hands to a command, in words, and the line it stands on.
import type { z } from "zod";

type Step = PropertyKey;

/** The line on which the part at the end of a way begins, or the part around it where it has none. */
export type LineOf = (path: readonly Step[]) => number | null;

/** The lines on which each part of a JSON text begins, by the way to it from the top. The text is one that could be parsed. */
export function linesOf(text: string): LineOf {
  const lines = new Map<string, number>();
  let [at, line] = [0, 1];
  const skip = () => {
    for (; at < text.length && /[\s\uFEFF]/.test(text[at]!); at++) if (text[at] === "\n") line += 1;
  };
  const string = () => {
    const from = at;
    for (at += 1; text[at] !== '"'; at++) if (text[at] === "\\") at += 1;
    at += 1;
    return JSON.parse(text.slice(from, at)) as string;
  };
  /** Whether another part follows, standing before it. */
  const goesOn = (end: string) => {
    skip();
    const isEnd = text[at] === end;
    if (isEnd || text[at] === ",") at += 1;
    return !isEnd;
  };
  const value = (path: readonly Step[]) => {
    skip();
    lines.set(keyOf(path), line);
    if (text[at] === '"') string();
    else if (text[at] === "[") {
      at += 1;
      for (let index = 0; goesOn("]"); index++) value([...path, index]);
    } else if (text[at] === "{") {
      at += 1;
      while (goesOn("}")) {
        skip();
        const name = string();
        skip();
        at += 1;
        value([...path, name]);
      }
    } else while (at < text.length && /[^\s,\]}]/.test(text[at]!)) at += 1;
  };
  value([]);
  // because what is missing has no line, and what it is missing from does
  return (path) => {
    const known = path.map((_, index) => path.slice(0, path.length - index)).find((part) => lines.has(keyOf(part)));
    return lines.get(keyOf(known ?? [])) ?? null;
  };
}

const keyOf = (path: readonly Step[]) => JSON.stringify(path.map(String));

/** One thing wrong with a file, and the way to it. */
export type FileIssue = { path: readonly Step[]; wrong: string };

/** What a reader of ours found, in words. */
export function issueOf(issue: z.core.$ZodIssue, above: readonly Step[] = []): FileIssue {
  return { path: [...above, ...issue.path], wrong: wordsOf(issue) };
}

const kinds: Record<string, string> = { string: "text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "an object in { }" };

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return /received undefined/.test(issue.message) ? "it is missing" : `it is not ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `it is none of these: ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "string" ? "it is blank" : `it is less than ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string" ? `it is longer than ${issue.maximum} characters` : `it is more than ${issue.maximum}`;
    case "invalid_union":
      return "it is neither text nor a number";
    case "invalid_format":
      // because a schema of ours says in words how something is written
      return issue.message.startsWith("it is ") ? issue.message : "it cannot be read";
    default:
      return "it cannot be read";
  }
}

const mostTold = 30;

/** "Line 12, partnerships[0].key: it is missing", each on a line of its own, in the order of the file; not more than one reads. */
export function issuesInWords(issues: readonly FileIssue[], lineOf: LineOf): string {
  const told = issues.map(({ path, wrong }) => ({ line: lineOf(path), way: wayTo(path), wrong }));
  told.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const lines = told.slice(0, mostTold).map(({ line, way, wrong }) => `  ${line === null ? "" : `Line ${line}, `}${way}: ${wrong}`);
  return [...lines, ...(told.length > mostTold ? [`  and ${told.length - mostTold} more`] : [])].join("\n");
}

const wayTo = (path: readonly Step[]) => path.map((step, index) => (typeof step === "number" ? `[${step}]` : `${index > 0 ? "." : ""}${String(step)}`)).join("") || "the file";

/** What a parser says of a text that is not JSON, with the line where that is known by its place. */
export function brokenAt(text: string, message: string): string {
  if (text.trim() === "") return "it is empty";
  const [, place] = /at position (\d+)/.exec(message) ?? [];
  const at = place === undefined ? text.length : Number(place);
  return /\(line \d+/.test(message) ? message : `${message} (line ${text.slice(0, at).split("\n").length})`;
}
