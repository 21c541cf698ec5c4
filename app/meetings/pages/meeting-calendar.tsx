// One meeting for anybody's own calendar, in the language of the address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { calendarAnswer } from "#app/shared/calendar.server.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { calendarEventOf } from "../calendar-event.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { meetingPath } from "../paths.ts";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const meeting = await findMeeting(db(), partnership.id, params.meeting);
  const address = siteOfPartnership(partnership) + pathInLanguage(meetingPath(partnership, meeting), language);
  return calendarAnswer(meeting.id, { language, madeAt: now, events: [calendarEventOf(meeting, { address, words: wordsFor(language) })] });
}
