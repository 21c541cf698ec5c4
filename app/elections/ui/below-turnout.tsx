import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ElectionHead } from "../election.ts";

/** That fewer voted than must, so that nobody is elected, and what follows. [D3] */
export function BelowTurnout({ least, shortfall }: { least: number; shortfall: ElectionHead["shortfall"] }) {
  const { t, number } = useWords();
  return (
    <InsetText>
      <p className="govuk-body">{t("results:turnout.below", { least: number(least) })}</p>
      <p className="govuk-body">{t(`results:turnout.then.${shortfall}`)}</p>
    </InsetText>
  );
}
