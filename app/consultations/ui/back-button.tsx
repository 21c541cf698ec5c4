import { useWords } from "#app/shared/ui/words.tsx";

/**
 * Goes back and takes along what was typed, also where no script runs. It stands above the form that it sends; the hidden
 * button before it is the one that the Enter key presses.
 */
export function BackButton({ form }: { form: string }) {
  const { t } = useWords();
  return (
    <>
      <button type="submit" form={form} className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
        {t("consultations:respond.continue")}
      </button>
      <button type="submit" form={form} name="_intent" value="back" className="govuk-back-link back-button">
        {t("shared:back")}
      </button>
    </>
  );
}
