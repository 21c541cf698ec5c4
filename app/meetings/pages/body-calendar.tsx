// The meetings of one body as a calendar to subscribe to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findBody } from "#app/bodies/bodies.store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { calendarOfMeetings } from "../calendar.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  return calendarOfMeetings(partnership, await findBody(db(), partnership.id, params.body), context);
}
