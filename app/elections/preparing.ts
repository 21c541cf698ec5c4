// When a poll may be prepared.
import type { ElectionState } from "./election.ts";

/** The words are `roll:prepare.not.<why>`. */
export type WhyNotPrepared = "prepared" | "uncontested" | "not-confirmed" | "too-late" | "nobody" | "conflicts";

type Asked = { state: ElectionState; isPrepared: boolean; closesAt: Date | null; standing: number; conflicts: number };

/** Why the poll cannot be prepared; null where it can: once candidates are confirmed, where there are more of them than places. */
export function whyNotPrepared({ state, isPrepared, closesAt, standing, conflicts }: Asked, now: Date): WhyNotPrepared | null {
  if (isPrepared) return "prepared";
  if (state === "uncontested") return "uncontested";
  if (state !== "candidates-confirmed" || closesAt === null) return "not-confirmed";
  if (now >= closesAt) return "too-late";
  if (standing === 0) return "nobody";
  return conflicts > 0 ? "conflicts" : null;
}

/** With fewer voters than this the figures of a result can show how somebody voted. Local policy, from D6. [COUNTING 4.8] */
const fewVoters = 10;

/** Whether so few vote that they are told beforehand what a result may show. */
export function isFew(standing: number): boolean {
  return standing > 0 && standing < fewVoters;
}
