import type { ReactNode } from "react";
import { useWords } from "./words.tsx";

/** What a person must know before going on, such as that something cannot be undone. */
export function WarningText({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{t("shared:warning")} </span>
        {children}
      </strong>
    </div>
  );
}
