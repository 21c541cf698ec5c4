// Shares of published figures: made from what is shown, so that they tell nothing that it does not.

/** Fewer than this and there are counts alone. */
const leastBase = 30;
/** Fewer than this and a share is a whole number. */
const leastForDecimals = 100;

/** A share in per cent, and with how many decimals it may stand; null where there is none to be shown. */
export type Share = { percent: number; decimals: 0 | 1 } | null;

/** Of figures as they are shown, rounded where they were rounded; null stands for a figure that is hidden. */
export function shownShare(count: number | null, base: number | null): Share {
  if (count === null || base === null || base < leastBase) return null;
  const decimals = base < leastForDecimals ? 0 : 1;
  const factor = 10 ** decimals;
  // because a part that was rounded up may pass a base that was rounded down
  return { percent: Math.min(100, Math.round((100 * factor * count) / base) / factor), decimals };
}
