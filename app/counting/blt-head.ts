// The beginning of a BLT file, before the first ballot.
import { isDigit, type Scan } from "./blt-scan.ts";
import type { Candidate } from "./contest.ts";

export type Head = { candidates: number; nicks: Map<string, Candidate>; withdrawn: Set<Candidate> };

/** What stands before the first ballot: who withdrew as `-3`, and options in [ ]. */
export function readOptions(scan: Scan, head: Head): void {
  for (scan.skip(); ; scan.skip()) {
    const sign = scan.text[scan.at];
    if (sign === "-") {
      const { found } = scan;
      scan.at += 1;
      if (!isDigit(scan.code)) throw scan.wrong("papers", { found });
      head.withdrawn.add(candidateHere(scan, head));
    } else if (sign === "[") readOption(scan, head);
    else return;
  }
}

function readOption(scan: Scan, head: Head): void {
  const begin = scan.wrong("unclosed", { opening: "[" });
  scan.at += 1;
  scan.skip();
  const name = scan.word();
  if (!["nick", "withdrawn", "tie", "undeclared", "droop"].includes(name)) throw scan.wrong("option", { found: name });
  const listed = new Set<Candidate>();
  for (scan.skip(); scan.text[scan.at] !== "]"; scan.skip()) {
    if (scan.isAtEnd) throw begin;
    if (name === "droop") scan.at += 1;
    else if (name === "nick") addNick(scan, head);
    else {
      const candidate = candidateHere(scan, head);
      if (listed.has(candidate)) throw scan.wrong("listed-twice", { candidate });
      listed.add(candidate);
      if (name === "withdrawn") head.withdrawn.add(candidate);
    }
  }
  scan.at += 1;
  if (name === "nick" && head.nicks.size !== head.candidates) {
    throw scan.wrong("nick-count", { found: head.nicks.size, wanted: head.candidates });
  }
}

function addNick(scan: Scan, { nicks }: Head): void {
  const { found } = scan;
  const nick = scan.word();
  if (!/^(?!\d+$)[^-]/.test(nick) || nicks.has(nick)) throw scan.wrong("nick-wrong", { found });
  nicks.set(nick, nicks.size + 1);
}

/** The candidate whose number or short name stands here. */
export function candidateHere(scan: Scan, { candidates, nicks }: Head): Candidate {
  if (nicks.size > 0) {
    const from = scan.at;
    const candidate = nicks.get(scan.word());
    if (candidate !== undefined) return candidate;
    scan.at = from;
  }
  const { code } = scan;
  const at = scan.at;
  const candidate = scan.number();
  if (candidate < 1 || candidate > candidates) {
    scan.at = at;
    if (isDigit(code)) throw scan.wrong("no-candidate", { candidate: scan.found, candidates });
    throw scan.wrong(nicks.size > 0 ? "unknown-nick" : "rank", { found: scan.found });
  }
  return candidate;
}
