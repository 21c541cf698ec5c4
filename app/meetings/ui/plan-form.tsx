import { textIn, type Text } from "#app/shared/languages.ts";
import type { Entries } from "#app/shared/edits.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { dateParts, DateField } from "#app/shared/ui/date-field.tsx";
import { PlaceFields, TimeFields } from "#app/shared/ui/gathering-fields.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { rhythms } from "../meeting-dates.ts";
import { ClashList } from "./clash-list.tsx";

/** What dates are made of: the body, the first, how often, until when, and where. */
export function PlanForm({ entries, bodies, errors }: { entries: Entries; bodies: readonly { id: string; name: Text }[]; errors: Entries }) {
  const { t, language } = useWords();
  const dateField = (name: "on" | "until") => {
    const wrong = dateParts.filter((part) => errors[`${name}-${part}`]);
    return (
      <DateField
        name={name}
        label={t(name === "on" ? "meetings:plan.first" : "meetings:field.until")}
        hint={t(`meetings:hint.${name}`)}
        value={Object.fromEntries(dateParts.map((part) => [part, entries[`${name}-${part}`] ?? ""]))}
        error={wrong.map((part) => errors[`${name}-${part}`])[0]}
        wrong={wrong}
      />
    );
  };
  return (
    <form method="get" noValidate>
      <p className="govuk-body">{t("meetings:plan.lead")}</p>
      <Select
        name="body"
        label={t("meetings:field.body")}
        labelSize="m"
        value={entries.body}
        error={errors.body}
        options={[{ value: "", label: t("meetings:field.body-choose") }, ...bodies.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]}
      />
      {dateField("on")}
      <Select
        name="rhythm"
        label={t("meetings:field.rhythm")}
        labelSize="m"
        hint={t("meetings:hint.rhythm")}
        value={entries.rhythm}
        error={errors.rhythm}
        options={[{ value: "", label: t("meetings:field.rhythm-choose") }, ...Object.keys(rhythms).map((rhythm) => ({ value: rhythm, label: t(`meetings:rhythm.${rhythm}`) }))]}
      />
      {dateField("until")}
      <TimeFields entries={entries} errors={errors} />
      <PlaceFields entries={entries} errors={errors} />
      <Button>{t("meetings:plan.see")}</Button>
    </form>
  );
}

type Proposed = { body: string; dates: readonly { date: string; label: string; clashes: readonly string[] }[] };

/** The dates with what stands in the way of each; those with nothing in their way are chosen already. */
export function PlanDates({ entries, proposed, error }: { entries: Entries; proposed: Proposed; error: string | undefined }) {
  const { t, number } = useWords();
  const free = proposed.dates.filter(({ clashes }) => clashes.length === 0);
  return (
    <form method="post" noValidate>
      {Object.entries(entries).map(([input, value]) => (
        <input key={input} type="hidden" name={input} value={value} />
      ))}
      <p className="govuk-body">
        {t("meetings:plan.found", { body: proposed.body, count: proposed.dates.length, number: number(proposed.dates.length), free: number(free.length) })}
      </p>
      <Checkboxes
        name="date"
        small
        label={t("meetings:plan.which")}
        hint={t("meetings:plan.which-hint")}
        error={error}
        values={free.map(({ date }) => date)}
        choices={proposed.dates.map(({ date, label, clashes }) => ({ value: date, label, hint: clashes.length > 0 ? <ClashList clashes={clashes} /> : undefined }))}
      />
      <Button>{t("meetings:plan.put")}</Button>
    </form>
  );
}
