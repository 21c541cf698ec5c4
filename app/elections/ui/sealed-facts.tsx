import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

const figures = ["issued", "returned", "online", "paper", "blank", "spoilt", "void"] as const;

type SealedFactsProps = { totals: Record<(typeof figures)[number], number> | null; ballotHash: string | null; rulesHash: string | null };

/** What is published before the count: how many votes, and the hashes of the sealed ballot file and of the rules. [COUNTING 4.4] */
export function SealedFacts({ totals, ballotHash, rulesHash }: SealedFactsProps) {
  const { t, number, share } = useWords();
  if (!totals) return null;
  const turnout = totals.issued > 0 ? t("poll:total.turnout", { number: number(totals.returned), share: share(totals.returned, totals.issued) }) : number(totals.returned);
  const hash = (value: string | null) => (
    <code dir="ltr" className="long-code">
      {value}
    </code>
  );
  return (
    <SummaryList
      rows={[
        ...figures.map((key) => ({ key, label: t(`poll:total.${key}`), value: key === "returned" ? turnout : number(totals[key]) })),
        { key: "ballots", label: t("poll:total.ballot-hash"), value: hash(ballotHash) },
        { key: "rules", label: t("poll:total.rules-hash"), value: hash(rulesHash) },
      ]}
    />
  );
}
