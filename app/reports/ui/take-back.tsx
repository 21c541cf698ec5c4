import type { ReasonRefused } from "#app/publication/reason.ts";
import type { Language } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { ReasonFields, useReasonErrors } from "./reason-fields.tsx";

type TakeBackProps = { backTo: string; languages: readonly Language[]; refused: ReasonRefused | null };

/** Asks once, with the reason that everybody will read, before a published report is taken back. */
export function TakeBack({ backTo, languages, refused }: TakeBackProps) {
  const { t } = useWords();
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={useReasonErrors(refused, languages)} />
      <PageHeading>{t("reports:take-back.question")}</PageHeading>
      <WarningText>{t("reports:take-back.consequence")}</WarningText>
      <form method="post" noValidate>
        <ReasonFields legend={t("publication:take-back.reason")} languages={languages} refused={refused} />
        <ButtonGroup>
          <Button look="warning" name="deed" value="take-back">
            {t("reports:take-back.yes")}
          </Button>
          <PageLink to={backTo}>{t("publication:take-back.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
