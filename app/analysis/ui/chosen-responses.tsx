import { chosenText } from "#app/consultations/filter-text.ts";
import { everything, pathWith, type Chosen } from "#app/consultations/result-filter.ts";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type ChosenResponsesProps = { chosen: readonly Chosen[]; here: string; more: Record<string, string>; matching: number; all: number };

/** How many of the set's responses are looked at, and by what they were chosen; each choice can be taken away. */
export function ChosenResponses({ chosen, here, more, matching, all }: ChosenResponsesProps) {
  const words = useWords();
  const { t, number, share } = words;
  if (chosen.length === 0) return null;
  return (
    <section className="chosen-filters" aria-labelledby="chosen">
      <h2 className="govuk-heading-s" id="chosen">
        {t("office:filter.matching", { count: all, matching: number(matching), all: number(all), share: share(matching, all) })}
      </h2>
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
