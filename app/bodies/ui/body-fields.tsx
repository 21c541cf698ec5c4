// What is said of a body, to be typed.
import type { Text } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { textIn } from "#app/shared/languages.ts";
import { longest } from "../body-form.ts";
import { bodyKinds, chairWays, decisionModels, minutesRules } from "../body.ts";
import { legalStatuses } from "../partnership-register.ts";
import { themes } from "../theme.ts";

type Props = { fields: ReturnType<typeof useFields>; parents: readonly { id: string; name: Text }[] };

export function BodyFields({ fields: { entries, errorAt, theirs, inEach, dayField }, parents }: Props) {
  const { t, language } = useWords();
  const say = (name: string) => t(`bodies:field.${name}`);
  const input = (name: string) => ({ name, label: say(name), value: entries[name] ?? "", error: errorAt(name) });
  const hinted = (name: string) => ({ ...input(name), hint: t(`bodies:field.${name}-hint`) });
  const choices = (values: readonly string[], word: string) => values.map((value) => ({ value, label: t(`bodies:${word}.${value}`) }));
  const choose = { value: "", label: t("bodies:choose") };
  const number = (name: string) => ({ ...hinted(name), inputMode: "numeric" as const, width: 3 as const, autoComplete: "off" });
  const themed = (name: "themes" | "crossCutting") => (
    <>
      <Checkboxes name={name} label={say(name)} hint={t(`bodies:field.${name}-hint`)} labelSize="s" small values={(entries[name] ?? "").split(" ")} choices={choices(themes, "theme")} />
      <Theirs said={theirs(name)} />
    </>
  );
  const yes = (name: string) => (
    <Checkboxes name={name} label={say(name)} labelSize="s" error={errorAt(name)} values={[entries[name] ?? ""]} choices={[{ value: "yes", label: t(`bodies:field.${name}-yes`), hint: t(`bodies:field.${name}-hint`) }]} />
  );
  const select = (name: string, values: readonly string[], word: string) => (
    <>
      <Select {...hinted(name)} options={[choose, ...choices(values, word)]} />
      <Theirs said={theirs(name) && t(`bodies:${word}.${theirs(name)}`)} />
    </>
  );
  return (
    <>
      {select("kind", bodyKinds, "kind")}
      <Select {...hinted("parent")} options={[{ value: "", label: t("bodies:field.parent-none") }, ...parents.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))]} />
      {yes("isFull")}
      {inEach("purpose", { rows: 4, most: longest.purpose })}
      {themed("themes")}
      {themed("crossCutting")}
      <TextField {...hinted("areaCodes")} dir="ltr" autoComplete="off" />
      <h2 className="govuk-heading-m">{t("bodies:details.rules")}</h2>
      {inEach("terms", { rows: 8, most: longest.terms })}
      <DateField {...dayField("termsAgreed")} labelSize="s" />
      <Theirs said={theirs("termsAgreed")} />
      <Radios {...input("decisionModel")} labelSize="s" choices={decisionModels.map((value) => ({ value, label: t(`bodies:model.${value}`), hint: t(`bodies:model-hint.${value}`) }))} />
      {select("chairChosenBy", chairWays, "chair-way")}
      <TextField {...number("quorum")} />
      <h2 className="govuk-heading-m">{t("bodies:details.meetings")}</h2>
      {inEach("meets", { most: longest.meets })}
      {yes("isOpen")}
      <TextField {...number("papersInDays")} />
      <Radios
        {...input("minutesRule")}
        labelSize="s"
        choices={minutesRules.map((value) => ({
          ...{ value, label: t(`bodies:minutes-rule.${value}`) },
          ...(value === "days" && { conditional: <TextField {...number("minutesInDays")} /> }),
          ...(value === "weekday" && { conditional: <Select {...input("minutesWeekday")} options={[choose, ...choices(["1", "2", "3", "4", "5", "6", "7"], "weekday")]} /> }),
        }))}
      />
      <TextField {...number("reportBackInDays")} />
      <TextField {...number("mostMissed")} />
      {yes("mayCoOpt")}
      <h2 className="govuk-heading-m">{t("bodies:details.standing")}</h2>
      <DateField {...dayField("started")} labelSize="s" />
      <DateField {...dayField("plannedEnd")} labelSize="s" hint={t("bodies:field.plannedEnd-hint")} />
      {select("legalStatus", legalStatuses, "legal-status")}
      <TextField {...hinted("legalBasis")} autoComplete="off" />
    </>
  );
}
