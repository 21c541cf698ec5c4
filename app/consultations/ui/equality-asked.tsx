import type { ReactNode } from "react";
import type { Text } from "#app/shared/languages.ts";
import { Button } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { Radios } from "#app/shared/ui/radios.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type EqualityAskedProps = {
  consultation: Text;
  /** Nothing was chosen. */
  isMissing: boolean;
  hasAnswered?: boolean;
  /** Above the heading. */
  children?: ReactNode;
  /** What the form carries along without showing it. */
  carried?: ReactNode;
  /** Stays in the frame it is shown in. */
  isFramed?: boolean;
};

/** What the equality questions are for, and whether they may follow. */
export function EqualityAsked({ consultation, isMissing, hasAnswered = false, children, carried, isFramed = false }: EqualityAskedProps) {
  const { t } = useWords();
  const error = isMissing ? t("consultations:equality.choose") : undefined;
  return (
    <>
      <ErrorSummary errors={error ? [{ href: "#answer", text: error }] : []} />
      {children}
      <PageHeading caption={<InLanguage text={consultation} />}>{t("consultations:equality.heading")}</PageHeading>
      <p className="govuk-body">{t("consultations:equality.why")}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t("consultations:equality.optional")}</li>
        <li>{t("consultations:equality.apart")}</li>
        <li>{t("consultations:equality.published")}</li>
      </ul>
      {hasAnswered && <p className="govuk-body">{t("consultations:equality.answered")}</p>}
      <form method="post" target={isFramed ? "_self" : undefined} noValidate>
        {carried}
        <Radios
          name="answer"
          label={t("consultations:equality.ask")}
          error={error}
          choices={[
            { value: "yes", label: t("consultations:equality.yes") },
            { value: "skip", label: t("consultations:equality.skip") },
          ]}
        />
        <Button>{t("consultations:respond.continue")}</Button>
      </form>
    </>
  );
}
