// What is said to the returning officer where so few may vote that the result shows votes, and the choice to tell no more than the order.
import { Button } from "#app/shared/ui/button.tsx";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { WarningText } from "#app/shared/ui/warning-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ElectionHead } from "../election.ts";

type FewVotersProps = { election: Pick<ElectionHead, "resultsDetail"> & { hasReserves: boolean }; mayChoose: boolean };

export function FewVoters({ election, mayChoose }: FewVotersProps) {
  const { t } = useWords();
  const isPromised = election.resultsDetail === "order";
  return (
    <>
      <WarningText>{t("roll:prepare.few")}</WarningText>
      {election.hasReserves && <p className="govuk-body">{t("roll:prepare.few-reserved")}</p>}
      {isPromised && <InsetText>{t("roll:prepare.order-promised")}</InsetText>}
      {!isPromised && mayChoose && (
        <form method="post">
          <p className="govuk-body">{t("roll:prepare.order-about")}</p>
          <Button look="secondary" name="deed" value="order-only">{t("roll:prepare.order-go")}</Button>
        </form>
      )}
    </>
  );
}
