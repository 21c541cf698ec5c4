// When something ends, in words: "the end of 3 March 2006" where that is midnight in Europe/London, else the date and time.
import { dayOf, startOfDay } from "#app/shared/dates.ts";
import type { Words } from "#app/shared/words.ts";

export function untilText({ t, date, instant }: Pick<Words, "t" | "date" | "instant">, end: Date): string {
  const day = dayOf(end);
  if (startOfDay(day).getTime() !== end.getTime()) return instant(end);
  return t("consultations:end-of-day", { date: date(dayOf(new Date(end.getTime() - 1))) });
}
