import { useWords } from "#app/shared/ui/words.tsx";
import { closesOn, type Consultation, type ConsultationState } from "../consultation.ts";

type ClosedProps = { state: ConsultationState; consultation: Pick<Consultation, "opensAt" | "closesAt"> };

/** Why nothing can be begun: not yet, or no longer. */
export function Closed({ state, consultation }: ClosedProps) {
  const { t, instant, date } = useWords();
  const { opensAt } = consultation;
  const closedOn = closesOn(consultation);
  if (state === "scheduled" || state === "unpublished") {
    return (
      <p className="govuk-body">
        {opensAt ? t("consultations:closed.opens", { at: instant(opensAt) }) : t("consultations:closed.not-yet")}
      </p>
    );
  }
  return (
    <>
      {closedOn && <p className="govuk-body">{t("consultations:closed.since", { date: date(closedOn) })}</p>}
      {state === "grace" && <p className="govuk-body">{t("consultations:closed.grace")}</p>}
      <p className="govuk-body">{t("consultations:closed.ask")}</p>
    </>
  );
}
