import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { ErrorSummary } from "#app/shared/ui/error-summary.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { ExclusionReasons } from "./exclusion-reasons.tsx";

/** Asks once, and why, before responses are left out of everything that is counted. */
export function ExcludeForm({ backTo, problem, count }: { backTo: string; problem: string | undefined; count: number }) {
  const { t, number } = useWords();
  return (
    <>
      <BackLink to={backTo} />
      <ErrorSummary errors={problem === undefined ? [] : [{ href: "#reason", text: problem }]} />
      <PageHeading>{t("intake:exclude.question", { count, number: number(count) })}</PageHeading>
      <WarningText>{t("intake:exclude.consequence")}</WarningText>
      <form method="post" noValidate>
        <ExclusionReasons error={problem} />
        <ButtonGroup>
          <Button look="warning" name="deed" value="exclude">
            {t("intake:exclude.yes")}
          </Button>
          <PageLink to={backTo}>{t("intake:exclude.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
