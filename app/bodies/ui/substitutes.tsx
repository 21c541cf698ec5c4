// Who comes in somebody's place, as they told the partnership.
import { Button } from "#app/shared/ui/button.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Props = { substitutes: readonly { id: string; name: string; toldOn: string }[]; value: string; error: string | undefined };

export function Substitutes({ substitutes, value, error }: Props) {
  const { t, date } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("seats:substitutes.title")}</h2>
      {substitutes.length === 0 && <p className="govuk-body">{t("seats:substitutes.none")}</p>}
      <form method="post" noValidate>
        <ul className="govuk-list">
          {substitutes.map((one) => (
            <li key={one.id}>
              <bdi>{one.name}</bdi> {t("seats:substitutes.since", { date: date(one.toldOn) })}{" "}
              <button type="submit" name="deed" value={`leave ${one.id}`} className="link-button">
                {t("seats:substitutes.end")}
                <span className="govuk-visually-hidden"> ({one.name})</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
      <form method="post" noValidate>
        <TextField name="substitute" label={t("seats:field.substitute")} hint={t("seats:substitutes.hint")} value={value} error={error} autoComplete="off" />
        <Button name="deed" value="substitute" look="secondary">
          {t("seats:substitutes.add")}
        </Button>
      </form>
    </>
  );
}
