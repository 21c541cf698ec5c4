// How long what belongs to an election is kept: roll, sealed ballots, private addresses and the papers themselves, for a year, and then
// destroyed. What was published stays. [COUNTING 4.6]
import { addMonths, dayOf } from "#app/shared/dates.ts";
import { endingSteps, type Method, type StepKind } from "./election.ts";

export const keptInMonths = 12;

type Step = { kind: StepKind; at: Date };
/** The words are `results:kept.from.<from>`. */
export type KeepingClock = { from: (typeof endingSteps)[number]; on: string };

/**
 * From which day the year counts: that of the confirmation, or on which the election came to nothing; as long as a declared result is not
 * confirmed, from the last day for challenges. Null while the election goes on.
 */
export function keepingClock({ steps, challengesUntil }: { steps: readonly Step[]; challengesUntil: string | null }): KeepingClock | null {
  const last = steps.findLast(({ kind }) => endingSteps.some((ending) => ending === kind));
  if (!last) return null;
  const on = dayOf(last.at);
  const from = last.kind as KeepingClock["from"];
  return { from, on: from === "declared" && challengesUntil !== null && challengesUntil > on ? challengesUntil : on };
}

/** The last day on which it is kept. */
export function fileKeptUntil({ on }: KeepingClock): string {
  return addMonths(on, keptInMonths);
}

export type Keeping = { clock: KeepingClock | null; /** A challenge is not ruled on. */ isChallenged: boolean; /** An officer holds it. */ isHeld: boolean; /** A seat is free that whoever the ballots put next may take. [D4(a)] */ isAwaited: boolean; destroyedOn: string | null };

/** Whether its time is over and nothing holds it: from the day after the last. */
export function isFileDue({ clock, isChallenged, isHeld, isAwaited, destroyedOn }: Keeping, today: string): boolean {
  return clock !== null && destroyedOn === null && !isChallenged && !isHeld && !isAwaited && fileKeptUntil(clock) < today;
}

/** The day of a step; null where it was not taken. */
export function dayOfStep(steps: readonly Step[], kind: StepKind): string | null {
  const step = steps.find((one) => one.kind === kind);
  return step ? dayOf(step.at) : null;
}

/** Whether there are papers and envelopes in somebody's cupboard: where votes are cast on paper and the poll was prepared. */
export function mayHavePapers({ method, steps }: { method: Method; steps: readonly Pick<Step, "kind">[] }): boolean {
  return method !== "online" && steps.some(({ kind }) => kind === "poll-prepared");
}

/** Days after which the returning officer is asked again. Local policy. */
export const papersAskedAgainInDays = 28;

/** How papers are destroyed; the words are `results:kept.way.<way>`. */
export const ways = ["shredded", "burned", "collected"] as const;
export type Way = (typeof ways)[number];

/** Whether the returning officer says now that the papers are destroyed: once the file is, and once only. */
export function waitsForPapers(election: { method: Method; steps: readonly Step[] }): boolean {
  return mayHavePapers(election) && dayOfStep(election.steps, "file-destroyed") !== null && dayOfStep(election.steps, "papers-destroyed") === null;
}
