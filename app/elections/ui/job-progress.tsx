import { PageLink } from "#app/shared/ui/page-link.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type JobProgressProps = {
  /** What it is doing, in a sentence or two. */
  says: string;
  /** How much is done; null where that is not known. */
  percent: number | null;
  lookAgainAt: string;
};

/** How far a long job is: kept up to date by the script `keep-looking`, and without scripts by a link. */
export function JobProgress({ says, percent, lookAgainAt }: JobProgressProps) {
  const { t } = useWords();
  return (
    <InsetText>
      <div data-keep-looking>
        <p className="govuk-body" role="status">
          {says}
        </p>
        <progress className="job-progress" max={100} value={percent ?? undefined} aria-label={t("poll:sealing.progress")} />
        <p className="govuk-body">{t("poll:sealing.goes-on")}</p>
        <p className="govuk-body">
          <PageLink to={lookAgainAt}>{t("poll:sealing.look-again")}</PageLink>
        </p>
      </div>
    </InsetText>
  );
}
