import { DateField } from "#app/shared/ui/date-field.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ClosingEntries } from "../closing-time.ts";

type MomentFieldProps = {
  /** Its inputs are called "closes-day" and so on, and "closes-time". */
  name: string;
  label: string;
  hint: string;
  timeHint: string;
  value: ClosingEntries;
  error: string | undefined;
  timeError: string | undefined;
};

/** A day and a time of day. */
export function MomentField({ name, label, hint, timeHint, value, error, timeError }: MomentFieldProps) {
  const { t } = useWords();
  return (
    <>
      <DateField name={name} label={label} hint={hint} value={value} error={error} />
      <TextField name={`${name}-time`} label={t("life:form.time")} hint={timeHint} width={5} value={value.time} error={timeError} />
    </>
  );
}
