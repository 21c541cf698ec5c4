// What is wrong or unwise in a timetable, in words.
import type { Words } from "#app/shared/words.ts";
import type { Timetable, TimetableProblem } from "./timetable.ts";

export function sayProblem({ day, code, than, days }: TimetableProblem, timetable: Timetable, { t, date, number }: Words): string {
  return t(`elections:timetable.${code}`, {
    ...{ day: t(`elections:date-field.${day}`), date: date(timetable[day]), than: than ? t(`elections:date-field.${than}`) : "" },
    ...{ thanDate: than ? date(timetable[than]) : "", days: number(days ?? 0) },
  });
}
