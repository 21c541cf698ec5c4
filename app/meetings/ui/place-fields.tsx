import { accessFacts } from "#app/shared/access-facts.ts";
import type { Entries } from "#app/shared/edits.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestOfMeeting } from "../meeting-form.ts";

type FieldsProps = { entries: Entries; errors: Entries };

/** From when to when, by the clock. */
export function TimeFields({ entries, errors }: FieldsProps) {
  const { t } = useWords();
  return (["starts", "ends"] as const).map((name) => (
    <TextField
      key={name}
      name={name}
      label={t(`meetings:field.${name}`)}
      hint={t(`meetings:hint.${name}`)}
      width={5}
      autoComplete="off"
      value={entries[name]}
      error={errors[name]}
    />
  ));
}

/** Where it is, online too, what there is for those who need it, and whether everybody may come. */
export function PlaceFields({ entries, errors }: FieldsProps) {
  const { t, number } = useWords();
  return (
    <>
      <FieldsInLanguages
        name="venue"
        legend={t("meetings:field.venue")}
        hint={t("meetings:hint.venue", { most: number(longestOfMeeting.venue) })}
        valueOf={(language) => entries[`venue-${language}`] ?? ""}
        errorOf={(language) => errors[`venue-${language}`]}
      />
      <Textarea name="address" label={t("meetings:field.address")} hint={t("meetings:hint.address")} rows={3} value={entries.address} error={errors.address} />
      <TextField
        name="link"
        type="url"
        label={t("meetings:field.link")}
        hint={t("meetings:hint.link")}
        autoComplete="off"
        spellCheck={false}
        value={entries.link}
        error={errors.link}
      />
      <Checkboxes
        name="access"
        small
        label={t("meetings:field.access")}
        hint={t("meetings:hint.access")}
        values={(entries.access ?? "").split(" ")}
        choices={accessFacts.map((fact) => ({ value: fact, label: t(`shared:access.${fact}`) }))}
      />
      <Checkboxes name="isOpen" small label={t("meetings:field.isOpen")} values={[entries.isOpen ?? ""]} choices={[{ value: "yes", label: t("meetings:field.isOpen-yes") }]} />
    </>
  );
}
