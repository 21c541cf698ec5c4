import type { Obstacle } from "#app/counting/obstacles.ts";
import { textIn, type Text } from "#app/shared/languages.ts";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ElectionHead } from "../election.ts";

type FeasibilityProps = {
  obstacles: readonly Obstacle[];
  vacant: readonly { category: Text; group: Text; places: number }[];
  empty: number;
  shortfall: ElectionHead["shortfall"];
  hasReserves: boolean;
};

/** Whether the places can be filled as they were announced; where not, why, which stay empty, and what was announced for that. [D5] */
export function Feasibility({ obstacles, vacant, empty, shortfall, hasReserves }: FeasibilityProps) {
  const { t, number, list, language } = useWords();
  if (obstacles.length === 0) return hasReserves ? <p className="govuk-body">{t("candidates:feasible.yes")}</p> : null;
  const values = (one: Obstacle) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, typeof value === "number" ? number(value) : Array.isArray(value) ? list(value) : value]));
  return (
    <InsetText>
      {obstacles.map((one, index) => (
        <p key={index} className="govuk-body">
          {t(`candidates:obstacle.${one.kind}`, values(one))}
        </p>
      ))}
      {vacant.map(({ category, group, places }, index) => (
        <p key={index} className="govuk-body">
          {t("candidates:feasible.vacant", { count: places, number: number(places), category: textIn(category, language).text, group: textIn(group, language).text })}
        </p>
      ))}
      {empty > 0 && <p className="govuk-body">{t(`candidates:feasible.${shortfall}`, { count: empty, number: number(empty) })}</p>}
    </InsetText>
  );
}
