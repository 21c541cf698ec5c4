// The events of a consultation as people read them: those to come, and those that have been one press away.
import { useHref } from "@remix-run/react";
import { filled } from "#app/shared/languages.ts";
import { Details } from "#app/shared/ui/details.tsx";
import { gatheringRows } from "#app/shared/ui/gathering-rows.tsx";
import { InLanguage, Paragraphs } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { byTime, type ConsultationEvent } from "../consultation-event.ts";
import { eventCalendarPath } from "../paths.ts";

type EventsProps = { partnership: { slug: string }; consultation: { id: string }; events: readonly ConsultationEvent[]; now: Date };

export function Events({ events, now, ...of }: EventsProps) {
  const { t, number } = useWords();
  if (events.length === 0) return null;
  const { coming, past } = byTime(events, now);
  return (
    <>
      <h2 className="govuk-heading-m">{t("consultations:event.heading")}</h2>
      {coming.length === 0 && <p className="govuk-body">{t("consultations:event.none-to-come")}</p>}
      {coming.map((event) => (
        <EventCard key={event.id} event={event} {...of} isComing />
      ))}
      {past.length > 0 && (
        <Details summary={t("consultations:event.past", { count: past.length, number: number(past.length) })}>
          {past.map((event) => (
            <EventCard key={event.id} event={event} {...of} isComing={false} />
          ))}
        </Details>
      )}
    </>
  );
}

type EventCardProps = Omit<EventsProps, "events" | "now"> & { event: ConsultationEvent; isComing: boolean };

function EventCard({ partnership, consultation, event, isComing }: EventCardProps) {
  const { t, number } = useWords();
  const { id, title, kind, about, attended, cancelledAt } = event;
  const calendar = useHref(eventCalendarPath(partnership, consultation, id));
  return (
    <section aria-labelledby={`event-${id}`}>
      <h3 className="govuk-heading-s" id={`event-${id}`}>
        <InLanguage text={title} /> {cancelledAt && <Tag colour="red">{t("consultations:event.cancelled")}</Tag>}
      </h3>
      <p className="govuk-body">{t(`consultations:event.kind.${kind}`)}</p>
      <Paragraphs text={about} />
      <EventFacts event={event} isComing={isComing && cancelledAt === null} />
      {isComing && cancelledAt === null && (
        <p className="govuk-body">
          <a className="govuk-link" href={calendar}>
            {t("consultations:event.calendar")}
            <span className="govuk-visually-hidden">
              {" "}
              <InLanguage text={title} />
            </span>
          </a>
        </p>
      )}
      {!isComing && attended !== null && <p className="govuk-body">{t("consultations:event.attended", { count: attended, number: number(attended) })}</p>}
    </section>
  );
}

/** When and where it is, and what there is for those who need it. */
export function EventFacts({ event, isComing }: { event: ConsultationEvent; isComing: boolean }) {
  const words = useWords();
  const { t } = words;
  const rows = [
    ...gatheringRows(event, words, { isComing }),
    isComing && filled(event.booking) && { key: "booking", value: <Paragraphs text={event.booking} /> },
  ].filter((row) => typeof row === "object" && row !== null);
  return <SummaryList rows={rows.map(({ key, value }) => ({ key, value, label: t(`consultations:event.fact.${key}`) }))} />;
}
