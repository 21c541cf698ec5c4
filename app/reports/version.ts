// Versions of a report: numbered, each saying what is different in it. A correction is a version too, and says that it is one.
import type { Text } from "#app/shared/languages.ts";
import { isSame } from "#app/shared/same.ts";
import type { Block } from "./blocks.ts";
import type { Written } from "./report-blocks.ts";

/** The words are `reports:version.kind.<kind>`. */
export const kinds = ["first", "update", "correction"] as const;
export type VersionKind = (typeof kinds)[number];

/** Those that whoever publishes chooses from, once there is a first. */
export const laterKinds = ["update", "correction"] as const satisfies VersionKind[];

export function isLaterKind(value: unknown): value is (typeof laterKinds)[number] {
  return laterKinds.some((kind) => kind === value);
}

/** In what a section differs; the words are `reports:differs.<kind>`. */
export const differences = ["new", "gone", "left-out", "put-back", "figures", "words", "quotes"] as const;
export type Difference = { key: string; in: (typeof differences)[number][] };

/** A section as a version has it: what is made in it, what officers wrote, and the quotes by their ids. */
export type VersionSection = Written & { key: string; quotes: string[] };
export type Compared = VersionSection & { made: readonly Block[] };

/** Which sections differ from those of the version before, and in what; in the order of those that are new. */
export function differencesOf(earlier: readonly Compared[], later: readonly Compared[]): Difference[] {
  const before = new Map(earlier.map((section) => [section.key, section]));
  const told = later.flatMap((section): Difference[] => {
    const was = before.get(section.key);
    const kindsOf = was ? kindsBetween(was, section) : (["new"] as const);
    return kindsOf.length === 0 ? [] : [{ key: section.key, in: [...kindsOf] }];
  });
  const gone = earlier.filter(({ key }) => !later.some((section) => section.key === key));
  return [...told, ...gone.map(({ key }): Difference => ({ key, in: ["gone"] }))];
}

function kindsBetween(was: Compared, is: Compared): Difference["in"] {
  if (is.hiddenBecause !== null) return was.hiddenBecause === null ? ["left-out"] : [];
  const kindsOf: Difference["in"] = was.hiddenBecause === null ? [] : ["put-back"];
  if (!isSame(was.made, is.made)) kindsOf.push("figures");
  if (!isSame(was.words, is.words)) kindsOf.push("words");
  if (!isSame(was.quotes, is.quotes)) kindsOf.push("quotes");
  return kindsOf;
}

export type Version = {
  id: string;
  number: number;
  setNumber: number;
  publishedAt: Date;
  kind: VersionKind;
  /** What is different and why; null for the first. */
  reason: Text | null;
  differs: Difference[];
  withdrawn: { at: Date; reason: Text } | null;
};
