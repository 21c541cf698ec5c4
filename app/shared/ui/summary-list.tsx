import type { ReactNode } from "react";
import { PageLink } from "./page-link.tsx";
import { useWords } from "./words.tsx";

export type SummaryRow = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** Where the answer is changed, or what is posted to come there, and what is changed, so that it makes sense read on its own. */
  change?: (To | Press) & { what: string };
};

type To = { to: string };
/** A button of the form that the list stands in. */
export type Press = { id: string; name: string; value: string };

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
              <ChangeWay change={row.change}>
                <span aria-hidden="true">{t("shared:change")}</span>
                <span className="govuk-visually-hidden">{t("shared:changeWhat", { what: row.change.what })}</span>
              </ChangeWay>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function ChangeWay({ change, children }: { change: To | Press; children: ReactNode }) {
  if ("to" in change) return <PageLink to={change.to}>{children}</PageLink>;
  const { id, name, value } = change;
  return (
    <button type="submit" id={id} name={name} value={value} className="link-button">
      {children}
    </button>
  );
}
