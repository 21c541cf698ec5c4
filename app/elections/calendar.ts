// The dates of an election as calendars show them.
import type { CalendarEvent } from "#app/shared/calendar.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { hustingsEventOf } from "./hustings-event.ts";
import type { HustingsMeeting } from "./hustings-meeting.ts";
import { nominationsCloseAt, pollClosesAt, type Timetable } from "./timetable.ts";

/** Days on which something begins, ends or can be read; the others are told in the notice. */
const shown = ["nominationsOpenOn", "nominationsCloseOn", "candidatesOn", "pollOpensOn", "pollClosesOn", "countOn"] as const;

type Dated = { id: string; title: Text; timetable: Timetable; isOver: boolean };
type Told = { address: (part?: string) => string; words: Pick<Words, "language" | "t"> };

/** In the language of the calendar: deadlines at their instant, other dates all day, and hustings. `isOver`: it was abandoned or annulled. */
export function electionEvents({ id, title, timetable, isOver }: Dated, meetings: readonly HustingsMeeting[], { address, words }: Told): CalendarEvent[] {
  const { t, language } = words;
  const at: Partial<Record<(typeof shown)[number], Date>> = { nominationsCloseOn: nominationsCloseAt(timetable), pollClosesOn: pollClosesAt(timetable) };
  const dates = shown.map((day): CalendarEvent => ({
    ...{ id: `${id}-${day}`, title: t("elections:calendar.event", { what: t(`elections:day.${day}`), election: textIn(title, language).text }) },
    ...{ about: "", place: "", address: address(), isCancelled: isOver },
    ...(at[day] ? { startsAt: at[day], endsAt: null } : { on: timetable[day] }),
  }));
  return [...dates, ...meetings.map((meeting) => hustingsEventOf({ title }, meeting, { address: address("questions"), words }))];
}
