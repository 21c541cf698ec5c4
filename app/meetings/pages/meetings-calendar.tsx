// All meetings of a partnership as a calendar to subscribe to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { calendarOfMeetings } from "../calendar.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  return calendarOfMeetings(await findPartnership(db(), params.partnership), null, context);
}
