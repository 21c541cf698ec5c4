import { BackLink } from "#app/shared/ui/back-link.tsx";
import { Button, ButtonGroup, ButtonLink } from "#app/shared/ui/button.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { PageHeading } from "#app/shared/ui/page-heading.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Text } from "#app/shared/languages.ts";
import { ownResponsePath } from "../paths.ts";

type WithdrawalProps = {
  partnership: { slug: string };
  consultation: { id: string; title: Text };
  /** Whether it comes out of everything, or only out of what is still to come. */
  fromEverything: boolean;
};

/** Asks once, in words, whether the response is to be withdrawn. */
export function Withdrawal({ partnership, consultation, fromEverything }: WithdrawalProps) {
  const { t } = useWords();
  const back = ownResponsePath(partnership, consultation);
  return (
    <>
      <BackLink to={back} />
      <PageHeading caption={<InLanguage text={consultation.title} />}>{t("consultations:withdraw.heading")}</PageHeading>
      <p className="govuk-body">{t(fromEverything ? "consultations:withdraw.from-everything" : "consultations:withdraw.from-later")}</p>
      <WarningText>{t("consultations:withdraw.warning")}</WarningText>
      <form method="post">
        <ButtonGroup>
          <Button look="warning" name="_intent" value="withdraw">
            {t("consultations:withdraw.button")}
          </Button>
          <ButtonLink to={back} look="secondary">
            {t("consultations:withdraw.keep")}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
