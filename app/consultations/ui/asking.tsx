import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Deed } from "../office-policy.ts";

type AskingProps = { deed: Deed; question: string; consequence: string; backTo: string };

/** Asks once, in words that name the consultation, before something is done to it. */
export function Asking({ deed, question, consequence, backTo }: AskingProps) {
  const { t } = useWords();
  return (
    <>
      <BackLink to={backTo} />
      <PageHeading>{question}</PageHeading>
      <WarningText>{consequence}</WarningText>
      <form method="post" noValidate>
        <ButtonGroup>
          <Button look={deed === "close" || deed === "freeze" ? "warning" : "main"} name="deed" value={deed}>
            {t(`office:ask.${deed}.yes`)}
          </Button>
          <PageLink to={backTo}>{t("office:ask.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
