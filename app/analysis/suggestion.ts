// What is suggested from the texts themselves, and what became of it: a suggestion is never a code until a person says so.
import { wordsOf } from "#app/text-mining/words.ts";
import type { Collocation, Key, Terms } from "#app/text-mining/keyness.ts";
import type { Measured } from "#app/text-mining/classifier.ts";

/** What is looked for: what texts have in common, or which texts a codeframe's codes may belong to. */
export const runKinds = ["themes", "codes"] as const;
export type RunKind = (typeof runKinds)[number];

/** Where a suggested code comes from: what coders decided before, texts of a suggested theme that was made a code, or a model outside. */
export const sources = ["classifier", "theme", "outside"] as const;
export type Source = (typeof sources)[number];

/** How far a run is; one that nobody heard of for so long is taken for broken off. */
export type RunProgress = { toldAt: Date; done: number; of: number; finishedAt: Date | null };

const silentForMs = 10 * 60_000;

export function isUnderWay({ toldAt, finishedAt }: Pick<RunProgress, "toldAt" | "finishedAt">, now: Date): boolean {
  return finishedAt === null && now.getTime() - toldAt.getTime() < silentForMs;
}

/** What a classifier of one code was measured at, or that there were too few decisions to learn from. */
export type CodeMeasure = { codeId: string } & ({ measured: Measured } | { measured: null; decisions: number; carrying: number });

/** A text as its stems in the order of its words, with a gap for each that tells nothing. */
export function termsIn(positions: readonly (readonly [lexeme: string, at: readonly number[] | null])[]): Terms {
  const terms: (string | null)[] = [];
  for (const [lexeme, at] of positions) {
    if (!/\p{L}{3}/u.test(lexeme)) continue;
    for (const one of at ?? []) terms[one - 1] = lexeme;
  }
  return Array.from(terms, (term) => term ?? null);
}

/** The word that most of these texts write for a stem; the stem where none does. */
export function asWritten(stem: string, texts: readonly string[]): string {
  const beginning = stem.slice(0, Math.max(3, stem.length - 1));
  const counts = new Map<string, number>();
  for (const text of texts) for (const { word } of wordsOf(text)) if (word.startsWith(beginning) && word.length <= stem.length + 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || one.length - other.length || (one < other ? -1 : 1))[0]?.[0] ?? stem;
}

/** What a theme is told by: its key terms and the pairs that stand together in it, as its texts write them. */
export function toldBy({ keys, collocations }: { keys: readonly Key[]; collocations: readonly Collocation[] }, texts: readonly string[]): { terms: string[]; pairs: string[] } {
  const write = (stem: string) => asWritten(stem, texts);
  return { terms: [...new Set(keys.map(({ term }) => write(term)))], pairs: [...new Set(collocations.map(({ terms }) => terms.map(write).join(" ")))] };
}

/** Of what was suggested how much a person took up, and how much not. */
export type Helped = {
  themes: { suggested: number; taken: number; dismissed: number };
  codes: { source: Source; suggested: number; accepted: number; rejected: number }[];
};
