import { useWords } from "#app/shared/ui/words.tsx";
import type { Consultation } from "../consultation.ts";
import { closesOn, type ConsultationState } from "../life.ts";
import { Paused } from "./paused.tsx";

type ClosedProps = { state: ConsultationState; consultation: Pick<Consultation, "opensAt" | "closesAt" | "pauseReason" | "pausedUntil"> };

/** Why nothing can be begun: not yet, not for now, or no longer. */
export function Closed({ state, consultation }: ClosedProps) {
  const { t, instant, date } = useWords();
  const { opensAt } = consultation;
  const closedOn = closesOn(consultation);
  if (state === "paused") return <Paused consultation={consultation} />;
  if (state === "scheduled") {
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
