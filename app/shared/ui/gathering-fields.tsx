// What is asked of where people come together: from when to when, in which place or online.
import { accessFacts } from "#app/shared/access-facts.ts";
import type { Entries } from "#app/shared/edits.ts";
import { longestOfGathering } from "#app/shared/gathering.ts";
import { Checkboxes } from "./checkboxes.tsx";
import { FieldsInLanguages } from "./fields-in-languages.tsx";
import { Textarea } from "./textarea.tsx";
import { TextField } from "./text-field.tsx";
import { useWords } from "./words.tsx";

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

/** Where it is, online too, what there is for those who need it, and whether everybody may come unless it `isForAll` anyway. */
export function PlaceFields({ entries, errors, isForAll = false }: FieldsProps & { isForAll?: boolean }) {
  const { t, number } = useWords();
  return (
    <>
      <FieldsInLanguages
        name="venue"
        legend={t("meetings:field.venue")}
        hint={t("meetings:hint.venue", { most: number(longestOfGathering.venue) })}
        valueOf={(language) => entries[`venue-${language}`] ?? ""}
        errorOf={(language) => errors[`venue-${language}`]}
      />
      <Textarea name="address" label={t("meetings:field.address")} hint={t("meetings:hint.address")} rows={3} value={entries.address} error={errors.address} />
      <TextField
        name="link"
        type="url"
        label={t("meetings:field.link")}
        hint={t(isForAll ? "meetings:hint.link-for-all" : "meetings:hint.link")}
        autoComplete="off"
        spellCheck={false}
        value={entries.link}
        error={errors.link}
      />
      <Checkboxes
        name="access"
        small
        label={t("meetings:field.access")}
        hint={t(isForAll ? "meetings:hint.access-for-all" : "meetings:hint.access")}
        values={(entries.access ?? "").split(" ")}
        choices={accessFacts.map((fact) => ({ value: fact, label: t(`shared:access.${fact}`) }))}
      />
      {!isForAll && <Checkboxes name="isOpen" small label={t("meetings:field.isOpen")} values={[entries.isOpen ?? ""]} choices={[{ value: "yes", label: t("meetings:field.isOpen-yes") }]} />}
    </>
  );
}
