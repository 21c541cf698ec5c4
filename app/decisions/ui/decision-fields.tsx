import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { topics } from "../decision.ts";
import { longest } from "../decision-form.ts";

type Option = { value: string; label: string };
type DecisionFieldsProps = {
  fields: ReturnType<typeof useFields>;
  choices: { places: readonly (Option & { isItem: boolean })[] } & Record<"delegations" | "consultations" | "findings" | "organisations", readonly Option[]>;
};

/** What is to be decided, where, and what it rests on. */
export function DecisionFields({ fields: { entries, errorAt, inEach, theirs }, choices }: DecisionFieldsProps) {
  const { t } = useWords();
  const chosen = (name: string, options: readonly Option[], none: string) => (
    <>
      <Select name={name} label={t(`decisions:field.${name}`)} hint={t(`decisions:field.${name}-hint`)} value={entries[name]} error={errorAt(name)} options={[{ value: "", label: none }, ...options]} />
      <Theirs said={theirs(name)} />
    </>
  );
  const of = (isItem: boolean) => choices.places.filter((place) => place.isItem === isItem);
  return (
    <>
      <Select
        name="place"
        label={t("decisions:field.place")}
        labelSize="m"
        hint={t("decisions:field.place-hint")}
        value={entries.place}
        error={errorAt("place")}
        options={[{ value: "", label: t("decisions:choose") }]}
        groups={[
          { label: t("decisions:texts.items"), options: of(true) },
          { label: t("decisions:texts.bodies"), options: of(false) },
        ]}
      />
      {inEach("title", { most: longest.title })}
      {inEach("text", { rows: 5, most: longest.text })}
      {inEach("reasons", { rows: 6, most: longest.reasons })}
      <Select
        name="topic"
        label={t("decisions:field.topic")}
        labelSize="m"
        value={entries.topic}
        error={errorAt("topic")}
        options={[{ value: "", label: t("decisions:choose") }, ...topics.map((value) => ({ value, label: t(`decisions:topic.${value}`) }))]}
      />
      <TextField name="amount" label={t("decisions:field.amount")} labelSize="m" hint={t("decisions:field.amount-hint")} prefix="£" width={10} inputMode="decimal" value={entries.amount} error={errorAt("amount")} />
      <Theirs said={theirs("amount")} />
      <h2 className="govuk-heading-m">{t("decisions:texts.rests")}</h2>
      <p className="govuk-body">{t("decisions:texts.rests-text")}</p>
      {chosen("consultation", choices.consultations, t("decisions:field.no-consultation"))}
      {chosen("finding", choices.findings, t("decisions:field.no-finding"))}
      {inEach("noEvidence", { rows: 3, most: longest.noEvidence })}
      {chosen("delegation", choices.delegations, t("decisions:field.no-delegation"))}
      {inEach("equality", { rows: 3, most: longest.equality })}
      {choices.organisations.length > 0 && (
        <Details summary={t("decisions:field.asked")} open={(entries.asked ?? "") !== ""}>
          <Checkboxes small name="asked" label={t("decisions:field.asked-legend")} labelSize="s" values={(entries.asked ?? "").split(" ")} choices={choices.organisations} />
        </Details>
      )}
    </>
  );
}
