import { Button } from "#app/shared/ui/button.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Why another set is made, and the button that has it made. */
export function NewSetForm({ reason, problem }: { reason: string; problem: string | undefined }) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("analysis:new.heading")}</h2>
      <p className="govuk-body">{t("analysis:new.lead")}</p>
      <Textarea name="reason" label={t("analysis:new.reason")} hint={t("analysis:new.hint")} rows={3} value={reason} error={problem} />
      <Button>{t("analysis:new.make")}</Button>
    </form>
  );
}
