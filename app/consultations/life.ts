// The life of a consultation: the steps that are taken with it, and the state that follows from them and from its dates.
// Nothing is flipped by a job: it is open because of its dates.
import { dayOf } from "#app/shared/dates.ts";

export const states = [
  ...(["draft", "review", "approved", "scheduled", "open", "paused", "grace", "closed"] as const),
  ...(["analysis", "report-draft", "report-published", "outcome-published", "archived"] as const),
] as const;
export type ConsultationState = (typeof states)[number];

/** Its dates, and when each step was taken last; null where it was not, or was taken back. */
export type Life = {
  submittedAt: Date | null;
  approvedAt: Date | null;
  publishedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  graceInMinutes: number;
  pausedAt: Date | null;
  /** When the pause ends by itself, where that was said. */
  pausedUntil: Date | null;
  frozenAt: Date | null;
  reportDraftedAt: Date | null;
  reportPublishedAt: Date | null;
  outcomePublishedAt: Date | null;
  archivedAt: Date | null;
};

/** What is known of a life in which nothing has happened yet. */
export const unlived: Life = {
  ...{ submittedAt: null, approvedAt: null, publishedAt: null, opensAt: null, closesAt: null, graceInMinutes: 0 },
  ...{ pausedAt: null, pausedUntil: null, frozenAt: null, reportDraftedAt: null, reportPublishedAt: null },
  ...{ outcomePublishedAt: null, archivedAt: null },
};

type Closing = Pick<Life, "closesAt" | "graceInMinutes">;

/** When a draft begun in time can no longer be sent; null while no closing is set. */
export function graceEndsAt({ closesAt, graceInMinutes }: Closing): Date | null {
  return closesAt && new Date(closesAt.getTime() + graceInMinutes * 60_000);
}

/** The last day of answering in Europe/London, "2006-03-03"; closing at midnight belongs to the day before. */
export function closesOn({ closesAt }: Pick<Life, "closesAt">): string | null {
  return closesAt && dayOf(new Date(closesAt.getTime() - 1));
}

function isPaused({ pausedAt, pausedUntil }: Life, now: Date): boolean {
  return pausedAt !== null && now >= pausedAt && (pausedUntil === null || now < pausedUntil);
}

/**
 * Open from the instant it opens up to, and not including, the instant it closes; "grace" from then until drafts begun
 * before may no longer be sent. Without an opening it does not open. A pause does not stop the clock: what closes while it is
 * paused is closed.
 */
export function stateOf(life: Life, now: Date): ConsultationState {
  const { opensAt, closesAt } = life;
  if (!life.publishedAt) return life.approvedAt ? "approved" : life.submittedAt ? "review" : "draft";
  if (!opensAt || now < opensAt) return "scheduled";
  if (!closesAt || now < closesAt) return isPaused(life, now) ? "paused" : "open";
  if (life.archivedAt) return "archived";
  if (life.outcomePublishedAt) return "outcome-published";
  if (life.reportPublishedAt) return "report-published";
  const graceEnds = graceEndsAt(life);
  if (graceEnds && now < graceEnds) return "grace";
  if (life.reportDraftedAt) return "report-draft";
  return life.frozenAt ? "analysis" : "closed";
}

/** Whether a response may be begun. */
export function isOpen(life: Life, now: Date): boolean {
  return stateOf(life, now) === "open";
}

/** Whether nobody can begin a response any more. */
export function isOver(state: ConsultationState): boolean {
  return states.indexOf(state) >= states.indexOf("grace");
}

/** Whether a draft may still be filled in and sent: while open, and in the grace if it was begun before closing. */
export function maySend(life: Life, draft: { startedAt: Date }, now: Date): boolean {
  const state = stateOf(life, now);
  if (state === "open") return true;
  return state === "grace" && life.closesAt !== null && draft.startedAt < life.closesAt;
}

/** Instants at which the public pages of the consultation read differently. */
export function turningPoints(life: Life): (Date | null)[] {
  return [life.opensAt, life.closesAt, graceEndsAt(life), life.pausedUntil];
}

/** What can be done with a consultation, and in which states. */
const takenIn = {
  submit: ["draft"],
  /** A change to what was submitted makes it a draft again. */
  "take-back": ["review", "approved"],
  return: ["review", "approved"],
  /** Somebody puts their name to one of the tests of a launch. */
  "sign-off": ["review"],
  approve: ["review"],
  schedule: ["approved", "scheduled"],
  /** By whoever runs the server, with a command. */
  publish: ["draft", "review", "approved"],
  open: ["approved", "scheduled"],
  pause: ["open"],
  resume: ["paused"],
  extend: ["open", "paused", "grace"],
  close: ["open", "paused"],
  freeze: ["closed"],
  "draft-report": ["analysis"],
  /** New questions for those who begin to answer from then on; where nobody can begin any more they would be asked of nobody. */
  "begin-version": ["scheduled", "open", "paused"],
  "publish-version": ["scheduled", "open", "paused"],
  "abandon-version": states.slice(states.indexOf("scheduled")),
  "publish-report": ["closed", "analysis", "report-draft"],
  // Gunning 4: what is decided rests on what people said, so there is no outcome before the report of it.
  "publish-outcome": ["report-published"],
  archive: ["closed", "analysis", "report-draft", "report-published", "outcome-published"],
} as const satisfies Record<string, readonly ConsultationState[]>;

export type StepKind = keyof typeof takenIn;

export const stepKinds = Object.keys(takenIn) as StepKind[];

/** Steps that everybody may read of, with their reasons. */
export const publicKinds = ["pause", "resume", "extend", "close", "publish-report", "publish-outcome", "archive"] as const satisfies StepKind[];

/** Whether the step can be taken in the state. */
export function isTakenIn(kind: StepKind, state: ConsultationState): boolean {
  const inStates: readonly ConsultationState[] = takenIn[kind];
  return inStates.includes(state);
}

/** A step to be taken, with what it needs: schedule both dates, extend the later closing, pause perhaps its end. */
export type Taking = { kind: StepKind; at: Date; opensAt?: Date; closesAt?: Date; until?: Date | null };

/** What the step changes in a life. */
export function changesOf(life: Life, { kind, at, opensAt, closesAt, until = null }: Taking): Partial<Life> {
  const publishedAt = life.publishedAt ?? at;
  switch (kind) {
    case "submit":
      return { submittedAt: at };
    case "take-back":
    case "return":
      return { submittedAt: null, approvedAt: null };
    case "sign-off":
    case "begin-version":
    case "publish-version":
    case "abandon-version":
      return {};
    case "approve":
      return { approvedAt: at };
    case "publish":
      return { publishedAt };
    case "schedule":
      return { publishedAt, ...(opensAt && { opensAt }), ...(closesAt && { closesAt }) };
    case "open":
      return { publishedAt, opensAt: at };
    case "pause":
      return { pausedAt: at, pausedUntil: until };
    case "resume":
      return { pausedAt: null, pausedUntil: null };
    case "extend":
      return closesAt ? { closesAt } : {};
    case "close":
      return { closesAt: at, pausedAt: null, pausedUntil: null };
    case "freeze":
      return { frozenAt: at };
    case "draft-report":
      return { reportDraftedAt: at };
    case "publish-report":
      return { reportPublishedAt: at };
    case "publish-outcome":
      return { outcomePublishedAt: at };
    case "archive":
      return { archivedAt: at };
  }
}
