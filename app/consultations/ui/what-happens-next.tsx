import { useWords } from "#app/shared/ui/words.tsx";
import type { Consultation } from "../consultation.ts";

/** What becomes of what people said, and when it is decided. */
export function WhatHappensNext({ consultation: { decisionOn } }: { consultation: Pick<Consultation, "decisionOn"> }) {
  const { t, date } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m" id="next">
        {t("consultations:read.next.heading")}
      </h2>
      <p className="govuk-body">{t("consultations:read.next.reading")}</p>
      <p className="govuk-body">
        {decisionOn ? t("consultations:read.next.decision-on", { date: date(decisionOn) }) : t("consultations:read.next.decision")}
      </p>
    </>
  );
}
