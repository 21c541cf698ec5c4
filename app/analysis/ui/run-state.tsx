import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type RunStateProps = { run: { done: number; of: number; isFinished: boolean; isUnderWay: boolean } | null; here: string };

/** How far a search for suggestions is. */
export function RunState({ run, here }: RunStateProps) {
  const { t, number } = useWords();
  if (run === null) return <p className="govuk-body">{t("suggestions:run.none")}</p>;
  if (run.isFinished) return <p className="govuk-body">{t("suggestions:run.finished")}</p>;
  if (!run.isUnderWay) return <p className="govuk-body">{t("suggestions:run.broken-off")}</p>;
  const share = run.of === 0 ? 0 : Math.floor((100 * run.done) / run.of);
  return (
    <p className="govuk-body">
      {t("suggestions:run.under-way", { share: number(share) })} <PageLink to={here}>{t("analysis:making.look-again")}</PageLink>
    </p>
  );
}
