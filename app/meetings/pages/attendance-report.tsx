// How often each partner came to meetings in a year, and whether that is what they promised.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { titleOf } from "#app/shared/title.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { wordsFor } from "#app/shared/words.server.ts";
import { reportAttendance } from "../attendance-report.store.server.ts";
import { attendanceReportPath, officeMeetingsPath } from "../paths.ts";
import { mayKeepMeetings } from "../policy.ts";

const yearsBack = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { language, now } = args.context;
  const { partnership } = await requireWhoMay(args, mayKeepMeetings);
  const thisYear = Number(dayOf(now).slice(0, 4));
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - back);
  const asked = Number(new URL(args.request.url).searchParams.get("year"));
  const year = years.find((one) => one === asked) ?? thisYear;
  return { title: titleOf(wordsFor(language).t("meetings:room.attendance"), language, partnership), partnership, years, year, partners: await reportAttendance(db(), partnership.id, year) };
}

export const handle = { width: "work" };
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }];

export default function AttendanceReportPage() {
  const { partnership, years, year, partners } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const numeric = ["came", "substituted", "apologies", "absent", "of"] as const;
  return (
    <>
      <BackLink to={officeMeetingsPath(partnership)} text={t("meetings:office.title")} />
      <PageHeading caption={<InLanguage text={partnership.name} />}>{t("meetings:room.attendance")}</PageHeading>
      <Filters label={t("meetings:partners.year")} shown={String(year)} choices={years.map((one) => ({ value: String(one), text: String(one), to: attendanceReportPath(partnership, { year: String(one) }) }))} />
      {partners.length === 0 ? (
        <p className="govuk-body">{t("meetings:partners.none")}</p>
      ) : (
        <Table
          caption={t("meetings:partners.caption")}
          columns={[
            { key: "who", heading: t("meetings:partners.column.who") },
            ...numeric.map((key) => ({ key, heading: t(`meetings:partners.column.${key}`), numeric: true })),
            { key: "promise", heading: t("meetings:partners.column.promise") },
          ]}
          rows={partners.map(({ id, name, count, promises }) => ({
            key: id,
            cells: [
              <InLanguage key="who" text={name} />,
              ...[count.came, count.substituted, count.apologies, count.absent, count.meetings - count.unwritten].map((figure) => number(figure)),
              <ul key="promise" className="govuk-list">
                {promises.map(({ id: promiseId, text, kept }) => (
                  <li key={promiseId}>
                    <InLanguage text={text} />{" "}
                    {kept ? (
                      <>
                        <Tag colour={kept.isMet ? "green" : "red"}>{t(kept.isMet ? "meetings:partners.kept" : "meetings:partners.not-kept")}</Tag>{" "}
                        {t("meetings:partners.counted", { senior: number(kept.seniorEnough), of: number(kept.of) })}
                      </>
                    ) : (
                      t("meetings:partners.uncounted")
                    )}
                  </li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
    </>
  );
}
