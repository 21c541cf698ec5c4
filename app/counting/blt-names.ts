// The end of a BLT file: the candidates' names and the title, in quotation marks or without.
import type { Scan } from "./blt-scan.ts";
import { WrongAt } from "./file-problem.ts";

type Entry = { text: string; line: number; isQuoted: boolean };

/** After the title a file may name its source and add a remark. */
const remarks = 2;

export function readNames(scan: Scan, candidates: number): { names: string[]; title: string } {
  const lines = readEntries(scan);
  const entries = inWords(lines, candidates) ?? lines;
  const ballot = entries.slice(0, candidates + 1).find(({ text, isQuoted }) => !isQuoted && /^[\d\s=-]*$/.test(text));
  if (ballot) throw new WrongAt(ballot.line, "ballots-after-end");
  if (entries.length <= candidates) {
    throw new WrongAt(entries.at(-1)?.line ?? scan.line, "names-missing", { found: entries.length, wanted: candidates + 1 });
  }
  const tooMany = entries[candidates + 1 + remarks];
  if (tooMany) throw new WrongAt(tooMany.line, "names-too-many");
  const blank = entries.slice(0, candidates).findIndex(({ text }) => text.trim() === "");
  if (blank >= 0) throw new WrongAt(entries[blank]!.line, "name-blank", { candidate: blank + 1 });
  return { names: entries.slice(0, candidates).map(({ text }) => text), title: entries[candidates]!.text };
}

function readEntries(scan: Scan): Entry[] {
  const entries: Entry[] = [];
  for (scan.skip(); !scan.isAtEnd; scan.skip()) {
    const { line } = scan;
    const isQuoted = scan.text[scan.at] === '"';
    entries.push({ text: isQuoted ? quoted(scan) : restOfLine(scan), line, isQuoted });
  }
  return entries;
}

/** Names of one word each may share a line without quotation marks, with the title beside them or on the next. */
function inWords(lines: readonly Entry[], candidates: number): Entry[] | null {
  const [first, title, ...more] = lines;
  if (!first || first.isQuoted || more.length > 0 || lines.length > candidates) return null;
  const words = first.text.split(/\s+/);
  if (words.length < candidates) return null;
  return [...words.map((text) => ({ ...first, text })), ...(title ? [title] : [])];
}

/**
 * Within quotation marks two of them stand for one. One that stands alone ends the name where the line, a comment or another name
 * follows, and is part of it elsewhere.
 */
function quoted(scan: Scan): string {
  const { text } = scan;
  const begin = scan.at;
  let name = "";
  for (let at = begin + 1; at < text.length && text[at] !== "\n" && text[at] !== "\r"; at += 1) {
    if (text[at] !== '"') name += text[at];
    else if (text[at + 1] === '"') {
      name += '"';
      at += 1;
    } else if (/^(?:\s*["#]|\s*\/\*|[^\S\r\n]*[\r\n]|\s*$)/.test(text.slice(at + 1, at + 200))) {
      scan.at = at + 1;
      return name;
    } else name += '"';
  }
  throw scan.wrong("unclosed", { opening: '"' });
}

function restOfLine(scan: Scan): string {
  const from = scan.at;
  scan.skipToLineEnd();
  const [name = ""] = scan.text.slice(from, scan.at).split(/\s(?:#|\/\*)/);
  // because a comment may go on over the next lines
  scan.at = from + name.length;
  return name.trim();
}
