// Hustings as calendars show them.
import type { CalendarEvent } from "#app/shared/calendar.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { HustingsMeeting } from "./hustings-meeting.ts";

/** In the language of the calendar; `address` is the whole address of the page that tells of it. */
export function hustingsEventOf(election: { title: Text }, meeting: HustingsMeeting, { address, words }: { address: string; words: Pick<Words, "language" | "t"> }): CalendarEvent {
  const said = (text: HustingsMeeting["venue"]) => textIn(text, words.language).text;
  return {
    ...{ id: meeting.id, address, startsAt: meeting.startsAt, endsAt: meeting.endsAt, isCancelled: meeting.cancelledAt !== null },
    title: words.t("candidates:meeting.event", { election: said(election.title) }),
    about: meeting.cancelledAt === null ? words.t("candidates:meeting.text") : said(meeting.cancelledFor),
    place: [said(meeting.venue), meeting.address, meeting.link].filter(Boolean).join("\n"),
  };
}
