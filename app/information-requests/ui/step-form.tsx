import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { StepKind } from "../request.ts";

type StepFormProps = { next: readonly StepKind[]; hint: string | null; typed: Record<string, string>; errorOf: (field: string) => string | undefined };

/** What may happen next, on which day, and why. */
export function StepForm({ next, hint, typed, errorOf }: StepFormProps) {
  const { t } = useWords();
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("information-requests:next.heading")}</h2>
      {hint !== null && <p className="govuk-body">{hint}</p>}
      <Radios name="kind" label={t("information-requests:next.kind")} value={typed.kind} error={errorOf("kind")} choices={next.map((value) => ({ value, label: t(`information-requests:step.${value}`) }))} />
      <DateField name="on" label={t("information-requests:next.on")} value={{ day: typed["on-day"] ?? "", month: typed["on-month"] ?? "", year: typed["on-year"] ?? "" }} error={errorOf("on")} />
      <Textarea name="reason" label={t("information-requests:next.reason")} hint={t("information-requests:next.reason-hint")} rows={4} value={typed.reason ?? ""} error={errorOf("reason")} />
      <Button>{t("information-requests:next.yes")}</Button>
    </form>
  );
}
