// A request for information about what people answered, and its clock. Sources: Freedom of Information Act 2000 (FOIA), Environmental
// Information Regulations 2004 (EIR), and the Code of Practice under s.45 FOIA (2018).
import { bankHolidaysAnywhere } from "#app/shared/bank-holidays.ts";
import { clearWorkingDays, workingDaysAfter } from "#app/shared/working-days.ts";

/** Under which it is answered; the words are `information-requests:law.<law>`. */
export const laws = ["foia", "eir"] as const;
export type Law = (typeof laws)[number];

/** What happens to a request, in the order of its life; the words are `information-requests:step.<kind>`. */
export const stepKinds = [
  ...(["clarify", "clarified", "extend", "given", "given-partly", "refused", "lapsed"] as const),
  ...(["review", "review-upheld", "review-changed"] as const),
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What answers it. */
const answers: readonly StepKind[] = ["given", "given-partly", "refused", "lapsed"];

export type Step = { kind: StepKind; on: string };

/** Where a request is; the words are `information-requests:state.<state>`. */
export type State = "running" | "stopped" | "answered" | "review" | "reviewed";

export type Clock = {
  state: State;
  /** The last day to answer on; null while it waits for whoever asked. */
  dueOn: string | null;
  isExtended: boolean;
  /** The last day to answer the review on, and the last of all where it is complex. */
  reviewDueOn: string | null;
  reviewLatestOn: string | null;
  /** The last day on which a review may be asked for; null before it is answered. */
  reviewUntil: string | null;
  /** When it was answered for the last time; null while anything is owed. */
  closedOn: string | null;
};

/** Working days to answer in. [FOIA s.10(1); EIR reg 5(2)] */
export const daysToAnswer = 20;
/** Working days once it is extended. [EIR reg 7(1)] Of FOIA s.10(3), "such time as is reasonable": local policy, after the Commissioner's guidance, twenty more. */
export const daysExtended = 40;
/** Working days for an internal review. [s.45 Code, part 5: 20, and no more than 40 where it is complex] [EIR reg 11(4): 40] */
const daysToReview: Record<Law, number> = { foia: 20, eir: 40 };
const daysToReviewAtMost = 40;
/** Working days in which one may be asked for. [EIR reg 11(2); s.45 Code, part 5] */
const daysToAskForReview = 40;

/** Not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in any part of the United Kingdom. [FOIA s.10(6); EIR reg 2(1)] */
const after = (date: string, days: number) => workingDaysAfter(date, days, bankHolidaysAnywhere);

/** Where it is, from the day of receipt and the steps in the order in which they were taken. */
export function clockOf(law: Law, receivedOn: string, steps: readonly Step[]): Clock {
  let [state, from, isExtended]: [State, string, boolean] = ["running", receivedOn, false];
  let [reviewOn, answeredOn, closedOn]: [string | null, string | null, string | null] = [null, null, null];
  for (const { kind, on } of steps) {
    closedOn = null;
    if (kind === "clarify") state = "stopped";
    // [FOIA s.1(3) and s.10(6); EIR reg 9(4)] it counts from the day on which what was asked came
    else if (kind === "clarified") [state, from] = ["running", on];
    else if (kind === "extend") isExtended = true;
    else if (kind === "review") [state, reviewOn] = ["review", on];
    else {
      const isAnswer = answers.includes(kind);
      [state, closedOn] = [isAnswer ? "answered" : "reviewed", on];
      if (isAnswer) answeredOn = on;
    }
  }
  return {
    ...{ state, isExtended, closedOn },
    dueOn: state === "stopped" ? null : after(from, isExtended ? daysExtended : daysToAnswer),
    reviewDueOn: reviewOn && after(reviewOn, daysToReview[law]),
    reviewLatestOn: reviewOn && after(reviewOn, daysToReviewAtMost),
    reviewUntil: answeredOn && after(answeredOn, daysToAskForReview),
  };
}

/**
 * What may happen next: extended once, while the days to answer in still run. [EIR reg 7(3); FOIA s.17(2)] A review that is asked
 * for late need not be taken on, but may be.
 */
export function stepsFrom({ state, dueOn, isExtended }: Clock, today: string): StepKind[] {
  switch (state) {
    case "running":
      return ["clarify", ...(!isExtended && dueOn !== null && today <= dueOn ? (["extend"] as const) : []), "given", "given-partly", "refused", "lapsed"];
    case "stopped":
      return ["clarified", "lapsed"];
    case "answered":
      return ["review"];
    case "review":
      return ["review-upheld", "review-changed"];
    case "reviewed":
      return [];
  }
}

/** Those that whoever asked is told the reason of. [FOIA s.16, s.17; EIR reg 7(3), reg 14] */
export function needsReason(kind: StepKind): boolean {
  return ["clarify", "extend", "given-partly", "refused", "review-upheld", "review-changed"].includes(kind);
}

/** With which what was decided to be given goes out. */
export function isGiving(kind: StepKind): boolean {
  return kind === "given" || kind === "given-partly" || kind === "review-changed";
}

/** Whether what is given may still be decided: until it is answered, and again while it is reviewed. */
export function isDecidable({ state }: Pick<Clock, "state">): boolean {
  return state === "running" || state === "stopped" || state === "review";
}

/** The next day that is waited for; null where none is. */
export function nextDueOn({ state, dueOn, reviewDueOn }: Clock): string | null {
  return state === "running" ? dueOn : state === "review" ? reviewDueOn : null;
}

/** Working days from today, which is not counted, up to and with the day it is due; below nought so many that it is late. */
export function workingDaysLeft(dueOn: string, today: string): number {
  const [from, until] = today <= dueOn ? [today, dueOn] : [dueOn, today];
  // because the day it is due is a working day, and today may be none
  const between = clearWorkingDays(from, until, bankHolidaysAnywhere) + Number(from < until && after(until, 0) === until);
  return today <= dueOn ? between : -between;
}

/** What a list of requests can be narrowed to; the words are `information-requests:show.<show>`. */
export const shows = ["open", "late", "closed", "all"] as const;
export type Show = (typeof shows)[number];

/** Months after it was closed until whoever asked is forgotten: time for a review and a complaint to the Commissioner. Local policy. */
export const askersKeptInMonths = 12;
