import type { Language } from "#app/shared/languages.ts";
import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ReasonRefused } from "../reason.ts";
import { ReasonFields, useReasonSummary } from "./reason-fields.tsx";

type TakeBackProps = { backTo: string; languages: readonly Language[]; refused: ReasonRefused | null };

/** Asks once, with the reason the public will read, before published results are taken back. */
export function TakeBack({ backTo, languages, refused }: TakeBackProps) {
  const { t } = useWords();
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={useReasonSummary(refused, languages)} />
      <PageHeading>{t("publication:take-back.question")}</PageHeading>
      <WarningText>{t("publication:take-back.consequence")}</WarningText>
      <form method="post" noValidate>
        <ReasonFields legend={t("publication:take-back.reason")} hint={t("publication:reason.hint")} languages={languages} refused={refused} />
        <ButtonGroup>
          <Button look="warning" name="deed" value="take-back">
            {t("publication:take-back.yes")}
          </Button>
          <PageLink to={backTo}>{t("publication:take-back.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
