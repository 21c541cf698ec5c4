// What is asked of hustings: when and where; why they are called off; what was said.
import { PlaceFields, TimeFields } from "#app/shared/ui/gathering-fields.tsx";
import type { Entries } from "#app/shared/edits.ts";
import { AsOpened } from "#app/shared/ui/as-opened.tsx";
import { Button } from "#app/shared/ui/button.tsx";
import { dateParts, DateField } from "#app/shared/ui/date-field.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestOfHustings } from "../hustings-meeting.ts";

type FormProps = {
  entries: Entries;
  /** As it was when the form was opened; null for a new one. */
  before: Entries | null;
  errors: Entries;
};

export function HustingsForm({ entries, before, errors }: FormProps) {
  const { t } = useWords();
  const wrong = dateParts.filter((part) => errors[`on-${part}`]);
  return (
    <form method="post" noValidate>
      <DateField
        name="on"
        label={t("meetings:field.on")}
        hint={t("meetings:hint.on")}
        value={Object.fromEntries(dateParts.map((part) => [part, entries[`on-${part}`] ?? ""]))}
        error={wrong.map((part) => errors[`on-${part}`])[0]}
        wrong={wrong}
      />
      <TimeFields entries={entries} errors={errors} />
      <PlaceFields entries={entries} errors={errors} isForAll />
      {before && <AsOpened entries={before} />}
      <p className="govuk-body">{t("candidates:meeting.all-told")}</p>
      <Button name="deed" value="save">
        {t(before ? "candidates:meeting.save" : "candidates:meeting.plan-yes")}
      </Button>
    </form>
  );
}

export function HustingsTextForm({ name, entries, errors }: { name: "why" | "record"; entries: Entries; errors: Entries }) {
  const { t, number } = useWords();
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">{t(`candidates:meeting.${name}.title`)}</h2>
      <FieldsInLanguages
        name={name}
        rows={name === "record" ? 12 : 3}
        legend={t(`candidates:meeting.${name}.label`)}
        hint={t(`candidates:meeting.${name}.hint`, { most: number(longestOfHustings[name]) })}
        valueOf={(language) => entries[`${name}-${language}`] ?? ""}
        errorOf={(language) => errors[`${name}-${language}`]}
      />
      <Button name="deed" value={name === "why" ? "cancel" : "record"} {...(name === "why" && { look: "warning" as const })}>
        {t(`candidates:meeting.${name}.yes`)}
      </Button>
    </form>
  );
}
