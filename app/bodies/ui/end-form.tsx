// Ends somebody's seat: the last day and why; a removal with its votes.
import { Button } from "#app/shared/ui/button.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { chosenReasons } from "../appointment-form.ts";

export function EndForm({ fields: { entries, errorAt, dayField }, voting, toRemove }: { fields: ReturnType<typeof useFields>; voting: number; toRemove: number }) {
  const { t, number } = useWords();
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t("seats:ending.title")}</h2>
      <p className="govuk-body">{t("seats:ending.text")}</p>
      <DateField {...dayField("ended")} labelSize="s" />
      <Radios
        name="endedFor"
        label={t("seats:field.endedFor")}
        labelSize="s"
        value={entries.endedFor}
        error={errorAt("endedFor")}
        choices={chosenReasons.map((value) => ({
          ...{ value, label: t(`bodies:ended.${value}`) },
          ...(value === "absent" && { hint: t("seats:ending.absent") }),
          ...(value === "removed" && {
            conditional: (
              <TextField
                name="votes"
                label={t("seats:field.votes")}
                hint={t("seats:ending.votes", { needed: number(toRemove), of: number(voting) })}
                value={entries.votes}
                error={errorAt("votes")}
                inputMode="numeric"
                width={3}
                autoComplete="off"
              />
            ),
          }),
        }))}
      />
      <Button look="warning" name="deed" value="end">
        {t("seats:ending.yes")}
      </Button>
    </form>
  );
}
