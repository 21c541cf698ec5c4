// Hustings for anybody's own calendar, in the language of the address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { calendarAnswer } from "#app/shared/calendar.server.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { findPublicElection } from "../elections.store.server.ts";
import { hustingsEventOf } from "../hustings-event.ts";
import { findHustings } from "../hustings-meetings.store.server.ts";
import { electionPath } from "../paths.ts";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const meeting = await findHustings(db(), election, params.hustings);
  const address = siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, "questions"), language);
  return calendarAnswer(meeting.id, { language, madeAt: now, events: [hustingsEventOf(election, meeting, { address, words: wordsFor(language) })] });
}
