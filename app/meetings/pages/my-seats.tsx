// The seats of whoever is signed in: meetings to come of their bodies, and what they still have to tell those they sit for.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { partnershipPath } from "#app/partnerships/paths.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireSignedIn } from "#app/people/session.server.ts";
import { seatsOf } from "#app/bodies/appointments.store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listed } from "../listed.ts";
import { listMeetings } from "../meetings.store.server.ts";
import { reportBackDueOn } from "../minutes.ts";
import { attendPath, reportBackPath } from "../paths.ts";
import { listOwed } from "../reports.store.server.ts";
import { MeetingName } from "../ui/meeting-name.tsx";
import { MeetingTable } from "../ui/meeting-table.tsx";

export async function loader({ request, params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const signedIn = await requireSignedIn(request, now);
  const words = wordsFor(language);
  const seats = await seatsOf(db(), { partnershipId: partnership.id, personId: signedIn.personId }, dayOf(now));
  const [bodies, { meetings }, owed] = await Promise.all([
    listBodies(db(), partnership.id),
    seats.length > 0 ? listMeetings(db(), { partnershipId: partnership.id, bodyIds: seats.map(({ bodyId }) => bodyId), when: "coming", now }) : { meetings: [] },
    listOwed(db(), { partnershipId: partnership.id, seats, now }),
  ]);
  return {
    title: titleOf(words.t("meetings:seats.title"), language, partnership),
    ...{ slug: partnership.slug, name: partnership.name, isTold: new URL(request.url).searchParams.has("told") },
    seats: seats.map(({ appointmentId, bodyId, isActive }) => ({ id: appointmentId, isActive, body: bodies.find(({ id }) => id === bodyId)?.name ?? {} })),
    meetings: meetings.map((meeting) => listed(meeting, attendPath(partnership, meeting), now)),
    owed: owed.map((meeting) => {
      const dueOn = reportBackDueOn(meeting);
      return { id: meeting.id, body: meeting.body.name, startsAt: meeting.startsAt, dueOn: words.date(dueOn), isLate: dueOn < dayOf(now), path: reportBackPath(partnership, meeting) };
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MySeatsPage() {
  const { slug, name, isTold, seats, meetings, owed } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={partnershipPath({ slug })} text={t("meetings:public.back")} />
      {isTold && <NotificationBanner kind="success">{t("meetings:report.told")}</NotificationBanner>}
      <PageHeading caption={<InLanguage text={name} />}>{t("meetings:seats.title")}</PageHeading>
      {seats.length === 0 && <p className="govuk-body">{t("meetings:seats.none")}</p>}
      <ul className="govuk-list">
        {seats.map(({ id, body, isActive }) => (
          <li key={id}>
            <InLanguage text={body} /> {!isActive && <Tag colour="yellow">{t("meetings:seats.inactive")}</Tag>}
          </li>
        ))}
      </ul>
      {seats.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("meetings:seats.coming")}</h2>
          {meetings.length === 0 ? <p className="govuk-body">{t("meetings:public.none-coming")}</p> : <MeetingTable caption={t("meetings:seats.coming")} meetings={meetings} />}
          <h2 className="govuk-heading-m">{t("meetings:seats.owed")}</h2>
          {owed.length === 0 && <p className="govuk-body">{t("meetings:seats.nothing-owed")}</p>}
          <ul className="govuk-list govuk-list--spaced">
            {owed.map(({ id, body, startsAt, dueOn, isLate, path }) => (
              <li key={id}>
                <PageLink to={path}>
                  <MeetingName body={body} startsAt={startsAt} />
                </PageLink>{" "}
                {isLate ? <Tag colour="red">{t("meetings:seats.late", { date: dueOn })}</Tag> : t("meetings:seats.by", { date: dueOn })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
