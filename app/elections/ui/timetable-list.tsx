// The timetable of an election: what happens when, in the order of the days.
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Electorate } from "../election.ts";
import { nominationsCloseAt, pollClosesAt, timetableDays, type Timetable } from "../timetable.ts";

export function TimetableList({ timetable, electorate }: { timetable: Timetable; electorate: Electorate }) {
  const { t, date, instant } = useWords();
  const at: Partial<Record<(typeof timetableDays)[number], Date>> = { nominationsCloseOn: nominationsCloseAt(timetable), pollClosesOn: pollClosesAt(timetable) };
  return (
    <SummaryList
      rows={timetableDays.toSorted((one, other) => timetable[one].localeCompare(timetable[other])).map((day) => ({
        ...{ key: day, label: t(day === "qualifyingOn" && electorate === "people" ? "elections:day-of-list" : `elections:day.${day}`) },
        value: at[day] ? instant(at[day]) : date(timetable[day]),
      }))}
    />
  );
}
