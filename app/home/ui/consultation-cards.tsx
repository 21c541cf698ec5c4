import type { Consultation } from "#app/consultations/consultation.ts";
import { closesOn } from "#app/consultations/life.ts";
import { consultationPath } from "#app/consultations/paths.ts";
import { untilText } from "#app/consultations/until.ts";
import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export type ShownConsultation = Pick<Consultation, "id" | "title" | "summary" | "opensAt" | "closesAt" | "decisionOn"> & {
  isPaused: boolean;
  /** Whose it is; named on the card unless the page is theirs. */
  partnership: { slug: string; name: Text };
};

type CardsProps = { kind: "open" | "to-come" | "closed"; consultations: readonly ShownConsultation[]; ownSlug?: string };

/** Consultations of one kind, each with its date and, while it can be answered or soon, what it is about. */
export function ConsultationCards({ kind, consultations, ownSlug }: CardsProps) {
  return (
    <ul className="cards">
      {consultations.map((consultation) => (
        <li key={consultation.id} className="card">
          <h3 className="card__title">
            <PageLink to={consultationPath(consultation.partnership, consultation)}>
              <InLanguage text={consultation.title} />
            </PageLink>
          </h3>
          {consultation.partnership.slug !== ownSlug && (
            <p className="govuk-body">
              <InLanguage text={consultation.partnership.name} />
            </p>
          )}
          <WhenOf kind={kind} consultation={consultation} />
          {kind !== "closed" && (
            <p className="govuk-body">
              <InLanguage text={consultation.summary} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function WhenOf({ kind, consultation }: { kind: CardsProps["kind"]; consultation: ShownConsultation }) {
  const words = useWords();
  const { t, date, instant } = words;
  const { opensAt, closesAt, decisionOn, isPaused } = consultation;
  const closedOn = closesOn(consultation);
  switch (kind) {
    case "open":
      return (
        <p className="govuk-body">
          <Tag colour={isPaused ? "yellow" : "green"}>{t(isPaused ? "consultations:state.paused" : "consultations:state.open")}</Tag>{" "}
          {isPaused ? null : closesAt ? t("consultations:dates.open-until", { until: untilText(words, closesAt) }) : t("consultations:dates.no-end")}
        </p>
      );
    case "to-come":
      return (
        <p className="govuk-body">
          <Tag colour="yellow">{t("consultations:state.scheduled")}</Tag> {opensAt && t("consultations:dates.opens", { at: instant(opensAt) })}
        </p>
      );
    case "closed":
      return (
        <>
          <p className="govuk-body">
            <Tag colour="grey">{t("consultations:state.closed")}</Tag> {closedOn && t("consultations:dates.closed", { date: date(closedOn) })}
          </p>
          {decisionOn && <p className="govuk-body">{t("home:decided-on", { date: date(decisionOn) })}</p>}
        </>
      );
  }
}
