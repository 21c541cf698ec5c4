// Parts of an answer that the public does not see, each for a reason; the answer itself stays as it was written.

/** Why words are removed; the words are `moderation:reason.<reason>`, what stands in their place `moderation:removed.<reason>`. [B6] */
export const removalReasons = [
  ...(["personal-own", "personal-other", "defamatory", "abusive", "commercial", "sub-judice", "copyright", "off-topic-link"] as const),
] as const;
export type RemovalReason = (typeof removalReasons)[number];

export function isRemovalReason(value: unknown): value is RemovalReason {
  return removalReasons.some((reason) => reason === value);
}

/** From `start` up to, and not including, `end`, in UTF-16 code units of the original text. */
export type Removal<Reason extends string = RemovalReason> = { start: number; end: number; reason: Reason };

/** What is read of a text: its words, or why some are not there. */
export type Segment<Reason extends string = RemovalReason> = { text: string } | { removed: Reason };

/** The text with each part removed standing as its reason; parts that touch or overlap for one reason are one. */
export function segmentsOf<Reason extends string = RemovalReason>(text: string, removals: readonly Removal<Reason>[]): Segment<Reason>[] {
  const segments: Segment<Reason>[] = [];
  let at = 0;
  for (const { start, end, reason } of removals.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const [from, to] = [Math.max(at, start), Math.min(text.length, end)];
    if (to <= from) continue;
    if (from > at) segments.push({ text: text.slice(at, from) });
    const last = segments.at(-1);
    if (!last || !("removed" in last) || last.removed !== reason) segments.push({ removed: reason });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}

/** Whether nothing that says something is left. */
export function isAllRemoved(segments: readonly Segment[]): boolean {
  return !segments.some((segment) => "text" in segment && /[\p{L}\p{N}]/u.test(segment.text));
}

/** The most that is typed to say which words. */
export const longestWords = 5000;

/**
 * Where these words stand in a text, every time; as they are written if they are, else without regard to capitals and to how many
 * blanks part them. They begin and end where words do not go on.
 */
export function findWords(text: string, typed: string): { start: number; end: number }[] {
  const words = typed.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const [first, last] = [words[0]!, words.at(-1)!];
  const whole = `${/^[\p{L}\p{N}]/u.test(first) ? "(?<![\\p{L}\\p{N}\\p{M}])" : ""}${pattern}${/[\p{L}\p{N}\p{M}]$/u.test(last) ? "(?![\\p{L}\\p{N}\\p{M}])" : ""}`;
  for (const flags of ["gu", "giu"]) {
    const found = [...text.matchAll(new RegExp(whole, flags))].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
    if (found.length > 0) return found;
  }
  return [];
}
