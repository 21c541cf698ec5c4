// The meetings of a partnership, or of one of its bodies, as a calendar to subscribe to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { calendarAnswer } from "#app/shared/calendar.server.ts";
import { db } from "#app/shared/db.server.ts";
import { within, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { calendarEventOf } from "./calendar-event.ts";
import { listForCalendar } from "./meetings.store.server.ts";
import { meetingPath } from "./paths.ts";

/** In the language of the address. */
export async function calendarOfMeetings(partnership: Partnership, body: { id: string; name: Text } | null, { language, now }: LoaderFunctionArgs["context"]): Promise<Response> {
  const meetings = await listForCalendar(db(), { partnershipId: partnership.id, ...(body && { bodyId: body.id }), now });
  const words = wordsFor(language);
  const site = siteOfPartnership(partnership);
  return calendarAnswer("meetings", {
    ...{ language, madeAt: now, name: words.t("meetings:calendar-of", { name: within(body?.name ?? partnership.name, words) }) },
    events: meetings.map((meeting) => calendarEventOf(meeting, { address: site + pathInLanguage(meetingPath(partnership, meeting), language), words })),
  });
}
