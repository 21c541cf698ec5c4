// Which e-mails are shown, and trying again all of them that can be.
import { letterFilters, type LetterFilter } from "#app/people/kept-letters.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Each state as a link, the one that is shown marked. */
export function LetterFilters({ filter, pathOf }: { filter: LetterFilter; pathOf: (filter: LetterFilter) => string }) {
  const { t } = useWords();
  return (
    <nav className="filters" aria-label={t("letters:filters")}>
      <ul className="page-nav__list">
        {letterFilters.map((one) => (
          <li key={one} className={one === filter ? "page-nav__item page-nav__item--current" : "page-nav__item"}>
            <PageLink to={pathOf(one)} className="page-nav__link" aria-current={one === filter ? "page" : undefined}>
              {t(`letters:filter.${one}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One button for all that wait, or for all that failed, whichever is shown. */
export function RetryAll({ filter, counts }: { filter: LetterFilter; counts: { waiting: number; failed: number } }) {
  const { t } = useWords();
  if ((filter !== "waiting" && filter !== "failed") || counts[filter] === 0) return null;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="filter" value={filter} />
      <Button look="secondary" name="deed" value="retry">
        {t(`letters:retry.${filter}`)}
      </Button>
    </form>
  );
}
