import { languageNames } from "#app/shared/languages.ts";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Consultation } from "../consultation.ts";
import { graceEndsAt } from "../life.ts";
import { untilText } from "../until.ts";

/** When it opens and closes, until when one may finish, and in which languages it is. */
export function ConsultationDates({ consultation }: { consultation: Consultation }) {
  const words = useWords();
  const { t, instant } = words;
  const { opensAt, closesAt, graceInMinutes, languages } = consultation;
  const graceEnds = graceEndsAt(consultation);
  const rows = [
    opensAt && { key: "opens", label: t("consultations:dates.opening"), value: instant(opensAt) },
    closesAt && { key: "closes", label: t("consultations:dates.closing"), value: untilText(words, closesAt) },
    closesAt &&
      graceEnds &&
      graceInMinutes > 0 && {
        key: "grace",
        label: t("consultations:dates.grace"),
        value: t("consultations:dates.grace-until", { until: untilText(words, graceEnds) }),
      },
    {
      key: "languages",
      label: t("consultations:dates.languages"),
      value: languages.map((language) => (
        <p key={language} className="govuk-body" lang={language}>
          {languageNames[language]}
        </p>
      )),
    },
  ].filter((row) => row !== null && row !== false);
  return (
    <>
      <h2 className="govuk-heading-m">{t("consultations:dates.heading")}</h2>
      <SummaryList rows={rows} />
      {consultation.shorterTimeReason && (
        <>
          <h3 className="govuk-heading-s">{t("consultations:dates.shorter")}</h3>
          <Paragraphs text={consultation.shorterTimeReason} />
        </>
      )}
    </>
  );
}
