import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ThreeCounts } from "../campaign.ts";

/** How many answered: all, unique, campaign. */
export function ThreeCountsList({ counts }: { counts: ThreeCounts }) {
  const { t, number } = useWords();
  return (
    <SummaryList
      rows={(["all", "unique", "campaign"] as const).map((kind) => ({ key: kind, label: t(`campaigns:count.${kind}`), value: number(counts[kind]) }))}
    />
  );
}
