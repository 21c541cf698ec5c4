// The file of a paper: for everybody, or for those who sit there where it is kept from the public.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { seatsOf } from "#app/bodies/appointments.store.server.ts";
import { fileAnswer } from "#app/files/download.server.ts";
import { findFileBehindGuard } from "#app/files/store.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { whoIs } from "#app/people/session.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { findItem } from "../agenda.store.server.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { findPaper } from "../papers.store.server.ts";
import { isPublicPaper, isSentPaper } from "../public-agenda.ts";

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const meeting = await findMeeting(db(), partnership.id, params.meeting);
  const paper = await findPaper(db(), meeting, params.paper);
  const item = await findItem(db(), meeting, paper.itemId);
  if (paper.file === null || !isSentPaper(paper, meeting)) throw notFound();
  if (!isPublicPaper(paper, item, meeting)) {
    const signedIn = await whoIs(request, now);
    const seats = signedIn ? await seatsOf(db(), { partnershipId: partnership.id, personId: signedIn.personId }, dayOf(now)) : [];
    if (!seats.some(({ bodyId }) => bodyId === meeting.body.id)) throw notFound();
  }
  return fileAnswer(request, await findFileBehindGuard(db(), partnership.id, paper.file.id), { isForAll: false });
}
