import { useId, type ReactNode } from "react";
import { useWords } from "./words.tsx";

type NotificationBannerProps = { kind?: "important" | "success"; title?: string; children: ReactNode };

/** News about the whole page: that something worked (read out at once), or that something must be known. */
export function NotificationBanner({ kind = "important", title, children }: NotificationBannerProps) {
  const { t } = useWords();
  const titleId = useId();
  const succeeded = kind === "success";
  return (
    <div
      className={
        succeeded ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner"
      }
      role={succeeded ? "alert" : "region"}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title ?? t(succeeded ? "shared:banner.success" : "shared:banner.important")}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? <p className="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
