// Why a response that came is left out of everything that is counted. It is kept, and may be counted again.

/** The words are `office:excluded.<reason>`. */
export const exclusionReasons = ["duplicate", "blank", "test", "spam", "abusive-only", "out-of-scope", "late-not-accepted"] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export function isExclusionReason(value: unknown): value is ExclusionReason {
  return exclusionReasons.some((reason) => reason === value);
}

/** How many responses are left out for which reason. */
export type Excluded = { reason: string; count: number }[];

/** How many that are, for whatever reason. */
export function excludedInAll(excluded: Excluded): number {
  return excluded.reduce((sum, { count }) => sum + count, 0);
}
