// The dates of an election for anybody's own calendar, in the language of the address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { calendarAnswer } from "#app/shared/calendar.server.ts";
import { db } from "#app/shared/db.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionEvents } from "../calendar.ts";
import { electionState, findPublicElection } from "../elections.store.server.ts";
import { listHustings } from "../hustings-meetings.store.server.ts";
import { electionPath } from "../paths.ts";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const { id, title, timetable } = election;
  // because a loaded one has only its result
  if (timetable === null) throw notFound();
  const state = electionState(election, now);
  const address = (part?: string) => siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, part), language);
  const dated = { id, title, timetable, isOver: state === "abandoned" || state === "annulled" };
  return calendarAnswer(id, { language, madeAt: now, events: electionEvents(dated, await listHustings(db(), election), { address, words: wordsFor(language) }) });
}
