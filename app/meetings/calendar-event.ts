// A meeting as calendars show it.
import type { CalendarEvent } from "#app/shared/calendar.ts";
import { filled, textIn } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { Meeting } from "./meeting.ts";

/** In the language of the calendar; `address` is the whole address of its page. The link to take part is for those who sit there alone, and stays out. */
export function calendarEventOf(meeting: Meeting, { address, words }: { address: string; words: Pick<Words, "language" | "t"> }): CalendarEvent {
  const said = (text: Meeting["title"]) => textIn(text, words.language).text;
  const title = [said(meeting.body.name), ...(filled(meeting.title) ? [said(meeting.title)] : [])].join(": ");
  return {
    ...{ id: meeting.id, title, address, startsAt: meeting.startsAt, endsAt: meeting.endsAt, isCancelled: meeting.cancelledAt !== null },
    about: meeting.cancelledAt === null ? words.t(meeting.isOpen ? "meetings:open" : "meetings:closed") : said(meeting.cancelledFor),
    place: [said(meeting.venue), meeting.address].filter(Boolean).join("\n") || (meeting.link === null ? "" : words.t("meetings:fact.online")),
  };
}
