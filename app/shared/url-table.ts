// The table of URLs as a tree, so that an address finds its page without trying every line. Words are the same in small and
// capital letters, as with Remix. What it does not find, such as a slash at the end, Remix looks for in its own slower way.

type Line = { id: string; path: string };
type Branch = { named: Map<string, Branch>; any: { name: string; branch: Branch }[]; line?: Line };

export type Found = { id: string; pattern: string; params: Record<string, string> };

/** Makes the tree of these lines. A segment is a word, ":name", or ":name?" at the end; "*" is left to Remix. */
export function makeUrlTable(lines: readonly Line[]): (path: string) => Found | null {
  const root = newBranch();
  for (const { id, path } of lines) {
    const segments = path.split("/").filter(Boolean);
    if (segments.includes("*")) continue;
    const last = segments.at(-1);
    const line = { id, path: `/${segments.join("/")}` };
    if (last?.endsWith("?")) {
      plant(root, segments.slice(0, -1), line);
      plant(root, [...segments.slice(0, -1), last.slice(0, -1)], line);
    } else plant(root, segments, line);
  }
  return (path) => {
    const segments = path.slice(1).split("/");
    const params: Record<string, string> = {};
    const line = path === "/" ? root.line : seek(root, segments, 0, params);
    return line ? { id: line.id, pattern: line.path, params } : null;
  };
}

function newBranch(): Branch {
  return { named: new Map(), any: [] };
}

function plant(root: Branch, segments: string[], line: Line): void {
  let branch = root;
  for (const segment of segments) branch = segment.startsWith(":") ? anyBelow(branch, segment.slice(1)) : namedBelow(branch, segment);
  branch.line ??= line;
}

function namedBelow(branch: Branch, segment: string): Branch {
  const below = branch.named.get(segment.toLowerCase()) ?? newBranch();
  branch.named.set(segment.toLowerCase(), below);
  return below;
}

function anyBelow(branch: Branch, name: string): Branch {
  const known = branch.any.find((one) => one.name === name);
  if (known) return known.branch;
  const below = newBranch();
  branch.any.push({ name, branch: below });
  return below;
}

// A word goes before a name, however far down the words part.
function seek(branch: Branch, segments: readonly string[], at: number, params: Record<string, string>): Line | undefined {
  const segment = segments[at];
  if (segment === undefined) return branch.line;
  if (segment === "") return undefined;
  const named = branch.named.get(segment.toLowerCase());
  const line = named && seek(named, segments, at + 1, params);
  if (line) return line;
  for (const { name, branch: below } of branch.any) {
    const found = seek(below, segments, at + 1, params);
    if (!found) continue;
    params[name] = decodeURIComponent(segment);
    return found;
  }
  return undefined;
}
