import { accessFacts } from "#app/shared/access-facts.ts";
import type { Entries } from "#app/shared/edits.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { dateParts, DateField } from "#app/shared/ui/date-field.tsx";
import { FieldsInLanguages } from "#app/shared/ui/fields-in-languages.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Textarea } from "#app/shared/ui/textarea.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { eventKinds, longestOfEvent } from "../consultation-event.ts";
import { inputIn } from "../design-fields.ts";

/** All that is asked about an event; `errors` by the input. */
export function EventFields({ entries, errors }: { entries: Entries; errors: Entries }) {
  const { t, number } = useWords();
  const inEach = (name: "title" | "about" | "venue" | "booking", rows?: number) => (
    <FieldsInLanguages
      name={name}
      legend={t(`prepare:event.field.${name}`)}
      hint={t(`prepare:event.hint.${name}`, { most: number(longestOfEvent[name]) })}
      {...(rows ? { rows } : {})}
      valueOf={(language) => entries[inputIn(name, language)] ?? ""}
      errorOf={(language) => errors[inputIn(name, language)]}
    />
  );
  const plain = (name: "starts" | "ends" | "address" | "link") => ({
    ...{ name, label: t(`prepare:event.field.${name}`), hint: t(`prepare:event.hint.${name}`, { most: number(longestOfEvent.address) }) },
    ...{ value: entries[name], error: errors[name] },
  });
  const wrong = dateParts.filter((part) => errors[`on-${part}`]);
  return (
    <>
      {inEach("title")}
      <Radios
        name="kind"
        small
        label={t("prepare:event.field.kind")}
        value={entries.kind}
        error={errors.kind}
        choices={eventKinds.map((kind) => ({ value: kind, label: t(`consultations:event.kind.${kind}`) }))}
      />
      {inEach("about", 4)}
      <DateField
        name="on"
        label={t("prepare:event.field.on")}
        hint={t("prepare:event.hint.on")}
        value={Object.fromEntries(dateParts.map((part) => [part, entries[`on-${part}`] ?? ""]))}
        error={wrong.map((part) => errors[`on-${part}`])[0]}
        wrong={wrong}
      />
      <TextField {...plain("starts")} width={5} autoComplete="off" />
      <TextField {...plain("ends")} width={5} autoComplete="off" />
      {inEach("venue")}
      <Textarea {...plain("address")} rows={3} />
      <TextField {...plain("link")} type="url" autoComplete="off" spellCheck={false} />
      <Checkboxes
        name="access"
        small
        label={t("prepare:event.field.access")}
        hint={t("prepare:event.hint.access")}
        values={(entries.access ?? "").split(" ")}
        error={errors.access}
        choices={accessFacts.map((fact) => ({ value: fact, label: t(`shared:access.${fact}`) }))}
      />
      {inEach("booking", 3)}
    </>
  );
}
