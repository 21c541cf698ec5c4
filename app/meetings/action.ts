// What a meeting agreed that somebody does by a day: to be done, overdue or done; and the form that says so.
import { dayOf } from "#app/shared/dates.ts";
import type { Entries } from "#app/shared/edits.ts";
import type { Language, Text } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { passage } from "#app/shared/typed.ts";

/** The words are `actions:state.<state>`. */
export type ActionState = "open" | "overdue" | "done";

/** An action may still be done in time on the day it is due. */
export function actionStateOf({ dueOn, doneOn }: { dueOn: string; doneOn: string | null }, today: string): ActionState {
  if (doneOn !== null) return "done";
  return dueOn < today ? "overdue" : "open";
}

/** What a list of actions shows: those that are not done, late or not; those that are late; those that are done; or each. */
export const actionFilters = ["open", "overdue", "done", "all"] as const;
export type ActionFilter = (typeof actionFilters)[number];

/** In characters. */
export const longestNote = 1000;

export const doneUnits: readonly (readonly string[])[] = [dayUnit("done"), ["note"]];

type Done = { doneOn: string | null; note: Text };

/** As it would be typed: done today where it is not done yet. */
export function doneAsTyped({ doneOn, note }: Done, today: string): Entries {
  return { ...dayAsTyped("done", doneOn ?? today), note: Object.values(note)[0] ?? "" };
}

/** The words are `actions:problem.<code>`. */
export type DoneProblem = { field: string; code: "date" | "early" | "future" | "long"; most?: number };

type Reading = { startsAt: Date; language: Language; today: string; before: Text };

/** On which day it was done, from the day of the meeting to today, and a note in the language of the page; one that was not changed stays in its own. */
export function readDone(entries: Entries, { startsAt, language, today, before }: Reading): Result<{ doneOn: string; note: Text }, DoneProblem[]> {
  const { date } = readDay("done", entries);
  const note = passage(entries.note ?? "");
  const day = (code: DoneProblem["code"]): DoneProblem => ({ field: "done-day", code });
  const problems: DoneProblem[] = [
    ...(date === null ? [day("date")] : date > today ? [day("future")] : date < dayOf(startsAt) ? [day("early")] : []),
    ...([...note].length > longestNote ? [{ field: "note", code: "long" as const, most: longestNote }] : []),
  ];
  return date === null || problems.length > 0 ? fail(problems) : succeed({ doneOn: date, note: note === "" ? {} : note === Object.values(before)[0] ? before : { [language]: note } });
}
