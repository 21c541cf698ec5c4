import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ClosingEntries, ClosingProblem } from "../closing-time.ts";

/** The field a problem is about, for the link of the error summary. */
export function closingFieldId(field: ClosingProblem["field"]): string {
  return field === "time" ? "time" : `closes-${field}`;
}

/** Sets when the consultation closes; what was typed wrong stays as it was typed. */
export function ClosingForm({ entries, problems }: { entries: ClosingEntries; problems: readonly ClosingProblem[] }) {
  const { t } = useWords();
  const errorAt = (isTime: boolean) => {
    const problem = problems.find(({ field }) => (field === "time") === isTime);
    return problem && t(`office:closing.problem.${problem.code}`);
  };
  return (
    <form method="post" noValidate>
      <DateField
        name="closes"
        label={t("office:closing.label")}
        hint={t("office:closing.hint")}
        value={entries}
        error={errorAt(false)}
      />
      <TextField name="time" label={t("office:closing.time")} hint={t("office:closing.time-hint")} width={5} value={entries.time} error={errorAt(true)} />
      <Button look="secondary" name="deed" value="set-closing">
        {t("office:deed.set-closing")}
      </Button>
    </form>
  );
}
