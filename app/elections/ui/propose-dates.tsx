// The day of the notice, from which all other dates of an election are proposed.
import { Button } from "#app/shared/ui/button.tsx";
import { DateField, type DateParts } from "#app/shared/ui/date-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

export function ProposeDates({ notice, isWrong, isFirst }: { notice: DateParts; isWrong: boolean; isFirst: boolean }) {
  const { t } = useWords();
  return (
    <form method="get" noValidate>
      <DateField
        name="notice"
        label={t("elections:date-field.notice")}
        labelSize="m"
        hint={t("elections:dates.notice-hint")}
        value={notice}
        error={isWrong ? t("elections:problem.date", { field: t("elections:date-field.notice") }) : undefined}
      />
      <Button look={isFirst ? "main" : "secondary"}>{t("elections:dates.propose")}</Button>
    </form>
  );
}
