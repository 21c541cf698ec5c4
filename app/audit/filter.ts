// What of the audit log is looked at: whose deeds, which of them, from when to when.
import { plain, readDate } from "#app/shared/typed.ts";
import { endOfDay, startOfDay } from "#app/shared/dates.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";

/** Instead of a person: whoever was not signed in. */
export const nobody = "nobody";
/** Instead of an action: every view and export of personal data. */
export const sights = "personal";
/** Instead of the partnership's own: what belongs to none, such as signing in and backups. */
export const installation = "installation";

const parts = ["day", "month", "year"] as const;
export type DateTyped = Record<(typeof parts)[number], string>;
export type LogTyped = { of: string; person: string; action: string; from: DateTyped; to: DateTyped };

export type LogFilter = {
  /** A person's id, or `nobody`; null for everybody. */
  person: string | null;
  actions: readonly string[] | null;
  from: Date | null;
  /** The first instant that is not looked at. */
  until: Date | null;
};

/** The field by its id; the text is `audit:problem.<code>`. */
export type LogProblem = { at: string; code: "person-unknown" | "action-unknown" | "date-missing" | "date-not-real" | "ends-before" };

/** An action by which somebody saw or took personal data: all such are named so. */
export function isSight(action: string): boolean {
  return /\.(read|view|export|download)$/.test(action);
}

const longest = 100;

/** What was asked for, as it was typed. */
export function typedIn(search: { get(name: string): string | null }): LogTyped {
  const typed = (name: string) => (search.get(name) ?? "").slice(0, longest);
  const date = (name: string): DateTyped => ({ day: typed(`${name}-day`), month: typed(`${name}-month`), year: typed(`${name}-year`) });
  return { of: typed("of"), person: typed("person"), action: typed("action"), from: date("from"), to: date("to") };
}

/** The same for an address, without what was left blank. */
export function queryOf({ of, person, action, from, to }: LogTyped): Record<string, string> {
  const dates = Object.entries({ from, to }).flatMap(([name, date]) => parts.map((part) => [`${name}-${part}`, date[part]] as const));
  return Object.fromEntries([["of", of], ["person", person], ["action", action], ...dates].filter(([, value]) => value !== ""));
}

function readDay(date: DateTyped, name: "from" | "to", problems: LogProblem[]): string | null {
  const missing = parts.filter((part) => plain(date[part]) === "");
  if (missing.length === parts.length) return null;
  const read = readDate(date.day, date.month, date.year);
  if (missing[0]) problems.push({ at: `${name}-${missing[0]}`, code: "date-missing" });
  else if (!read) problems.push({ at: `${name}-day`, code: "date-not-real" });
  return read ?? null;
}

/** What is looked at, from the start of the first day to the end of the last; `known` are the actions there are words for. */
export function readFilter(typed: LogTyped, known: readonly string[]): Result<LogFilter, LogProblem[]> {
  const problems: LogProblem[] = [];
  const { person, action } = typed;
  if (person !== "" && !/^[a-z0-9-]+$/i.test(person)) problems.push({ at: "person", code: "person-unknown" });
  if (action !== "" && action !== sights && !/^[a-z-]+\.[a-z-]+$/.test(action)) problems.push({ at: "action", code: "action-unknown" });
  const from = readDay(typed.from, "from", problems);
  const to = readDay(typed.to, "to", problems);
  if (from && to && to < from) problems.push({ at: "to-day", code: "ends-before" });
  if (problems.length > 0) return fail(problems);
  return succeed({
    person: person === "" ? null : person,
    actions: action === "" ? null : action === sights ? known.filter(isSight) : [action],
    from: from === null ? null : startOfDay(from),
    until: to === null ? null : endOfDay(to),
  });
}
