// An event of a published consultation, for anybody's own calendar, in the language of the address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { calendarAnswer } from "#app/shared/calendar.server.ts";
import { db } from "#app/shared/db.server.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { findEvent } from "../events.store.server.ts";
import { consultationPath } from "../paths.ts";
import { findConsultation } from "../store.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { language, now } = context;
  const partnership = await findPartnership(db(), params.partnership);
  const consultation = await findConsultation(db(), partnership.id, params.consultation);
  const event = await findEvent(db(), consultation, params.event);
  const said = (text: Text) => textIn(text, language).text;
  return calendarAnswer(event.id, {
    ...{ language, madeAt: now },
    events: [
      {
        ...{ id: event.id, startsAt: event.startsAt, endsAt: event.endsAt, isCancelled: event.cancelledAt !== null },
        title: said(event.title),
        about: [said(event.about), said(event.booking), event.link].filter(Boolean).join("\n\n"),
        place: [said(event.venue), event.address].filter(Boolean).join("\n") || (event.link ?? ""),
        address: siteOfPartnership(partnership) + pathInLanguage(consultationPath(partnership, consultation), language),
      },
    ],
  });
}
