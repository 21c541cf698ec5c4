// How far the sealing of a box is, as its page tells it: steps and percent, never how many ballots there are.

/** In their order; the words are `poll:sealing.step.<step>`. All before `key` is one transaction, which holds or leaves everything as it was. */
export const sealingSteps = ["waiting", "opening", "writing", "publishing", "key"] as const;
export type SealingStep = (typeof sealingSteps)[number];

/** Told of a step, and of how much of it is done, from 0 to 1. */
export type TellSealing = (step: SealingStep, share?: number) => Promise<void>;

/** How much of the whole is done when a step begins, in percent: opening takes as long as all the others. */
const beginsAt: Record<SealingStep, number> = { waiting: 0, opening: 2, writing: 55, publishing: 75, key: 95 };

/** How much of the whole is done, in whole percent; 100 is the end, which no step tells. */
export function percentOf(step: SealingStep, share = 0): number {
  const next = sealingSteps[sealingSteps.indexOf(step) + 1];
  const end = next === undefined ? 99 : beginsAt[next];
  return Math.floor(beginsAt[step] + (end - beginsAt[step]) * Math.min(1, Math.max(0, share)));
}

/** What stopped a sealing; the words are `poll:not-sealed.<code>`. Nothing is changed then. */
export const sealingProblems = ["no-key", "backup", "open", "papers", "unopened", "nobodys"] as const;
export type SealingProblem = (typeof sealingProblems)[number];

export type SealingRun = {
  startedAt: Date;
  toldAt: Date;
  step: SealingStep;
  percent: number;
  problem: SealingProblem | null;
  /** Of how many ballots the problem is told. */
  count: number | null;
};

/** One that has told nothing for so long was broken off, most likely with its server: everything is as it was, and it may be begun again. */
const silentForInMs = 90_000;

/** What a run is doing: under way, stopped by a problem, or broken off. */
export function standingOfRun({ toldAt, problem }: Pick<SealingRun, "toldAt" | "problem">, now: Date): "under-way" | "stopped" | "broken-off" {
  if (problem !== null) return "stopped";
  return now.getTime() - toldAt.getTime() < silentForInMs ? "under-way" : "broken-off";
}
