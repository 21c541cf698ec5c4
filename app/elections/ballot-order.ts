// In which order candidates stand on the ballot paper.
import type { ElectionHead } from "./election.ts";

/** The name by which somebody is sorted: what is written last. */
export function familyNameOf(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? "";
}

const collator = new Intl.Collator("en", { sensitivity: "base" });

/** By family name and then the whole name, so that two of one name stand alike whoever sent first. */
function alphabetically<One extends { id: string; name: string }>(candidates: readonly One[]): One[] {
  return candidates.toSorted(
    (one, other) => collator.compare(familyNameOf(one.name), familyNameOf(other.name)) || collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1),
  );
}

/** `draw` gives a whole number from 0 to below the one it is given, each as likely: every order is as likely as every other. */
export function inBallotOrder<One extends { id: string; name: string }>(candidates: readonly One[], order: ElectionHead["ballotOrder"], draw: (below: number) => number): One[] {
  const ordered = alphabetically(candidates);
  if (order === "alphabetical") return ordered;
  for (let left = ordered.length; left > 1; left--) {
    const drawn = draw(left);
    [ordered[left - 1], ordered[drawn]] = [ordered[drawn]!, ordered[left - 1]!];
  }
  return ordered;
}
