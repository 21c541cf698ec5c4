import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { changeKinds, type Changes } from "../analysis-set.ts";

/** In how many responses one state of them differs from another, and how. */
export function ChangeList({ changes }: { changes: Changes }) {
  const { t, number } = useWords();
  const found = changeKinds.filter((kind) => changes[kind] > 0);
  return <SummaryList rows={found.map((kind) => ({ key: kind, label: t(`analysis:change.${kind}`), value: number(changes[kind]) }))} />;
}
