// A codeframe as it was published under a number, and what is different from one version to another.
import type { Text } from "#app/shared/languages.ts";
import type { Code } from "./code.ts";

/** Characters of what is said of a version. */
export const longestVersionNote = 1000;

export type Version = {
  number: number;
  note: string;
  codes: Code[];
  publishedAt: Date;
  publishedById: string;
};

/** What became of a code between two versions; the words are `recoding:difference.<kind>`. */
export const differenceKinds = ["added", "split", "merged", "renamed", "redefined", "moved", "retired", "restored", "removed"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export type Difference = {
  kind: DifferenceKind;
  codeId: string;
  /** As the later version calls it; of one that is gone, the earlier. */
  name: Text;
  /** What it was called, where it was renamed; the code it went into; the codes it was split into; what it stands under. */
  others: Text[];
};

const sameText = (one: Text, other: Text) => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

const meanings = ["definition", "include", "exclude", "example"] as const;
const sameMeaning = (one: Code, other: Code) => meanings.every((field) => sameText(one[field], other[field])) && one.isCrossCutting === other.isCrossCutting && one.isEquality === other.isEquality;

/** Between two states of the codes of one codeframe, in the order of the later; `splits` are those that were made between them. */
export function differencesBetween(before: readonly Code[], after: readonly Code[], splits: readonly { codeId: string; made: readonly string[] }[] = []): Difference[] {
  const nameOf = (id: string | null) => [...after, ...before].find((code) => code.id === id)?.name;
  const named = (ids: readonly (string | null)[]) => ids.flatMap((id) => nameOf(id) ?? []);
  const ofSplits = new Set(splits.flatMap(({ made }) => made));
  const told = (kind: DifferenceKind, { id, name }: Code, others: Text[] = []): Difference => ({ kind, codeId: id, name, others });
  const inLater = after.flatMap((code): Difference[] => {
    const was = before.find(({ id }) => id === code.id);
    const made = splits.filter(({ codeId }) => codeId === code.id).flatMap((split) => split.made.filter((id) => after.some((one) => one.id === id)));
    const split = made.length > 0 ? [told("split", code, named(made))] : [];
    if (!was) return [...(code.retiredAt === null && !ofSplits.has(code.id) ? [told("added", code, named([code.parentId]))] : []), ...split];
    return [
      ...split,
      ...(code.retiredAt !== null && was.retiredAt === null ? [code.mergedIntoId === null ? told("retired", code) : told("merged", code, named([code.mergedIntoId]))] : []),
      ...(code.retiredAt === null && was.retiredAt !== null ? [told("restored", code)] : []),
      ...(sameText(was.name, code.name) ? [] : [told("renamed", code, [was.name])]),
      ...(sameMeaning(was, code) ? [] : [told("redefined", code)]),
      ...(was.parentId === code.parentId ? [] : [told("moved", code, named([code.parentId]))]),
    ];
  });
  return [...inLater, ...before.filter((was) => !after.some(({ id }) => id === was.id)).map((was) => told("removed", was))];
}

/** Whether nothing was changed from one state to the other, places included. */
export function isSameState(one: readonly Code[], other: readonly Code[]): boolean {
  const at = (codes: readonly Code[], id: string) => codes.find((code) => code.id === id)?.place;
  return one.length === other.length && differencesBetween(one, other).length === 0 && one.every(({ id }) => at(one, id) === at(other, id));
}
