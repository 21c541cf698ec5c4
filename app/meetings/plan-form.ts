// A year's meetings of a body as an officer plans them: the first, how often, until when, and where.
import { addDays, addMonths, dayOf, instantAt } from "#app/shared/dates.ts";
import type { Entries } from "#app/shared/edits.ts";
import { languages } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { dayUnit, readDay } from "#app/shared/typed-day.ts";
import { readPlace, readTimes, type DetailsProblem, type MeetingDetails } from "./meeting-form.ts";
import { datesFrom, isRhythm } from "./meeting-dates.ts";

/** Local policy: two years is as far as dates are agreed in advance. */
const longestInMonths = 24;

/** The words are `meetings:details-problem.<code>`. */
export type PlanProblem = DetailsProblem | { input: string; code: "body" | "rhythm" | "until-before" | "until-far"; most?: number };

/** Every input of the plan, as it is carried from the page where it is typed to the one where dates are chosen. */
export const planInputs: readonly string[] = [
  ...["body", ...dayUnit("on"), "rhythm", ...dayUnit("until"), "starts", "ends"],
  ...[...languages.map((language) => `venue-${language}`), "address", "link", "access", "isOpen"],
];

export function planEntries(query: URLSearchParams): Entries {
  return Object.fromEntries(planInputs.map((input) => [input, query.getAll(input).join(" ")]));
}

export type Plan = { bodyId: string; dates: string[]; detailsOn: (date: string) => MeetingDetails };

/** The dates that were asked for, and what a meeting on any of them would be; or all that is wrong. */
export function readPlan(entries: Entries, bodyIds: readonly string[], now: Date): Result<Plan, PlanProblem[]> {
  const problems: PlanProblem[] = [];
  const bodyId = bodyIds.find((id) => id === entries.body);
  if (bodyId === undefined) problems.push({ input: "body", code: "body" });
  const [first, until] = [readDay("on", entries).date, readDay("until", entries).date];
  if (first === null) problems.push({ input: "on-day", code: "date" });
  else if (first <= dayOf(now)) problems.push({ input: "on-day", code: "passed" });
  const rhythm = isRhythm(entries.rhythm) ? entries.rhythm : null;
  if (rhythm === null) problems.push({ input: "rhythm", code: "rhythm" });
  if (until === null) problems.push({ input: "until-day", code: "date" });
  else if (first !== null && until < first) problems.push({ input: "until-day", code: "until-before" });
  else if (until > addMonths(dayOf(now), longestInMonths)) problems.push({ input: "until-year", code: "until-far", most: longestInMonths });
  const times = readTimes(entries);
  if (!times.ok) problems.push(...times.problem);
  const { place, problems: ofPlace } = readPlace(entries);
  problems.push(...ofPlace);
  if (bodyId === undefined || first === null || until === null || rhythm === null || !times.ok || problems.length > 0) return fail(problems);
  const { starts, ends } = times.value;
  return succeed({
    ...{ bodyId, dates: datesFrom(first, until, rhythm) },
    detailsOn: (date) => ({ title: {}, ...place, startsAt: instantAt(date, starts), endsAt: instantAt(date, ends) }),
  });
}

/** Everything that could be in the way of a plan lies between these days. */
export function rangeOf(dates: readonly string[]): { from: string; until: string } {
  return { from: addDays(dates[0] ?? "2000-01-01", -1), until: addDays(dates.at(-1) ?? "2000-01-01", 1) };
}
