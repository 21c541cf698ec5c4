// When what an election's public pages say changes by the clock alone.
import { startOfDay } from "#app/shared/dates.ts";
import { nominationsCloseAt, pollClosesAt, type Timetable } from "./timetable.ts";

/** The instants at which it opens or closes something; none while it has no dates. */
export function turningInstants({ timetable }: { timetable: Timetable | null }): Date[] {
  if (timetable === null) return [];
  return [startOfDay(timetable.nominationsOpenOn), nominationsCloseAt(timetable), startOfDay(timetable.pollOpensOn), pollClosesAt(timetable)];
}
