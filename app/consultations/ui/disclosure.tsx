import { useWords } from "#app/shared/ui/words.tsx";
import { disclosureNotice } from "../disclosure-notice.ts";

/** The notice of who may see a response. */
export function Disclosure() {
  const { t } = useWords();
  return (
    <section aria-labelledby="disclosure">
      <h2 className="govuk-heading-m" id="disclosure">
        {t("consultations:disclosure.heading")}
      </h2>
      {disclosureNotice.paragraphs.map((key) => (
        <p key={key} className="govuk-body">
          {t(key)}
        </p>
      ))}
    </section>
  );
}
