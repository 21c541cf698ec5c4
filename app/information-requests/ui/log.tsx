import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Decision } from "../decision.ts";
import type { StepKind } from "../request.ts";

type LogProps = { steps: readonly { id: string; kind: StepKind | "bundle"; on: string; reason: string | null; counts: Record<Decision, number> | null; by: string | null }[] };

/** What happened to a request, and what was fetched when, in its order; nothing where nothing happened. */
export function Log({ steps }: LogProps) {
  const { t, number, date } = useWords();
  if (steps.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("information-requests:log.heading")}</h2>
      <SummaryList
        rows={steps.map(({ id, kind, on, reason, counts, by }) => ({
          key: id,
          label: t(`information-requests:step.${kind}`),
          value: (
            <>
              <p className="govuk-body">{t("information-requests:log.by", { date: date(on), who: by ?? t("moderation:text.nobody") })}</p>
              {counts && <p className="govuk-body">{t("information-requests:given.decided", { disclose: number(counts.disclose), redact: number(counts.redact), withhold: number(counts.withhold) })}</p>}
              {reason !== null && (
                <p className="govuk-body">
                  <bdi>{reason}</bdi>
                </p>
              )}
            </>
          ),
        }))}
      />
    </>
  );
}
