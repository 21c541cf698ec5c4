// Hustings as people read of them: when, where, what there is for those who need it, and afterwards what was said.
import { useHref } from "@remix-run/react";
import { Details } from "#app/shared/ui/details.tsx";
import { filled } from "#app/shared/languages.ts";
import { gatheringRows } from "#app/shared/ui/gathering-rows.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { HustingsMeeting } from "../hustings-meeting.ts";
import { electionPath } from "../paths.ts";

type ListProps = { partnership: { slug: string }; election: { id: string }; meetings: readonly HustingsMeeting[]; now: Date };

/** All of an election, under a heading; nothing where there are none. */
export function HustingsList({ meetings, ...of }: ListProps) {
  const { t } = useWords();
  if (meetings.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("candidates:meeting.heading")}</h2>
      <p className="govuk-body">{t("candidates:meeting.text")}</p>
      {meetings.map((meeting) => (
        <Hustings key={meeting.id} meeting={meeting} {...of} />
      ))}
    </>
  );
}

function Hustings({ partnership, election, meeting, now }: Omit<ListProps, "meetings"> & { meeting: HustingsMeeting }) {
  const { t, instant } = useWords();
  const { id, startsAt, endsAt, cancelledAt, cancelledFor, record } = meeting;
  const isComing = cancelledAt === null && endsAt > now;
  const calendar = useHref(electionPath(partnership, election, `hustings/${id}/calendar.ics`));
  return (
    <section aria-labelledby={`hustings-${id}`}>
      <h3 className="govuk-heading-s" id={`hustings-${id}`}>
        {t("candidates:meeting.on", { when: instant(startsAt) })} {cancelledAt && <Tag colour="red">{t("candidates:meeting.cancelled")}</Tag>}
      </h3>
      {cancelledAt && <Paragraphs text={cancelledFor} />}
      <HustingsFacts meeting={meeting} isComing={isComing} />
      {isComing && (
        <p className="govuk-body">
          <a className="govuk-link" href={calendar}>
            {t("candidates:meeting.calendar")}
            <span className="govuk-visually-hidden"> {instant(startsAt)}</span>
          </a>
        </p>
      )}
      {filled(record) !== undefined && (
        <Details summary={t("candidates:meeting.recorded", { when: instant(startsAt) })}>
          <Paragraphs text={record} />
        </Details>
      )}
      {!isComing && cancelledAt === null && filled(record) === undefined && <p className="govuk-body">{t("candidates:meeting.no-record")}</p>}
    </section>
  );
}

export function HustingsFacts({ meeting, isComing }: { meeting: HustingsMeeting; isComing: boolean }) {
  const words = useWords();
  return <SummaryList rows={gatheringRows(meeting, words, { isComing }).map(({ key, value }) => ({ key, value, label: words.t(`meetings:fact.${key}`) }))} />;
}

/** Where one is, in a line. */
export function HustingsPlace({ meeting: { venue, link } }: { meeting: Pick<HustingsMeeting, "venue" | "link"> }) {
  const { t } = useWords();
  return filled(venue) === undefined && link !== null ? <>{t("meetings:fact.online")}</> : <InLanguage text={venue} />;
}
