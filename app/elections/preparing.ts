// When a poll may be prepared.
import type { ElectionState } from "./election.ts";

/** The words are `roll:prepare.not.<why>`. */
export type WhyNotPrepared = "prepared" | "uncontested" | "not-confirmed" | "too-late" | "nobody" | "misplaced" | "conflicts" | "conflicts-delegates";

type Asked = { state: ElectionState; isPrepared: boolean; closesAt: Date | null; standing: number; conflicts: number; delegates?: number; misplaced?: number };

/** Why the poll cannot be prepared; null where it can: once candidates are confirmed, where there are more of them than places. */
export function whyNotPrepared({ state, isPrepared, closesAt, standing, conflicts, delegates = 1, misplaced = 0 }: Asked, now: Date): WhyNotPrepared | null {
  if (isPrepared) return "prepared";
  if (state === "uncontested") return "uncontested";
  if (state !== "candidates-confirmed" || closesAt === null) return "not-confirmed";
  if (now >= closesAt) return "too-late";
  if (standing === 0) return "nobody";
  if (misplaced > 0) return "misplaced";
  if (conflicts > 0) return delegates > 1 ? "conflicts-delegates" : "conflicts";
  return null;
}

/** With fewer voters than this the figures of a result can show how somebody voted. Local policy, from D6. [COUNTING 4.8] */
const fewVoters = 10;

/** Whether so few vote that they are told beforehand what a result may show. */
export function isFew(standing: number): boolean {
  return standing > 0 && standing < fewVoters;
}
