// Which of the responses are shown: asked for in a form, said in words where the figures are, and taken away one by one.
import { Button } from "#app/shared/ui/button.tsx";
import { DateField, dateParts, type DateParts } from "#app/shared/ui/date-field.tsx";
import { Details } from "#app/shared/ui/details.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { Select } from "#app/shared/ui/select.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Entries } from "#app/shared/edits.ts";
import type { Words } from "#app/shared/words.ts";
import { answerText } from "../answer-name.ts";
import type { Side } from "../cross-tabulation.ts";
import { chosenText } from "../filter-text.ts";
import { answerValue, everything, heldFieldNames, pathWith, queryOf, type Chosen, type FilterProblem, type ResultFilter } from "../result-filter.ts";
import { sideText } from "../side-text.ts";

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

type ChosenFiltersProps = { chosen: readonly Chosen[]; here: string; more?: Record<string, string>; matching: number; all: number };

/** How many match, of how many, and what was chosen; each can be taken away. `more` is what else the address says. */
export function ChosenFilters({ chosen, here, more, matching, all }: ChosenFiltersProps) {
  const words = useWords();
  const { t, number, share } = words;
  if (chosen.length === 0) return null;
  return (
    <section className="chosen-filters" aria-labelledby="chosen">
      <h2 className="govuk-heading-s" id="chosen">
        {t("office:filter.matching", { count: all, matching: number(matching), all: number(all), share: share(matching, all) })}
      </h2>
      {matching === 0 && all > 0 && <p className="govuk-body">{t("office:filter.nobody")}</p>}
      <ul className="govuk-list">
        {chosen.map((one) => (
          <li key={one.id}>
            {chosenText(one, words)}{" "}
            <PageLink to={pathWith(here, one.without, more)}>
              {t("office:filter.take-away")}
              <span className="govuk-visually-hidden"> {chosenText(one, words)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <PageLink to={pathWith(here, everything, more)}>{t("office:filter.clear")}</PageLink>
      </p>
    </section>
  );
}

/** What is chosen, for a form beside that asks for something else. */
export function FilterCarried({ filter, typed }: { filter: ResultFilter; typed: Entries }) {
  return [...queryOf({ ...filter, from: null, to: null }), ...Object.entries(typed)]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}

/** What is wrong with the days, each with where it was typed. */
export function filterErrors(problems: readonly FilterProblem[], { t }: Pick<Words, "t">): { href: string; text: string }[] {
  return problems.map(({ field, code }) => ({ href: `#${field}-day`, text: t(`office:filter.problem.${code}`) }));
}

type FilterFormProps = {
  sides: readonly Side[];
  filter: ResultFilter;
  typed: Entries;
  problems: readonly FilterProblem[];
  more?: Record<string, string>;
};

export function FilterForm({ sides, filter, typed, problems, more = {} }: FilterFormProps) {
  const words = useWords();
  const { t } = words;
  const optionsOf = ({ values }: Side) => values.map(({ id, name }) => ({ value: id, label: answerText(name, words) }));
  const any = { value: "", label: t("office:filter.any") };
  const questions = sides.filter(({ of }) => "question" in of);
  const errorAt = (field: FilterProblem["field"]) => filterErrors(problems, words).find(({ href }) => href === `#${field}-day`)?.text;
  const dayOf = (field: string) => Object.fromEntries(dateParts.map((part) => [part, typed[`${field}-${part}`] ?? ""])) as DateParts;
  const carried = filter.said.filter(({ key }) => !key.startsWith("."));
  return (
    <Details summary={t("office:filter.heading")} open={problems.length > 0}>
      <form method="get" noValidate>
        {Object.entries(more).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {carried.map((one) => (
          <input key={answerValue(one)} type="hidden" name="answer" value={answerValue(one)} />
        ))}
        {heldFieldNames.map((field) => {
          const side = sides.find(({ of }) => "held" in of && of.held === field);
          const value = filter.said.find(({ key }) => key === side?.key)?.value;
          return side && <Select key={field} name={field} label={sideText(side, words)} value={value ?? ""} options={[any, ...optionsOf(side)]} />;
        })}
        {questions.length > 0 && (
          <Select
            name="answer"
            label={t(carried.length > 0 ? "office:filter.another-answer" : "office:filter.answer")}
            hint={t("office:filter.answer-hint")}
            options={[any]}
            groups={questions.map((side) => ({
              label: sideText(side, words),
              options: optionsOf(side).map(({ value, label }) => ({ value: answerValue({ key: side.key, value }), label })),
            }))}
          />
        )}
        <DateField name="from" label={t("office:filter.from")} labelSize="s" value={dayOf("from")} error={errorAt("from")} />
        <DateField name="to" label={t("office:filter.to")} labelSize="s" value={dayOf("to")} error={errorAt("to")} />
        <Button look="secondary">{t("office:filter.show")}</Button>
      </form>
    </Details>
  );
}
