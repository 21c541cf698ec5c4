// The dates of an election and how they follow from each other. They are proposed by the usual lengths, may be changed one by one,
// and are argued with: what cannot be is an error, what is unwise is said. [D3]
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import { clearWorkingDays, isWorkingDay, workingDaysAfter } from "#app/shared/working-days.ts";

/** In the order of the days; the words are `elections:day.<day>`. */
export const timetableDays = [
  ...(["noticeOn", "qualifyingOn", "nominationsOpenOn", "nominationsCloseOn", "withdrawalsUntil", "candidatesOn"] as const),
  ...(["pollOpensOn", "pollClosesOn", "countOn", "challengesUntil"] as const),
] as const;
export type TimetableDay = (typeof timetableDays)[number];

/** Dates in Europe/London. Nominations close at noon of their last day; the poll closes at `pollClosesTime` of its last. */
export type Timetable = Record<TimetableDay, string> & { pollClosesTime: string };

/** Local policy, from the practice of networks [D1, D3]: days, and working days where said. */
export const usual = {
  qualifyingBefore: 14,
  nominations: 21,
  withdrawals: 3,
  candidates: 2,
  poll: 14,
  challengesInWorkingDays: 5,
  pollClosesTime: "15:00",
} as const;

/** When nominations close on their last day. [D1] */
export const nominationsCloseTime = "12:00";

type Follows = Record<Exclude<TimetableDay, "noticeOn" | "qualifyingOn">, [after: TimetableDay, on: (day: string) => string]>;
const onWorkingDay = (date: string) => (isWorkingDay(date) ? date : workingDaysAfter(date, 1));
const daysLater = (days: number) => (day: string) => onWorkingDay(addDays(day, days));

/** Which day a date follows, and by how much, in the order of the days. What people must do by hand ends on a working day. */
const follows: Follows = {
  nominationsOpenOn: ["noticeOn", (day) => day],
  nominationsCloseOn: ["nominationsOpenOn", daysLater(usual.nominations)],
  withdrawalsUntil: ["nominationsCloseOn", daysLater(usual.withdrawals)],
  candidatesOn: ["withdrawalsUntil", daysLater(usual.candidates)],
  pollOpensOn: ["candidatesOn", daysLater(1)],
  pollClosesOn: ["pollOpensOn", daysLater(usual.poll)],
  countOn: ["pollClosesOn", (day) => workingDaysAfter(day, 1)],
  challengesUntil: ["countOn", (day) => workingDaysAfter(day, usual.challengesInWorkingDays)],
};
const following = Object.entries(follows) as [keyof Follows, Follows[keyof Follows]][];

/** The timetable that follows from the day of the notice by the usual lengths. */
export function proposedTimetable(noticeOn: string): Timetable {
  const days = { noticeOn, qualifyingOn: addDays(noticeOn, -usual.qualifyingBefore) } as Timetable;
  for (const [day, [after, on]] of following) days[day] = on(days[after]);
  return { ...days, pollClosesTime: usual.pollClosesTime };
}

/** The same dates, each that would now come too early moved to the usual length after the one that it follows; those that `stand` stay. */
export function movedLater(timetable: Timetable, stand: readonly TimetableDay[]): Timetable {
  const days = { ...timetable };
  for (const [day, [after, on]] of following) {
    const may = order.find(([first, second]) => first === after && second === day)![2];
    const isEarly = may === "same" ? days[day] < days[after] : days[day] <= days[after];
    if (isEarly && !stand.includes(day)) days[day] = on(days[after]);
  }
  return days;
}

/** The words are `elections:timetable.<code>`; `day` is the date to look at. Errors cannot be saved, doubts can, with open eyes. */
export type TimetableProblem = {
  day: TimetableDay;
  code: "before" | "notice-past" | "poll-too-short" | "nominations-short" | "poll-short" | "poll-long" | "not-working-day" | "qualifying-late" | "challenges-short";
  isError: boolean;
  /** The day it must not come before, or the figure it falls short of. */
  than?: TimetableDay;
  days?: number;
};

/** Pairs of days of which the second may not come before the first; and whether they may be the same. */
const order: [TimetableDay, TimetableDay, "same" | "later"][] = [
  ["qualifyingOn", "pollOpensOn", "later"],
  ["noticeOn", "nominationsOpenOn", "same"],
  ["nominationsOpenOn", "nominationsCloseOn", "later"],
  ["nominationsCloseOn", "withdrawalsUntil", "same"],
  ["withdrawalsUntil", "candidatesOn", "same"],
  ["candidatesOn", "pollOpensOn", "later"],
  ["pollOpensOn", "pollClosesOn", "same"],
  ["pollClosesOn", "countOn", "same"],
  ["countOn", "challengesUntil", "later"],
];

/** Fewest days before which something is doubted. Local policy, from D1. */
export const least = { nominations: 14, poll: 7, challengesInWorkingDays: 3 } as const;
/** A poll longer than this is doubted: people put it off and forget. Local policy. */
export const longestPoll = 28;

/** All that is wrong or unwise in a timetable, by day. `today`: a notice is not given in the past; null where it has been given. */
export function timetableProblems(timetable: Timetable, today: string | null): TimetableProblem[] {
  const problems: TimetableProblem[] = [];
  for (const [first, second, may] of order) {
    const isWrong = may === "same" ? timetable[second] < timetable[first] : timetable[second] <= timetable[first];
    if (isWrong) problems.push({ day: second, code: "before", isError: true, than: first });
  }
  if (today !== null && timetable.noticeOn < today) problems.push({ day: "noticeOn", code: "notice-past", isError: true });
  const length = (from: TimetableDay, to: TimetableDay) => (Date.parse(timetable[to]) - Date.parse(timetable[from])) / 86_400_000;
  const doubt = (day: TimetableDay, code: TimetableProblem["code"], days?: number) => problems.push({ day, code, isError: false, ...(days !== undefined && { days }) });
  if (problems.length > 0) return problems;
  if (pollClosesAt(timetable).getTime() - instantAt(timetable.pollOpensOn, "00:00").getTime() < 3_600_000) {
    return [{ day: "pollClosesOn", code: "poll-too-short", isError: true }];
  }
  if (length("nominationsOpenOn", "nominationsCloseOn") < least.nominations) doubt("nominationsCloseOn", "nominations-short", least.nominations);
  if (length("pollOpensOn", "pollClosesOn") < least.poll) doubt("pollClosesOn", "poll-short", least.poll);
  if (length("pollOpensOn", "pollClosesOn") > longestPoll) doubt("pollClosesOn", "poll-long", longestPoll);
  if (timetable.qualifyingOn > timetable.noticeOn) doubt("qualifyingOn", "qualifying-late");
  for (const day of ["nominationsCloseOn", "pollClosesOn", "countOn"] as const) if (!isWorkingDay(timetable[day])) doubt(day, "not-working-day");
  const days = clearWorkingDays(timetable.countOn, addDays(timetable.challengesUntil, 1));
  if (days < least.challengesInWorkingDays) doubt("challengesUntil", "challenges-short", least.challengesInWorkingDays);
  return problems;
}

/** The instant from which no vote is taken. */
export function pollClosesAt({ pollClosesOn, pollClosesTime }: Pick<Timetable, "pollClosesOn" | "pollClosesTime">): Date {
  return instantAt(pollClosesOn, pollClosesTime);
}

/** The instant from which no nomination is taken. */
export function nominationsCloseAt({ nominationsCloseOn }: Pick<Timetable, "nominationsCloseOn">): Date {
  return instantAt(nominationsCloseOn, nominationsCloseTime);
}

/** The instant from which nobody puts themselves on the roll: with nominations, so that the roll can be looked at before the poll. Local policy. */
export function registeringClosesAt(timetable: Pick<Timetable, "nominationsCloseOn">): Date {
  return nominationsCloseAt(timetable);
}

/** Whether a day of the timetable has come. */
export function hasCome(day: string, now: Date): boolean {
  return day <= dayOf(now);
}
