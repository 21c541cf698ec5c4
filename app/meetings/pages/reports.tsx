// Who told those they sit for of past meetings, who still owes it and since when; of all bodies or of one. [A9.6]
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBodies } from "#app/bodies/bodies.store.server.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Pagination } from "#app/shared/ui/pagination.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { listedReport } from "../listed-report.ts";
import { meetingReportsPath, officeMeetingsPath, reportsCsvPath, reportsPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";
import { reportChoices } from "../report-back.ts";
import { countReports, listReports } from "../reports.store.server.ts";
import { BodyFilter } from "../ui/body-filter.tsx";
import { ReportSum, ReportTable } from "../ui/report-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const query = new URL(args.request.url).searchParams;
  const which = reportChoices.find((one) => one === query.get("which")) ?? "owed";
  const bodies = await listBodies(db(), partnership.id);
  const body = bodies.find(({ slug }) => slug === query.get("body"));
  const after = query.get("after");
  const of = { partnershipId: partnership.id, bodyId: body?.id, now };
  const [{ reports, nextAfter }, count] = await Promise.all([listReports(db(), { ...of, which, after }), countReports(db(), of)]);
  return {
    title: titleOf(wordsFor(language).t("meetings:room.reports"), language, partnership),
    ...{ partnership, which, shownBody: body?.slug ?? null, nextAfter, isFirst: after === null, count },
    bodies: bodies.map(({ slug, name }) => ({ slug, name })),
    reports: reports.map((report) => listedReport(report, meetingReportsPath(partnership, { id: report.meetingId }))),
  };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function ReportsPage() {
  const { partnership, which, shownBody, bodies, reports, nextAfter, isFirst, count } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const shown = { which, body: shownBody };
  return (
    <>
      <BackLink to={officeMeetingsPath(partnership)} text={t("meetings:office.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("meetings:room.reports")}</PageHeading>
      <ReportSum count={count} />
      <Filters
        label={t("meetings:reports.which-label")}
        shown={which}
        choices={reportChoices.map((value) => ({ value, text: t(`meetings:reports.which.${value}`), to: reportsPath(partnership, { which: value, body: shownBody }) }))}
      />
      {bodies.length > 1 && <BodyFilter bodies={bodies} shown={shownBody} kept={{ which }} />}
      {reports.length === 0 ? (
        <p className="govuk-body">{t(isFirst ? `meetings:reports.none.${which}` : "meetings:reports.end")}</p>
      ) : (
        <ReportTable caption={t(`meetings:reports.which.${which}`)} reports={reports} />
      )}
      <Pagination first={isFirst ? null : reportsPath(partnership, shown)} next={nextAfter ? { to: reportsPath(partnership, { ...shown, after: nextAfter }) } : null} />
      <p className="govuk-body">
        <a className="govuk-link" href={reportsCsvPath(partnership, shown)} download>
          {t("meetings:reports.csv")}
        </a>
      </p>
    </>
  );
}
