import { BackLink } from "#app/shared/ui/back-link.tsx";
import { ErrorSummary, type FieldError } from "#app/shared/ui/error-summary.tsx";
import { NotificationBanner } from "#app/shared/ui/notification-banner.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** What stands above a page of settings: the way back, what was wrong, or that it worked. */
export function Above({ backTo, errors = [], done }: { backTo: string; errors?: readonly FieldError[]; done?: string | null }) {
  const { t } = useWords();
  return (
    <>
      <BackLink to={backTo} text={t("settings:back")} />
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 && <NotificationBanner kind="success">{done}</NotificationBanner>}
    </>
  );
}
