// What an election is about, to be typed: first the role and the places, then how votes are cast and counted.
import { textIn, type Text } from "#app/shared/languages.ts";
import { DateField } from "#app/shared/ui/date-field.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import { Theirs } from "#app/shared/ui/theirs.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestTitle } from "../election-form.ts";
import { bounds, choices, longestPassage, passages } from "../head-form.ts";

type Props = { fields: Fields; lines: readonly { id: string; holder: Text; body: { name: Text } }[]; chairs: readonly { id: string; name: Text }[]; parts: readonly { id: string; name: Text }[] };

export function HeadFields({ fields: { field, inEach, dayField, theirs }, lines, chairs, parts }: Props) {
  const { t, language } = useWords();
  const hinted = (name: string) => ({ ...field(name), hint: t(`elections:field.${name}-hint`) });
  const said = (text: Text) => textIn(text, language).text;
  const counted = (name: keyof typeof bounds) => (
    <>
      <TextField {...hinted(name)} width={3} inputMode="numeric" dir="ltr" autoComplete="off" />
      <Theirs said={theirs(name)} />
    </>
  );
  const chosen = (name: keyof typeof choices, word: (value: string) => string, hint?: (value: string) => string) => (
    <>
      <Radios
        {...field(name)}
        labelSize="s"
        choices={choices[name].map((value) => ({ value, label: word(value), ...(hint && { hint: hint(value) }) }))}
      />
      <Theirs said={theirs(name) && word(theirs(name)!)} />
    </>
  );
  const listed = (name: "lineId" | "chairBodyId" | "constituencyId", options: readonly { value: string; label: string }[]) => (
    <>
      <Select {...hinted(name)} options={[{ value: "", label: t(`elections:field.${name}-none`) }, ...options]} />
      <Theirs said={theirs(name) === undefined ? undefined : (options.find(({ value }) => value === theirs(name))?.label ?? t(`elections:field.${name}-none`))} />
    </>
  );
  return (
    <>
      {inEach("title", { most: longestTitle })}
      {passages.map((name) => (
        <div key={name}>{inEach(name, { rows: 5, most: longestPassage })}</div>
      ))}
      <h2 className="govuk-heading-m">{t("elections:details.places")}</h2>
      {counted("seats")}
      {listed("lineId", lines.map(({ id, holder, body }) => ({ value: id, label: t("elections:details.line", { body: said(body.name), holder: said(holder) }) })))}
      {(chairs.length > 0 || field("chairBodyId").value) && listed("chairBodyId", chairs.map(({ id, name }) => ({ value: id, label: said(name) })))}
      <DateField {...dayField("termStartsOn")} labelSize="s" />
      <Theirs said={theirs("termStartsOn")} />
      {counted("termInMonths")}
      <h2 className="govuk-heading-m">{t("elections:details.rules")}</h2>
      {chosen("rules", (value) => t(`elections:rules.${value}.name`), (value) => t(`elections:rules.${value}.text`))}
      {counted("mostRanks")}
      {chosen("ballotOrder", (value) => t(`elections:ballot-order.${value}`))}
      {chosen("publication", (value) => t(`elections:choice.publication.${value}`), (value) => t(`elections:publication.${value}`))}
      {chosen("resultsDetail", (value) => t(`elections:choice.results-detail.${value}`), (value) => t(`elections:results-detail.${value}`))}
      {chosen("shortfall", (value) => t(`elections:shortfall.${value}`))}
      <h2 className="govuk-heading-m">{t("elections:details.voters")}</h2>
      {chosen("electorate", (value) => t(`elections:choice.electorate.${value}`))}
      {counted("delegates")}
      {chosen("registering", (value) => t(`elections:registering.${value}`), (value) => t(`elections:registering.${value}-hint`))}
      {listed("constituencyId", parts.map(({ id, name }) => ({ value: id, label: said(name) })))}
      {chosen("method", (value) => t(`elections:choice.method.${value}`))}
      {chosen("paperRule", (value) => t(`elections:notice.paper-rule.${value}`))}
      {counted("turnoutLeast")}
      <h2 className="govuk-heading-m">{t("elections:details.candidates")}</h2>
      {chosen("servedRule", (value) => t(`elections:served.${value}`))}
      {chosen("supporters", (value) => t(`elections:choice.supporters.${value}`))}
      {counted("statementWords")}
    </>
  );
}
