// Contests as BLT files: what Algorithm 123, Hill's programs, OpenSTV, OpenTally and droop write. docs/counting.md has the grammar.
import { readBallots, type Habits, type Met } from "./blt-ballots.ts";
import { readOptions, type Head } from "./blt-head.ts";
import { readNames } from "./blt-names.ts";
import { Scan } from "./blt-scan.ts";
import type { Contest, Preference } from "./contest.ts";
import { WrongAt, type FileProblem } from "./file-problem.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

export const mostCandidates = 1000;

/** The contest of a file, or the first thing that is wrong with it. */
export function readBlt(text: string): Result<Contest, FileProblem> {
  const met: Met = { ranOver: false, ids: false };
  const first = attempt(text, { aLineEach: false, papersAfterId: false }, met);
  if (first.ok) return first;
  let furthest = first;
  for (const habits of [
    { aLineEach: true, papersAfterId: false },
    { aLineEach: false, papersAfterId: true },
    { aLineEach: true, papersAfterId: true },
  ]) {
    if ((habits.aLineEach && !met.ranOver) || (habits.papersAfterId && !met.ids)) continue;
    const other = attempt(text, habits, met);
    if (other.ok) return other;
    if (!habits.papersAfterId && other.problem.line >= furthest.problem.line) furthest = other;
  }
  return furthest;
}

function attempt(text: string, habits: Habits, met: Met): Result<Contest, FileProblem> {
  try {
    return succeed(read(new Scan(text), habits, met));
  } catch (wrong) {
    if (wrong instanceof WrongAt) return fail(wrong.problem);
    throw wrong;
  }
}

function read(scan: Scan, habits: Habits, met: Met): Contest {
  scan.skip();
  if (scan.isAtEnd) throw scan.wrong("empty");
  if (scan.text.includes("\0")) throw scan.wrong("not-text");
  const candidates = headNumber(scan, "candidates");
  scan.skip();
  const seats = headNumber(scan, "places");
  const head: Head = { candidates, nicks: new Map(), withdrawn: new Set() };
  readOptions(scan, head);
  const ballots = readBallots(scan, head, habits, met);
  const { names, title } = readNames(scan, candidates);
  return { title, candidates: names, seats, withdrawn: [...head.withdrawn].sort((a, b) => a - b), ballots };
}

function headNumber(scan: Scan, what: "candidates" | "places"): number {
  const { found } = scan;
  const value = scan.number();
  if (value < 1 || value > mostCandidates) throw scan.wrong(what, { found, most: mostCandidates });
  return value;
}

/** The file of a contest: reading it gives the same contest. */
export function writeBlt({ title, candidates, seats, withdrawn, ballots }: Contest): string {
  const lines = [`${candidates.length} ${seats}`];
  if (withdrawn.length > 0) lines.push(withdrawn.map((candidate) => `-${candidate}`).join(" "));
  for (const { papers, preferences } of ballots) lines.push([papers, ...preferences.map(written), 0].join(" "));
  lines.push("0", ...[...candidates, title].map((name) => `"${name.replace(/\s/g, " ").replaceAll('"', '""')}"`));
  return `${lines.join("\n")}\n`;
}

function written(preference: Preference): string {
  if (typeof preference === "number") return String(preference);
  return preference.length === 0 ? "-" : preference.join("=");
}
