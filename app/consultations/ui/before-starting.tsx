import { useWords } from "#app/shared/ui/words.tsx";
import type { Consultation } from "../consultation.ts";
import { graceEndsAt } from "../life.ts";
import { keptForDays } from "../draft.ts";
import { untilText } from "../until.ts";

/** What is good to know before one begins to respond. */
export function BeforeStarting({ consultation }: { consultation: Consultation }) {
  const words = useWords();
  const { t, number } = words;
  const { closesAt, languages } = consultation;
  const graceEnds = graceEndsAt(consultation);
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t("consultations:start.no-account")}</li>
        <li>{t("consultations:start.saved", { days: number(keptForDays) })}</li>
        <li>{t("consultations:start.before-sending")}</li>
        {closesAt && graceEnds && (
          <li>
            {t(graceEnds > closesAt ? "consultations:start.until-grace" : "consultations:start.until", {
              until: untilText(words, closesAt),
              grace: untilText(words, graceEnds),
            })}
          </li>
        )}
      </ul>
      {!languages.includes(words.language) && <p className="govuk-body">{t("consultations:start.language")}</p>}
    </>
  );
}
