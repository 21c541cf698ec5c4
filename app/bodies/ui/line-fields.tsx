// What is said of a line of seats, to be typed.
import { textIn, type Text } from "#app/shared/languages.ts";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { useFields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { howMany, longest } from "../line-form.ts";
import { bases } from "../seat-scheme.ts";
import { seatSectors } from "../sector.ts";

type Named = readonly { id: string; name: Text }[];
type Props = { fields: ReturnType<typeof useFields>; within: Named; organisations: Named; networks: Named };

export function LineFields({ fields: { entries, errorAt, theirs, inEach }, within, organisations, networks }: Props) {
  const { t, language } = useWords();
  const input = (name: string) => ({ name, label: t(`seats:field.${name}`), value: entries[name] ?? "", error: errorAt(name) });
  const hinted = (name: string) => ({ ...input(name), hint: t(`seats:field.${name}-hint`) });
  const number = (name: string) => ({ ...input(name), inputMode: "numeric" as const, width: 3 as const, autoComplete: "off" });
  const options = (values: readonly string[], word: string) => [{ value: "", label: t("bodies:choose") }, ...values.map((value) => ({ value, label: t(`bodies:${word}.${value}`) }))];
  const named = (some: Named) => [{ value: "", label: t("bodies:field.parent-none") }, ...some.map(({ id, name }) => ({ value: id, label: textIn(name, language).text }))];
  const yes = (name: string) => (
    <Checkboxes name={name} label={t(`seats:field.${name}`)} labelSize="s" values={[entries[name] ?? ""]} choices={[{ value: "yes", label: t(`seats:field.${name}-yes`), hint: t(`seats:field.${name}-hint`) }]} />
  );
  return (
    <>
      <Select {...input("sector")} options={options(seatSectors, "sector")} />
      <Theirs said={theirs("sector") && t(`bodies:sector.${theirs("sector")}`)} />
      <Radios {...input("basis")} labelSize="s" choices={bases.map((value) => ({
        ...{ value, label: t(`bodies:basis.${value}`), hint: t(`seats:basis-hint.${value}`) },
        ...(value === "pool" && { conditional: <TextField {...number("poolSize")} hint={t("seats:field.poolSize-hint")} /> }),
      }))} />
      <Theirs said={theirs("basis") && t(`bodies:basis.${theirs("basis")}`)} />
      <Radios
        {...input("howMany")}
        labelSize="s"
        choices={howMany.map((value) => ({ value, label: t(`seats:how-many.${value}`) }))}
      />
      <TextField {...number("count")} hint={t("seats:field.count-hint")} />
      <Theirs said={theirs("count")} />
      <TextField {...number("countMost")} hint={t("seats:field.countMost-hint")} />
      <Theirs said={theirs("countMost")} />
      <Select {...hinted("within")} options={named(within)} />
      {inEach("chosenBy", { most: longest.chosenBy })}
      <Select {...hinted("organisation")} options={named(organisations)} />
      <Select {...hinted("network")} options={named(networks)} />
      <h2 className="govuk-heading-m">{t("seats:line.terms")}</h2>
      <TextField {...number("termInMonths")} />
      <TextField {...number("mostTerms")} />
      {yes("isVoting")}
      {yes("isRequired")}
      {inEach("roleDescription", { rows: 6, most: longest.roleDescription })}
      <h2 className="govuk-heading-m">{t("seats:line.reserved")}</h2>
      <p className="govuk-body">{t("seats:line.reserved-text")}</p>
      <TextField {...number("reservedLeast")} />
      {inEach("reserved", { most: longest.reserved })}
      {inEach("reservedFor", { rows: 3, most: longest.reservedFor })}
    </>
  );
}
