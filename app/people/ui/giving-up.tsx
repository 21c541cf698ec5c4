import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup } from "#app/shared/ui/button.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type GivingUpProps = { id: string; question: string; filter: string; backTo: string };

/** Asks once, in words that name the e-mail, before it is given up. */
export function GivingUp({ id, question, filter, backTo }: GivingUpProps) {
  const { t } = useWords();
  return (
    <>
      <BackLink to={backTo} />
      <PageHeading>{question}</PageHeading>
      <WarningText>{t("letters:giveUp.consequence")}</WarningText>
      <form method="post" noValidate>
        <input type="hidden" name="letter" value={id} />
        <input type="hidden" name="filter" value={filter} />
        <ButtonGroup>
          <Button look="warning" name="deed" value="give-up">
            {t("letters:giveUp.yes")}
          </Button>
          <PageLink to={backTo}>{t("letters:giveUp.no")}</PageLink>
        </ButtonGroup>
      </form>
    </>
  );
}
