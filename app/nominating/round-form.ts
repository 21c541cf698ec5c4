// What a round of nominations is about, as an officer types it: the seats, whom is looked for, and the dates.
import type { Entries, Unit } from "#app/shared/edits.ts";
import { addDays, addMonths } from "#app/shared/dates.ts";
import { defaultLanguage, languages } from "#app/shared/languages.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { readText, textAsTyped, tooLong } from "#app/shared/texts.ts";
import { dayAsTyped, dayUnit, readDay } from "#app/shared/typed-day.ts";
import { line, passage, readNumber } from "#app/shared/typed.ts";
import type { RoundHead } from "./round.ts";

/** In characters. */
export const longest = { title: 160, about: 4000, criteria: 4000 } as const;
const most = { seats: 60, termInMonths: 60 } as const;
const days = ["opensOn", "closesOn", "remindOn", "termStartsOn"] as const;

export const roundUnits: readonly Unit[] = [
  ...["title", "about", "criteria"].flatMap((name) => languages.map((language) => [`${name}-${language}`])),
  ...["lineId", "seats", "termInMonths"].map((name) => [name]),
  ...days.map(dayUnit),
];

/** The field is an input's name; the words are `nominating:problem.<code>`. */
export type RoundProblem = { field: string; code: "title-missing" | "too-long" | "line-missing" | "number" | "day-missing" | "closes-before" | "remind-outside" | "term-before"; most?: number };

/** What was typed, or all that is wrong with it; `lines` are the seats that can be chosen. */
export function readRound(entries: Entries, lines: readonly string[]): Result<RoundHead, RoundProblem[]> {
  const problems: RoundProblem[] = [];
  const [title, about, criteria] = [readText("title", entries, line), readText("about", entries, passage), readText("criteria", entries, passage)];
  if (Object.keys(title).length === 0) problems.push({ field: `title-${defaultLanguage}`, code: "title-missing" });
  for (const [name, text] of [["title", title], ["about", about], ["criteria", criteria]] as const) {
    problems.push(...tooLong(name, text, longest[name]).map((field) => ({ field, code: "too-long" as const, most: longest[name] })));
  }
  const lineId = lines.find((id) => id === entries.lineId);
  if (lineId === undefined) problems.push({ field: "lineId", code: "line-missing" });
  const whole = (name: keyof typeof most): number => {
    const read = readNumber(entries[name] ?? "");
    const isWithin = read !== undefined && read.decimals === 0 && read.value >= 1 && read.value <= most[name];
    if (!isWithin) problems.push({ field: name, code: "number", most: most[name] });
    return read?.value ?? 0;
  };
  const [seats, termInMonths] = [whole("seats"), whole("termInMonths")];
  const day = (name: (typeof days)[number]): string | null => {
    const { isBlank, date } = readDay(name, entries);
    if (date === null && !(isBlank && name === "remindOn")) problems.push({ field: `${name}-day`, code: "day-missing" });
    return date;
  };
  const [opensOn, closesOn, remindOn, termStartsOn] = days.map(day);
  if (opensOn && closesOn && closesOn <= opensOn) problems.push({ field: "closesOn-day", code: "closes-before" });
  else if (opensOn && closesOn && remindOn && (remindOn <= opensOn || remindOn > closesOn)) problems.push({ field: "remindOn-day", code: "remind-outside" });
  if (closesOn && termStartsOn && termStartsOn <= closesOn) problems.push({ field: "termStartsOn-day", code: "term-before" });
  if (problems.length > 0 || lineId === undefined || !opensOn || !closesOn || !termStartsOn) return fail(problems);
  return succeed({ lineId, seats, title, about, criteria, termStartsOn, termInMonths, opensOn, closesOn, remindOn: remindOn ?? null });
}

export function roundAsTyped(head: RoundHead): Entries {
  return {
    ...{ ...textAsTyped("title", head.title), ...textAsTyped("about", head.about), ...textAsTyped("criteria", head.criteria) },
    ...{ lineId: head.lineId, seats: String(head.seats), termInMonths: String(head.termInMonths) },
    ...Object.assign({}, ...days.map((name) => dayAsTyped(name, head[name]))),
  };
}

/** The dates that are proposed: from in a week four weeks to answer, a reminder a week before the end, terms from the first of a month after it. */
export function proposedRound(lineId: string, today: string): RoundHead {
  const opensOn = addDays(today, 7);
  const closesOn = addDays(opensOn, 28);
  return { lineId, seats: 1, title: {}, about: {}, criteria: {}, opensOn, closesOn, remindOn: addDays(closesOn, -7), termStartsOn: `${addMonths(closesOn, 2).slice(0, 7)}-01`, termInMonths: 36 };
}
