// A day as a form types it, in three inputs: "due-day", "due-month" and "due-year".
import type { Entries } from "./edits.ts";
import { dateAsTyped, plain, readDate } from "./typed.ts";

const parts = ["day", "month", "year"] as const;

/** The three inputs, which are one answer together. */
export function dayUnit(name: string): string[] {
  return parts.map((part) => `${name}-${part}`);
}

/** The date that was typed; null where it is none. */
export function readDay(name: string, entries: Entries): { isBlank: boolean; date: string | null } {
  const [day = "", month = "", year = ""] = dayUnit(name).map((input) => entries[input] ?? "");
  return { isBlank: [day, month, year].every((part) => plain(part) === ""), date: readDate(day, month, year) ?? null };
}

/** The date as it would be typed, to be changed. */
export function dayAsTyped(name: string, date: string | null): Entries {
  return Object.fromEntries(Object.entries(dateAsTyped(date)).map(([part, typed]) => [`${name}-${part}`, typed]));
}
