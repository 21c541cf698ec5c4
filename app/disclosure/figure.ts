// A figure that may be published: a count of people, how much care it asks for, and what anybody knows of it once it is shown
// or hidden. The practice followed: a threshold below which counts are hidden (5 in common use, 10 for what is sensitive or of
// a small place), rounding to the nearest five, "[c]" where a figure is confidential.

/** Ordinary; of an area below ward; of a special category of personal data or asked beside those (equality questions). */
export type Care = "ordinary" | "small-area" | "special";

type Rules = {
  /** Counts from 1 up to, and not including, this are hidden. */
  hiddenBelow: number;
  /** How far apart the least and the most that a hidden figure may be must lie, for whoever knows all that is shown. */
  leastSpan: number;
  /** Whether what is shown is the nearest five. */
  isRounded: boolean;
  /** The share of a group that one answer may have before the group is hidden. */
  mostOfGroup: number;
};

// Local policy: thresholds, rounding and dominance as in our statement on disclosure; the spans are what "cannot be worked out" means.
const rules: Record<Care, Rules> = {
  ordinary: { hiddenBelow: 5, leastSpan: 2, isRounded: false, mostOfGroup: 1 },
  "small-area": { hiddenBelow: 10, leastSpan: 4, isRounded: false, mostOfGroup: 1 },
  special: { hiddenBelow: 10, leastSpan: 4, isRounded: true, mostOfGroup: 0.9 },
};

export function rulesOf(care: Care): Rules {
  return rules[care];
}

export type Figure = {
  /** The same in two tables for the same figure. */
  id: string;
  count: number;
  care: Care;
  /**
   * "implied": never shown, but whoever has the others works it out, so that it is protected too.
   * "unknown": never shown and nothing to protect, such as how many did not say.
   */
  kind?: "implied" | "unknown";
  /** Of one that is never shown, the figure that it follows from. */
  about?: string;
  /** Told beside the tables whatever is hidden in them, such as how many there are in all. */
  isKnown?: boolean;
  /** What was done with it in an earlier publication, which cannot be taken back. */
  before?: "shown" | "hidden";
};

/** Nobody is nobody: a nought is shown as it is. */
export function isSmall({ count, care }: Pick<Figure, "count" | "care">): boolean {
  return count > 0 && count < rules[care].hiddenBelow;
}

const step = 5;

export function nearestFive(count: number): number {
  return Math.round(count / step) * step;
}

/** What is shown of a figure that is not hidden. */
export function shownCount({ count, care }: Pick<Figure, "count" | "care">): number {
  return rules[care].isRounded ? nearestFive(count) : count;
}

/** How far below and above what it is a figure may be for whoever sees only what is shown. */
export type Room = { down: number; up: number };

const most = Number.POSITIVE_INFINITY;

/** Noughts are only hidden beside a whole group; who reads "[c]" elsewhere knows that it is one at least. */
export function roomOf(figure: Figure, isHidden: boolean): Room {
  const { count, care, kind, before, isKnown } = figure;
  if (isKnown) return { down: 0, up: 0 };
  if (kind !== undefined) return { down: count, up: most };
  if (before === undefined ? isHidden : before === "hidden") return { down: Math.max(0, count - 1), up: most };
  const shown = shownCount(figure);
  if (!rules[care].isRounded || shown === 0) return { down: 0, up: 0 };
  const least = Math.max(rules[care].hiddenBelow, shown - 2);
  return { down: Math.max(0, count - least), up: shown + 2 - count };
}
