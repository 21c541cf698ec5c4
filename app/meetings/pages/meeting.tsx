// One meeting for everybody: when and where, its agenda and papers once they are out, and its minutes once they are.
import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { within } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { keepPage } from "#app/shared/published-pages.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listItems } from "../agenda.store.server.ts";
import { stateOf } from "../meeting.ts";
import { minutesOutAt, minutesOutOn, minutesStateOf } from "../minutes.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { listPapers } from "../papers.store.server.ts";
import { packOf, papersDueOn } from "../paper.ts";
import { attendPath, meetingCalendarPath, meetingsPath, minutesPath, packPath, paperPath } from "../paths.ts";
import { agendaFor } from "../public-agenda.ts";
import { sizeText } from "#app/shared/sizes.ts";
import { listPools } from "../turns.store.server.ts";
import { Agenda } from "../ui/agenda.tsx";
import { MeetingFacts } from "../ui/meeting-facts.tsx";
import { MeetingHeading } from "../ui/meeting-heading.tsx";

export async function loader({ params, context: { language, now } }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const meeting = await findMeeting(db(), partnership.id, params.meeting);
  const words = wordsFor(language);
  const [items, papers] = await Promise.all([listItems(db(), meeting), listPapers(db(), meeting)]);
  const agenda = agendaFor(meeting, items, papers, { sitsThere: false });
  const shown = new Set(agenda.flatMap((item) => item.papers.map(({ id }) => id)));
  const pack = packOf(papers.filter(({ id }) => shown.has(id)));
  const outOn = minutesOutOn(meeting);
  const state = stateOf(meeting, now);
  const pools = (await listPools(db(), meeting)).flatMap(({ lineId, holder, people, named }) => (named === null ? [] : [{ lineId, holder, names: people.filter(({ appointmentId }) => named.includes(appointmentId)).map(({ name }) => name) }]));
  const page = {
    title: titleOf(words.t("meetings:hub.title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ slug: partnership.slug, meeting: { ...meeting, link: meeting.link === null ? null : "" }, state, agenda, pack, pools },
    minutes: { state: minutesStateOf(meeting, now), outOn: outOn && words.date(outOn) },
    papersDueOn: words.date(papersDueOn(meeting)),
    calendar: pathInLanguage(meetingCalendarPath(partnership, meeting), language),
  };
  return data(page, { headers: keepPage(partnership.id, now, [meeting.startsAt, meeting.endsAt, minutesOutAt(meeting)]) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MeetingPage() {
  const { slug, meeting, state, agenda, pack, pools, minutes, papersDueOn: dueOn, calendar } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, number, several } = words;
  const at = { slug };
  const isComing = state === "planned" || state === "called";
  return (
    <>
      <BackLink to={meetingsPath(at)} text={t("meetings:public.title")} />
      <MeetingHeading meeting={meeting} state={state} />
      <MeetingFacts meeting={meeting} isComing={isComing} showsLink={false} />
      {isComing && (
        <p className="govuk-body">
          <a className="govuk-link" href={calendar}>
            {t("meetings:public.calendar")}
          </a>
          <br />
          <PageLink to={attendPath(at, meeting)}>{t("meetings:public.attend")}</PageLink>
        </p>
      )}
      {pools.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("meetings:turns.public")}</h2>
          <p className="govuk-body">{t("meetings:turns.rule")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {pools.map(({ lineId, holder, names }) => (
              <li key={lineId}>
                <InLanguage text={holder} />: <bdi>{several(names)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {state === "held" && (
        <p className="govuk-body">
          {minutes.state === "out" ? (
            <PageLink to={minutesPath(at, meeting)}>{t("meetings:minutes.read")}</PageLink>
          ) : (
            t(minutes.outOn === null ? "meetings:minutes.once-approved" : "meetings:minutes.from", { date: minutes.outOn ?? "" })
          )}
        </p>
      )}
      <h2 className="govuk-heading-m">{t("meetings:agenda.title")}</h2>
      {agenda.length === 0 ? (
        <p className="govuk-body">{isComing ? t("meetings:agenda.not-yet", { date: dueOn }) : t("meetings:agenda.none")}</p>
      ) : (
        <>
          <p className="govuk-body">
            <PageLink to={packPath(at, meeting)}>{t("meetings:pack.read")}</PageLink>{" "}
            {t(pack.papers === 0 ? "meetings:pack.size-none" : "meetings:pack.size", { count: pack.papers, number: number(pack.papers), late: number(pack.late), size: sizeText(pack.bytes, words) })}
          </p>
          <Agenda items={agenda} paperPathOf={(paper) => paperPath(at, meeting, paper)} />
        </>
      )}
    </>
  );
}
