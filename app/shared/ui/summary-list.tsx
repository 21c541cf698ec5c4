import type { ReactNode } from "react";
import { PageLink } from "./page-link.tsx";
import { useWords } from "./words.tsx";

export type SummaryRow = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** Where the answer is changed, and what is changed there, so that the link makes sense read on its own. */
  change?: { to: string; what: string };
};

/** Questions and answers, or facts about one thing, with a change link where there is something to change. */
export function SummaryList({ rows, ruled = true }: { rows: readonly SummaryRow[]; ruled?: boolean }) {
  const { t } = useWords();
  const hasChanges = rows.some((row) => row.change);
  return (
    <dl className={ruled ? "govuk-summary-list" : "govuk-summary-list govuk-summary-list--no-border"}>
      {rows.map((row) => (
        <div
          key={row.key}
          className={
            hasChanges && !row.change
              ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
              : "govuk-summary-list__row"
          }
        >
          <dt className="govuk-summary-list__key">{row.label}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.change && (
            <dd className="govuk-summary-list__actions">
              <PageLink to={row.change.to}>
                <span aria-hidden="true">{t("shared:change")}</span>
                <span className="govuk-visually-hidden">{t("shared:changeWhat", { what: row.change.what })}</span>
              </PageLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
