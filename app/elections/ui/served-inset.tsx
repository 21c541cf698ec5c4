// That somebody who is nominated has had as many terms in a row as the seat allows, and what follows in this election.
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Served, ServedRule } from "../served.ts";

export function ServedInset({ served: { had, most }, rule }: { served: Served; rule: ServedRule }) {
  const { t, number } = useWords();
  return (
    <InsetText>
      <p className="govuk-body">{t("candidates:served.had", { had: number(had), most: number(most) })}</p>
      <p className="govuk-body">{t(`candidates:served.${rule}`)}</p>
    </InsetText>
  );
}
