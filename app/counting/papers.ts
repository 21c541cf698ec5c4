// What one paper says, once whoever withdrew is off it: ranked for the single transferable vote, or as marks for the rules without ranks.
import type { Candidate, Contest, Preference } from "./contest.ts";

/** Whether a candidate withdrew, at their number. */
export function withdrawnOf(contest: Contest): boolean[] {
  const isWithdrawn = Array.from({ length: contest.candidates.length + 1 }, () => false);
  for (const candidate of contest.withdrawn) isWithdrawn[candidate] = true;
  return isWithdrawn;
}

/** Ascending, those who did not withdraw. */
export function standingOf(contest: Contest): Candidate[] {
  const isWithdrawn = withdrawnOf(contest);
  return contest.candidates.map((_, index) => index + 1).filter((candidate) => !isWithdrawn[candidate]);
}

/** First to last, up to the first rank that was given to two or left out; a rank that only withdrawn candidates had closes up. */
export function preferencesOf(preferences: readonly Preference[], isWithdrawn: readonly boolean[]): readonly Candidate[] {
  if (isPlain(preferences, isWithdrawn)) return preferences;
  const ranked: Candidate[] = [];
  for (const preference of preferences) {
    if (typeof preference === "number") {
      if (!isWithdrawn[preference]) ranked.push(preference);
      continue;
    }
    const standing = preference.filter((candidate) => !isWithdrawn[candidate]);
    if (preference.length === 0 || standing.length > 1) break;
    ranked.push(...standing);
  }
  return ranked;
}

/** Nearly every paper: one candidate at each rank, and nobody who withdrew. */
function isPlain(preferences: readonly Preference[], isWithdrawn: readonly boolean[]): preferences is readonly Candidate[] {
  for (const preference of preferences) if (typeof preference !== "number" || isWithdrawn[preference]) return false;
  return true;
}

/** Everybody named on the paper, once each, whatever the ranks. */
export function marksOf(preferences: readonly Preference[], isWithdrawn: readonly boolean[]): Candidate[] {
  return [...new Set(preferences.flat())].filter((candidate) => !isWithdrawn[candidate]);
}
