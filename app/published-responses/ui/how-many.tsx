import { states, type ModerationState } from "#app/moderation/moderation.ts";
import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

type HowManyProps = {
  set: number;
  counts: Record<ModerationState, number>;
  permitted: Record<"organisations" | "named" | "unnamed" | "not" | "gone" | "withheld", number>;
};

/** How many responses may be published and how; how many answers in own words were looked at, of how many. */
export function HowMany({ set, counts, permitted }: HowManyProps) {
  const { t, number } = useWords();
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  const rows = [
    ...(["organisations", "named", "unnamed", "not", "gone", "withheld"] as const).map((kind) => ({ key: kind, label: t(`published-responses:how-many.${kind}`), value: number(permitted[kind]) })),
    ...states.map((state) => ({ key: `state-${state}`, label: t(`published-responses:how-many.state-${state}`), value: t("published-responses:how-many.of", { number: number(counts[state]), all: number(all) }) })),
  ];
  return (
    <>
      <h2 className="govuk-heading-m">{t("published-responses:how-many.heading", { set: number(set) })}</h2>
      <SummaryList rows={rows} />
    </>
  );
}
