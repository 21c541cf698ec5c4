// Which of the responses are shown: asked for in a form, and said in words where the figures are.
import { Button } from "#app/shared/ui/button.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Entries } from "#app/shared/edits.ts";
import { chosenText } from "../filter-text.ts";
import { queryOf, type Chosen, type ResultFilter } from "../result-filter.ts";
import { FilterFields, type FilterFieldsProps } from "./filter-fields.tsx";

/** What is shown is only of some: said above each figure, so that none is taken for one of everybody. */
export function FilterSaid({ chosen }: { chosen: readonly Chosen[] }) {
  const words = useWords();
  if (chosen.length === 0) return null;
  return (
    <div className="filter-said">
      <p className="govuk-body-s">{words.t("office:filter.only")} </p>
      <ul>
        {chosen.map((one) => (
          <li key={one.id}>{chosenText(one, words)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is chosen, for a form beside that asks for something else. */
export function FilterCarried({ filter, typed }: { filter: ResultFilter; typed: Entries }) {
  return [...queryOf({ ...filter, from: null, to: null }), ...Object.entries(typed)]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

export function FilterForm({ more = {}, ...asked }: FilterFieldsProps & { more?: Record<string, string> }) {
  const { t } = useWords();
  return (
    <Details summary={t("office:filter.heading")} open={asked.problems.length > 0}>
      <form method="get" noValidate>
        {Object.entries(more).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FilterFields {...asked} />
        <Button look="secondary">{t("office:filter.show")}</Button>
      </form>
    </Details>
  );
}
