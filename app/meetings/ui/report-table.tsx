import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Table } from "#app/shared/ui/table.tsx";
import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ListedReport } from "../listed-report.ts";
import type { ReportCount, ReportState } from "../report-back.ts";
import { MeetingName } from "./meeting-name.tsx";

const colours: Record<ReportState, TagColour> = { sent: "green", due: "yellow", late: "red", never: "grey" };

/** Reports with who told them or owes them and since when, and of which meeting where they are of several. */
export function ReportTable({ caption, reports, isOfOne = false }: { caption: string; reports: readonly ListedReport[]; isOfOne?: boolean }) {
  const { t, date } = useWords();
  const columns = isOfOne ? (["who", "state", "reminded"] as const) : (["meeting", "who", "state", "reminded"] as const);
  return (
    <Table
      caption={caption}
      captionSize="hidden"
      stacks
      columns={columns.map((key) => ({ key, heading: t(`meetings:reports.column.${key}`) }))}
      rows={reports.map(({ key, body, startsAt, path, name, from, state, on, hasAccount, remindedOn }) => ({
        key,
        cells: [
          ...(isOfOne
            ? []
            : [
                <PageLink key="meeting" to={path}>
                  <MeetingName body={body} startsAt={startsAt} />
                </PageLink>,
              ]),
          <span key="who">
            <bdi>{name === "" ? t("seats:nameless") : name}</bdi>
            <br />
            <InLanguage text={from} />
          </span>,
          <span key="state">
            <Tag colour={colours[state]}>{t(`meetings:report-state.${state}`)}</Tag> {t(`meetings:reports.on.${state}`, { date: date(on) })}
          </span>,
          state === "sent" ? "" : !hasAccount ? t("meetings:reports.no-account") : remindedOn === null ? t("meetings:reports.not-reminded") : date(remindedOn),
        ],
      }))}
    />
  );
}

/** How many are expected, and how many of them are there. */
export function ReportSum({ count, isOfOne = false }: { count: ReportCount; isOfOne?: boolean }) {
  const { t, number } = useWords();
  const { of, sent, due, late, never } = count;
  const values = { of: number(of), sent: number(sent), due: number(due), late: number(late), never: number(never) };
  return <p className="govuk-body">{t(isOfOne ? "meetings:reports.count-of-one" : "meetings:reports.count", values)}</p>;
}
