// The delegates of an organisation as those on the roll see them, and a form by which whoever speaks for it names another.
import { languageNames, languages } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type Props = {
  name: string;
  /** How many delegates each organisation has. */
  each: number;
  isFull: boolean;
  mayName: boolean;
  named: readonly { id: string; delegate: string; place: number | null; mayTakeBack: boolean }[];
  token: string;
  fields: Fields;
};

export function NameDelegates({ name, each, isFull, mayName, named, token, fields }: Props) {
  const { t, number } = useWords();
  return (
    <>
      <h2 className="govuk-heading-m">{t("roll:delegates.of", { name })}</h2>
      <p className="govuk-body">{t("roll:delegates.so-many", { named: number(named.length), each: number(each) })}</p>
      <ul className="govuk-list govuk-list--spaced">
        {named.map(({ id, delegate, place, mayTakeBack }) => (
          <li key={id}>
            {place !== null && `${number(place)}. `}
            <bdi>{delegate}</bdi>
            {mayTakeBack && (
              <form method="post" noValidate>
                <input type="hidden" name="key" value={token} />
                <input type="hidden" name="delegate" value={id} />
                <Button look="secondary" name="deed" value="unname">{t("roll:delegates.take-back", { name: delegate })}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {!mayName && !isFull && <p className="govuk-body">{t("roll:delegates.not-you")}</p>}
      {mayName && !isFull && (
        <form method="post" noValidate>
          <input type="hidden" name="key" value={token} />
          <h3 className="govuk-heading-s">{t("roll:delegates.name")}</h3>
          <p className="govuk-body">{t("roll:delegates.name-text")}</p>
          <TextField {...fields.field("delegate")} autoComplete="off" />
          <TextField {...fields.field("email")} hint={t("roll:delegates.email-hint")} type="email" autoComplete="off" spellCheck={false} />
          <Textarea {...fields.field("post")} rows={4} />
          <Select {...fields.field("language")} options={languages.map((one) => ({ value: one, label: languageNames[one] }))} />
          <Button name="deed" value="name">{t("roll:delegates.name-do")}</Button>
        </form>
      )}
    </>
  );
}
