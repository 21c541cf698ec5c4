// Places that are filled once the others are: how far that has come, and the election for whoever is missing, to be planned.
import type { Text } from "#app/shared/languages.ts";
import { textIn } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Checkboxes } from "#app/shared/ui/checkboxes.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { TextField } from "#app/shared/ui/text-field.tsx";
import type { Fields } from "#app/shared/ui/use-fields.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { longestTitle } from "../election-form.ts";
import { officeElectionPath } from "../paths.ts";
import { longest } from "../reserve-form.ts";

type Named = { id: string; title: Text };
type Line = { id: string; free: number; network: { name: Text }; before: { held: number; vacant: readonly Text[] } };

export function GapLineFacts({ partnership, line, seconds, coOptPath }: { partnership: { slug: string }; line: Line; seconds: readonly Named[]; coOptPath: string | null }) {
  const { t, number } = useWords();
  const { held, vacant } = line.before;
  return (
    <>
      <p className="govuk-body">{t("elections:second-stage.before", { held: number(held), of: number(held + vacant.length) })}</p>
      {vacant.length > 0 && (
        <>
          <WarningText>{t("elections:second-stage.vacant")}</WarningText>
          <ul className="govuk-list govuk-list--bullet">
            {vacant.map((holder, index) => (
              <li key={index}>
                <InLanguage text={holder} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">{t("elections:second-stage.places", { number: number(line.free) })}</p>
      {seconds.length > 0 && (
        <>
          <p className="govuk-body">{t("elections:second-stage.planned")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {seconds.map((one) => (
              <li key={one.id}>
                <PageLink to={officeElectionPath(partnership, one)}>
                  <InLanguage text={one.title} />
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {coOptPath && (
        <p className="govuk-body">
          {t("elections:second-stage.or")} <PageLink to={coOptPath}>{t("elections:second-stage.co-opt")}</PageLink>
        </p>
      )}
    </>
  );
}

type FieldsProps = { fields: Fields; line: Line; gaps: readonly { category: string; value: string; label: string; figure: number | string | null }[]; firsts: readonly Named[]; chosen: readonly string[] };

export function SecondStageFields({ fields: { field, inEach, errorAt }, line, gaps, firsts, chosen }: FieldsProps) {
  const { t, number, language } = useWords();
  const categories = [...new Set(gaps.map(({ category }) => category))];
  const figureOf = (figure: number | string | null) => (figure === null ? t("elections:second-stage.nobody") : t("elections:second-stage.figure", { number: typeof figure === "number" ? number(figure) : figure }));
  return (
    <form method="post" noValidate>
      <input type="hidden" name="line" value={line.id} />
      <h2 className="govuk-heading-m">{t("elections:second-stage.who")}</h2>
      <p className="govuk-body">
        {t("elections:second-stage.who-text")} {t("structure:diversity.rounded")}
      </p>
      {categories.map((category, index) => (
        <Checkboxes
          key={category}
          {...{ name: "gap", id: index === 0 ? "gap" : `gap-${category}`, small: true, labelSize: "s" as const }}
          label={t(`elections:second-stage.category.${category}`)}
          error={index === 0 ? errorAt("gap") : undefined}
          values={chosen}
          choices={gaps.filter((gap) => gap.category === category).map(({ value, label, figure }) => ({ value, label, hint: figureOf(figure) }))}
        />
      ))}
      {inEach("justification", { rows: 4, most: longest.justification })}
      <h2 className="govuk-heading-m">{t("elections:second-stage.election")}</h2>
      {inEach("title", { most: longestTitle })}
      <TextField {...field("seats")} hint={t("elections:second-stage.field.seats-hint", { most: number(line.free) })} width={3} inputMode="numeric" dir="ltr" autoComplete="off" />
      <Select
        {...field("first")}
        hint={t("elections:second-stage.field.first-hint")}
        options={[{ value: "", label: t("elections:second-stage.field.first-none") }, ...firsts.map(({ id, title }) => ({ value: id, label: textIn(title, language).text }))]}
      />
      <Button>{t("elections:second-stage.begin")}</Button>
    </form>
  );
}
