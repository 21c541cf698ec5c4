// From the sealed box to the confirmed result: what may be done when, and what stands in its way. [D3, D6]
import { dayOf } from "#app/shared/dates.ts";
import type { ElectionState, StepKind } from "./election.ts";
import type { Timetable } from "./timetable.ts";

type Situation = {
  state: ElectionState;
  steps: readonly StepKind[];
  scrutineerIds: readonly string[];
  signed: readonly { personId: string }[];
  timetable: Pick<Timetable, "challengesUntil" | "withdrawalsUntil"> | null;
  /** Challenges that nobody has ruled on yet. */
  open: number;
  /** Whether one was upheld. */
  isUpheld: boolean;
  /** Whether fewer voted than must: then nothing is counted, and it is declared that nobody is elected. */
  isBelow: boolean;
};

/** The words are `results:office.deed.<deed>`. */
export const deeds = ["count", "sign", "declare", "confirm", "annul"] as const;
export type Deed = (typeof deeds)[number];

/** Why a deed cannot be done now; the words are `results:office.wait.<code>`. Null where it can; "not-now" where its time is not or has passed. */
export type Wait = "not-now" | "no-lot" | "unsigned" | "challenges-open" | "until-later" | "not-upheld";

export function waitFor(deed: Deed, { state, steps, scrutineerIds, signed, timetable, open, isUpheld, isBelow }: Situation, now: Date): Wait | null {
  const did = (kind: StepKind) => steps.includes(kind);
  switch (deed) {
    case "count":
      if (state !== "counting" || isBelow) return "not-now";
      // Local policy: the lot is drawn before anybody has seen a figure, whether it will be needed or not. [COUNTING 4.5]
      return did("lots-drawn") ? null : "no-lot";
    case "sign":
      return state === "provisional-result" || state === "scrutiny" || (state === "counting" && isBelow) ? null : "not-now";
    case "declare":
      if (state === "uncontested") return null;
      if (state !== "provisional-result" && state !== "scrutiny") return "not-now";
      return scrutineerIds.every((id) => signed.some(({ personId }) => personId === id)) && signed.length > 0 ? null : "unsigned";
    case "confirm":
      if (state !== "declared" && state !== "challenged") return "not-now";
      if (open > 0) return "challenges-open";
      return timetable === null || dayOf(now) > timetable.challengesUntil ? null : "until-later";
    case "annul":
      if (state !== "declared" && state !== "challenged") return "not-now";
      return isUpheld ? null : "not-upheld";
  }
}

type Turnout = { turnoutLeast: number | null; totals: { returned: number; issued: number } | null };

/** Whether fewer voted than the notice says must: no place is filled then. [D3] */
export function isBelowTurnout({ turnoutLeast, totals }: Turnout): boolean {
  return turnoutLeast !== null && totals !== null && totals.returned * 100 < turnoutLeast * totals.issued;
}

/** Whether a result may be challenged: from its declaration to the end of the last day for it. */
export function mayChallenge(state: ElectionState, timetable: Pick<Timetable, "challengesUntil"> | null, now: Date): boolean {
  return (state === "declared" || state === "challenged") && timetable !== null && dayOf(now) <= timetable.challengesUntil;
}

/** In characters. */
export const longest = { name: 120, grounds: 4000, report: 4000, reason: 1000 } as const;
