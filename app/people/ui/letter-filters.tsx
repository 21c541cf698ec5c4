// Which e-mails are shown, and trying again all of them that can be.
import { letterFilters, type LetterFilter } from "#app/people/kept-letters.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { Filters } from "#app/shared/ui/filters.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Each state as a link, the one that is shown marked. */
export function LetterFilters({ filter, pathOf }: { filter: LetterFilter; pathOf: (filter: LetterFilter) => string }) {
  const { t } = useWords();
  return <Filters label={t("letters:filters")} shown={filter} choices={letterFilters.map((one) => ({ value: one, text: t(`letters:filter.${one}`), to: pathOf(one) }))} />;
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
