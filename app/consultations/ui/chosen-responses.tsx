// What is looked at was chosen by this and that; each choice can be taken away.
import type { ReactNode } from "react";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { chosenText } from "../filter-text.ts";
import { everything, pathWith, type Chosen } from "../result-filter.ts";

type ChosenListProps = { heading: string; lines: readonly { id: string; text: string; without: string }[]; clear: { to: string; text: string }; children?: ReactNode };

/** Choices, each with the address of the page without it. */
export function ChosenList({ heading, lines, clear, children }: ChosenListProps) {
  const { t } = useWords();
  return (
    <section className="chosen-filters" aria-labelledby="chosen">
      <h2 className="govuk-heading-s" id="chosen">
        {heading}
      </h2>
      {children}
      <ul className="govuk-list">
        {lines.map(({ id, text, without }) => (
          <li key={id}>
            {text}{" "}
            <PageLink to={without}>
              {t("office:filter.take-away")}
              <span className="govuk-visually-hidden"> {text}</span>
            </PageLink>
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        <PageLink to={clear.to}>{clear.text}</PageLink>
      </p>
    </section>
  );
}

type ChosenResponsesProps = { chosen: readonly Chosen[]; here: string; more?: Record<string, string>; matching: number; all: number };

/** How many responses match, of how many, and what they were chosen by. `more` is what else the address says. */
export function ChosenResponses({ chosen, here, more, matching, all }: ChosenResponsesProps) {
  const words = useWords();
  const { t, number, share } = words;
  if (chosen.length === 0) return null;
  return (
    <ChosenList
      heading={t("office:filter.matching", { count: all, matching: number(matching), all: number(all), share: share(matching, all) })}
      lines={chosen.map((one) => ({ id: one.id, text: chosenText(one, words), without: pathWith(here, one.without, more) }))}
      clear={{ to: pathWith(here, everything, more), text: t("office:filter.clear") }}
    >
      {matching === 0 && all > 0 && <p className="govuk-body">{t("office:filter.nobody")}</p>}
    </ChosenList>
  );
}
