// An analysis set: the responses of a consultation as they were at one moment, which of them are included and which are not and why.
import { exclusionReasons } from "#app/consultations/exclusion.ts";

/** Why a response is in a set without being included; the words are `analysis:because.<reason>`. */
export const absences = [...exclusionReasons, "withdrawn"] as const;
export type Absence = (typeof absences)[number];

/** How a set differs from another, or from what there is now; the words are `analysis:change.<kind>`. */
export const changeKinds = ["late", "changed", "withdrawn", "left-out", "taken-in"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type Changes = Record<ChangeKind, number>;

export function changesInAll(changes: Changes): number {
  return changeKinds.reduce((sum, kind) => sum + changes[kind], 0);
}

export type AnalysisSet = {
  id: string;
  number: number;
  /** Why it was made, where there was one before. */
  reason: string | null;
  askedAt: Date;
  /** The moment whose responses they are; null until they are in. */
  frozenAt: Date | null;
  /** Null while it is being made: nothing is worked out from it before. */
  finishedAt: Date | null;
  toldAt: Date;
  done: number;
  of: number;
  included: number;
  excluded: number;
  /** How many times something in it had to be deleted; nothing else changes what is in it. */
  erasures: number;
};

/** One that has told nothing for so long was given up by whoever made it. */
const silentForInMs = 5 * 60_000;

/** Whether somebody is at it. */
export function isBeingMade({ finishedAt, toldAt }: Pick<AnalysisSet, "finishedAt" | "toldAt">, now: Date): boolean {
  return finishedAt === null && now.getTime() - toldAt.getTime() < silentForInMs;
}

/** Characters of a reason. */
export const longestReason = 500;
