// The themes that a reply answers: codes of the consultation's codeframes, as they stand now.
import type { PlacedCode } from "#app/analysis/code.ts";
import type { Text } from "#app/shared/languages.ts";

export type Theme = Pick<PlacedCode, "id" | "name" | "level"> & { frame: Text; questionIds: readonly string[] };

/** Those that a reply can be about: what people said, and not what was too odd to be sorted. */
export function isTheme({ kind, retiredAt }: Pick<PlacedCode, "kind" | "retiredAt">): boolean {
  return kind === "usual" && retiredAt === null;
}

/** The code that stands for one now: itself, or the one that it was put together with; none where it was only retired. */
export function standsFor(codes: readonly PlacedCode[], id: string): PlacedCode | undefined {
  const seen = new Set<string>();
  for (let code = codes.find((one) => one.id === id); code && !seen.has(code.id); code = codes.find((one) => one.id === code?.mergedIntoId)) {
    if (isTheme(code)) return code;
    seen.add(code.id);
  }
  return undefined;
}

/** The themes that have no reply, neither themselves nor what stands above them or under them. */
export function unanswered<One extends Pick<PlacedCode, "id" | "parentId">>(themes: readonly One[], answered: readonly string[]): One[] {
  const parentOf = new Map(themes.map(({ id, parentId }) => [id, parentId]));
  const above = (id: string): string[] => {
    const parent = parentOf.get(id);
    return parent ? [parent, ...above(parent)] : [];
  };
  const covered = new Set(answered.flatMap((id) => [id, ...above(id)]));
  return themes.filter(({ id }) => !covered.has(id) && !above(id).some((one) => answered.includes(one)));
}
