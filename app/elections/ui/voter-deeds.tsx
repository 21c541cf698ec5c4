// What may be done with an entry on the roll: a new code made, the entry struck off or put back; why is asked for.
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Shown = { struckReason: string | null; hasEmail: boolean };

export function VoterDeeds({ voter, fields, mayRule }: { voter: Shown; fields: Fields; mayRule: boolean }) {
  const { t } = useWords();
  const why = (deed: "replace" | "strike") => {
    const error = fields.errorAt(`${deed}-why`);
    return <TextField id={`${deed}-why`} name="why" label={t("roll:field.reason")} hint={t("roll:field.reason-hint")} error={error} value={error ? "" : undefined} autoComplete="off" />;
  };
  if (voter.struckReason !== null) {
    return (
      <form method="post" noValidate>
        <p className="govuk-body">{t(mayRule ? "roll:deed.restore-code" : "roll:deed.restore-text")}</p>
        <Button look="secondary" name="deed" value="restore" id="restore">{t("roll:deed.restore")}</Button>
      </form>
    );
  }
  return (
    <>
      {mayRule && (
        <Details summary={t("roll:deed.replace")} open={fields.errorAt("replace-why") !== undefined}>
          <form method="post" noValidate>
            <p className="govuk-body">{t("roll:deed.replace-text")}</p>
            {voter.hasEmail && (
              <Radios
                name="way"
                label={t("roll:deed.way")}
                value="email"
                choices={(["email", "post"] as const).map((value) => ({ value, label: t(`roll:way.${value}`) }))}
              />
            )}
            {why("replace")}
            <Button name="deed" value="replace">{t("roll:deed.replace-do")}</Button>
          </form>
        </Details>
      )}
      <Details summary={t("roll:deed.strike")} open={fields.errorAt("strike-why") !== undefined}>
        <form method="post" noValidate>
          <p className="govuk-body">{t(mayRule ? "roll:deed.strike-code" : "roll:deed.strike-text")}</p>
          {why("strike")}
          <Button look="warning" name="deed" value="strike">{t("roll:deed.strike-do")}</Button>
        </form>
      </Details>
    </>
  );
}
