// Reserved places as OpenTally's CON files: one group a line, `"Category" "Group" min max c1 c2 ...`; 0 and 99 mean none. The files of
// Hill's programs, which are numbers alone (candidates and places, who is guarded, 0), are read too.
import type { Candidate, ReservedCategory, ReservedGroup } from "./contest.ts";
import { WrongAt, type FileProblem } from "./file-problem.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** What a file writes where a group may be of any number. */
const noMaximum = 99;

/** The categories of a file, in its order, or the first thing that is wrong with it. */
export function readCon(text: string, candidates: number): Result<ReservedCategory[], FileProblem> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).map(tokensOf);
  const first = lines.findIndex((tokens) => tokens.length > 0);
  try {
    if (first < 0) throw new WrongAt(1, "empty");
    return succeed(/^\d+$/.test(lines[first]![0]!) ? readGuarded(lines, candidates) : readGroups(lines, candidates));
  } catch (wrong) {
    if (wrong instanceof WrongAt) return fail(wrong.problem);
    throw wrong;
  }
}

/** Names with their quotation marks, and words without; a comment ends the line. */
function tokensOf(line: string): string[] {
  const tokens = line.match(/"(?:[^"]|"")*"?|#.*|[^\s"#]+/g) ?? [];
  return tokens.at(-1)?.startsWith("#") ? tokens.slice(0, -1) : tokens;
}

function nameOf(token: string, line: number): string {
  if (!token.startsWith('"')) return token;
  if (token.length < 2 || !token.endsWith('"')) throw new WrongAt(line, "unclosed", { opening: '"' });
  return token.slice(1, -1).replaceAll('""', '"');
}

function numberOf(token: string, line: number): number {
  const value = Number(token);
  if (!/^\d+$/.test(token) || !Number.isSafeInteger(value)) throw new WrongAt(line, "con-number", { found: token });
  return value;
}

function candidateOf(token: string, candidates: number, line: number): Candidate {
  const candidate = numberOf(token, line);
  if (candidate < 1 || candidate > candidates) throw new WrongAt(line, "no-candidate", { candidate, candidates });
  return candidate;
}

function readGroups(lines: readonly string[][], candidates: number): ReservedCategory[] {
  const categories = new Map<string, ReservedGroup[]>();
  lines.forEach((tokens, index) => {
    if (tokens.length === 0) return;
    const line = index + 1;
    const [first = "", second, min, max, ...rest] = tokens;
    const category = nameOf(first, line);
    const name = nameOf(second ?? "", line);
    if (second === undefined || min === undefined || max === undefined) throw new WrongAt(line, "con-fields");
    const groups = categories.get(category) ?? [];
    categories.set(category, [...groups, groupOf({ category, name, min, max, rest }, groups, candidates, line)]);
  });
  return [...categories].map(([name, groups]) => ({ name, groups }));
}

type Written = { category: string; name: string; min: string; max: string; rest: readonly string[] };

function groupOf({ category, name, rest, ...bounds }: Written, others: readonly ReservedGroup[], candidates: number, line: number): ReservedGroup {
  if (others.some((other) => other.name === name)) throw new WrongAt(line, "con-group-twice", { group: name, category });
  const members: Candidate[] = [];
  for (const token of rest) {
    const candidate = candidateOf(token, candidates, line);
    if (members.includes(candidate)) throw new WrongAt(line, "listed-twice", { candidate });
    if (others.some((other) => other.members.includes(candidate))) throw new WrongAt(line, "con-two-groups", { candidate, category });
    members.push(candidate);
  }
  const min = numberOf(bounds.min, line);
  const written = numberOf(bounds.max, line);
  const max = written === noMaximum ? Math.max(min, members.length) : written;
  if (min > written) throw new WrongAt(line, "con-bounds", { min, max: written });
  return { name, min, max, members };
}

/** Everybody guarded must be elected: as a group that all are in, and that all are elected of. */
function readGuarded(lines: readonly string[][], candidates: number): ReservedCategory[] {
  const tokens = lines.flatMap((found, index) => found.map((token) => ({ token, line: index + 1 })));
  const [count, places, ...rest] = tokens;
  const end = rest.at(-1);
  if (!count || !places || !end) throw new WrongAt(count?.line ?? 1, "con-fields");
  const found = numberOf(count.token, count.line);
  if (found !== candidates) throw new WrongAt(count.line, "con-other-contest", { found, candidates });
  numberOf(places.token, places.line);
  const members: Candidate[] = [];
  for (const { token, line } of rest.slice(0, -1)) {
    const candidate = candidateOf(token, candidates, line);
    if (members.includes(candidate)) throw new WrongAt(line, "listed-twice", { candidate });
    members.push(candidate);
  }
  if (end.token !== "0") throw new WrongAt(end.line, "con-number", { found: end.token });
  if (members.length === 0) return [];
  return [{ name: "guarded", groups: [{ name: "guarded", min: members.length, max: members.length, members }] }];
}

/** The file of these categories: reading it gives the same. */
export function writeCon(categories: readonly ReservedCategory[]): string {
  const quote = (name: string) => `"${name.replace(/\s/g, " ").replaceAll('"', '""')}"`;
  return categories
    .flatMap(({ name: category, groups }) =>
      groups.map(({ name, min, max, members }) => {
        // because a most of 99 would be read as none
        const most = max === noMaximum && members.length !== noMaximum ? noMaximum + 1 : max;
        return `${[quote(category), quote(name), min, most, ...members].join(" ")}\n`;
      }),
    )
    .join("");
}
