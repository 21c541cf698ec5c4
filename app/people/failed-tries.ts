// How long somebody waits after tries that failed: not at all at first, then twice as long after each, an hour at most, so that
// guessing leads nowhere and nobody is locked out for good.

/** What is kept of the tries at one thing for one account. */
export type Tries = { failures: number; lastAt: Date; nextAt: Date };

const freeTries = 5;
const firstWaitInSeconds = 30;
const longestWaitInSeconds = 3_600;
/** So long after the last that failed, they are forgotten. */
const forgottenAfterHours = 24;

export function areForgotten({ lastAt }: Pick<Tries, "lastAt">, now: Date): boolean {
  return now.getTime() - lastAt.getTime() >= forgottenAfterHours * 3_600_000;
}

function waitAfter(failures: number): number {
  if (failures < freeTries) return 0;
  return Math.min(longestWaitInSeconds, firstWaitInSeconds * 2 ** (failures - freeTries)) * 1000;
}

/**
 * Counts a try before it is made, as one that fails, so that many at once are too many; whoever gets it right has their tries
 * forgotten. `null` while the last wait is not over.
 */
export function countTry(before: Tries | null, now: Date): Tries | null {
  if (before && before.nextAt > now) return null;
  const failures = before && !areForgotten(before, now) ? before.failures + 1 : 1;
  return { failures, lastAt: now, nextAt: new Date(now.getTime() + waitAfter(failures)) };
}

/** Minutes until then, one at least. */
export function minutesUntil(instant: Date, now: Date): number {
  return Math.max(1, Math.ceil((instant.getTime() - now.getTime()) / 60_000));
}
