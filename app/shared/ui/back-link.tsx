import { PageLink } from "./page-link.tsx";
import { useWords } from "./words.tsx";

/** Stands above the main heading, and above an error summary. */
export function BackLink({ to, text }: { to: string; text?: string }) {
  const { t } = useWords();
  return (
    <PageLink to={to} className="govuk-back-link">
      {text ?? t("shared:back")}
    </PageLink>
  );
}
