// What those who sit on the body of a meeting told those they sit for, and who still owes it. [A9.6]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { within } from "#app/shared/languages.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listedReport } from "../listed-report.ts";
import { stateOf } from "../meeting.ts";
import { findMeeting } from "../meetings.store.server.ts";
import { meetingReportsPath, officeMeetingPath, reportsCsvPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { countReports, listReports } from "../reports.store.server.ts";
import { MeetingName } from "../ui/meeting-name.tsx";
import { ReportSum, ReportTable } from "../ui/report-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const words = wordsFor(language);
  const meeting = await findMeeting(db(), partnership.id, args.params.meeting);
  const after = new URL(args.request.url).searchParams.get("after");
  const of = { partnershipId: partnership.id, meetingId: meeting.id, now };
  const [{ reports, nextAfter }, count] = await Promise.all([listReports(db(), { ...of, which: "all", after }), countReports(db(), of)]);
  const here = meetingReportsPath(partnership, meeting);
  return {
    title: titleOf(words.t("meetings:reports.title-of", { body: within(meeting.body.name, words), when: words.instant(meeting.startsAt) }), language, partnership),
    ...{ partnership, meeting: { id: meeting.id, startsAt: meeting.startsAt }, name: meeting.body.name, isHeld: stateOf(meeting, now) === "held", nextAfter, isFirst: after === null, count },
    reports: reports.map((report) => listedReport(report, here)),
    told: reports.flatMap(({ appointmentId, name, text, language: written }) => (text === null || written === null ? [] : [{ id: appointmentId, name, text: { [written]: text } }])),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function MeetingReportsPage() {
  const { partnership, meeting, name, isHeld, reports, told, nextAfter, isFirst, count } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <>
      <BackLink to={officeMeetingPath(partnership, meeting)} />
      <PageHeading caption={<MeetingName body={name} startsAt={meeting.startsAt} />}>{t("meetings:room.reports")}</PageHeading>
      {!isHeld ? (
        <p className="govuk-body">{t("meetings:reports.not-held")}</p>
      ) : reports.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? "meetings:reports.nobody" : "meetings:reports.end")}</p>
      ) : (
        <>
          <ReportSum count={count} isOfOne />
          <ReportTable caption={t("meetings:room.reports")} reports={reports} isOfOne />
        </>
      )}
      {told.length > 0 && <h2 className="govuk-heading-m">{t("meetings:reports.told")}</h2>}
      {told.map(({ id, name: who, text }) => (
        <section key={id} aria-labelledby={`told-${id}`}>
          <h3 className="govuk-heading-s" id={`told-${id}`}>
            <bdi>{who === "" ? t("seats:nameless") : who}</bdi>
          </h3>
          <Paragraphs text={text} />
        </section>
      ))}
      <Pagination first={isFirst ? null : meetingReportsPath(partnership, meeting)} next={nextAfter ? { to: meetingReportsPath(partnership, meeting, { after: nextAfter }) } : null} />
      {reports.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={reportsCsvPath(partnership, { which: "all", meeting: meeting.id })} download>
            {t("meetings:reports.csv")}
          </a>
        </p>
      )}
    </>
  );
}
