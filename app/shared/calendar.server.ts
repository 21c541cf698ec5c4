// A calendar as an answer to whoever asks for it.
import { calendarOf, type Calendar } from "./calendar.ts";

/** Saved under a name, or read again and again as a feed. */
export function calendarAnswer(fileName: string, calendar: Calendar): Response {
  return new Response(calendarOf(calendar), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}.ics"`,
      "Cache-Control": "no-cache",
    },
  });
}
