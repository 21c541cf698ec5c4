import type { Erratum } from "#app/forms/errata.ts";
import { Errata } from "#app/forms/ui/questions.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** What was corrected since it was published, under a heading; nothing where nothing was. */
export function Corrections({ errata }: { errata: readonly Erratum[] }) {
  const { t } = useWords();
  if (errata.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("consultations:read.errata")}</h2>
      <Errata errata={errata} />
    </>
  );
}
