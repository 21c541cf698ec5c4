import { SummaryList } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { hasDelegates } from "../delegates.ts";

const figures = ["issued", "returned", "online", "paper", "blank", "spoilt", "void"] as const;

type SealedFactsProps = {
  /** Of a poll of which only the order is told, no more than how many were on the roll. */
  totals: Partial<Record<(typeof figures)[number], number>> | null;
  /** How many delegates each organisation could have; 1 where each had one vote. */
  delegates: number;
  ballotHash: string | null;
  rulesHash: string | null;
};

/** What is published before the count: how many votes, and the hashes of the sealed ballot file and of the rules. [COUNTING 4.4] */
export function SealedFacts({ totals, delegates, ballotHash, rulesHash }: SealedFactsProps) {
  const { t, number, share } = useWords();
  if (!totals) return null;
  const { issued = 0 } = totals;
  const said = (key: (typeof figures)[number], value: number) => (key === "returned" && issued > 0 ? t("poll:total.turnout", { number: number(value), share: share(value, issued) }) : number(value));
  const nameOf = (key: (typeof figures)[number]) => t(hasDelegates({ delegates }) && (key === "issued" || key === "returned") ? `poll:total.${key}-delegates` : `poll:total.${key}`);
  const hash = (value: string | null) => (
    <code dir="ltr" className="long-code">
      {value}
    </code>
  );
  return (
    <SummaryList
      rows={[
        ...figures.flatMap((key) => (totals[key] === undefined ? [] : [{ key, label: nameOf(key), value: said(key, totals[key]) }])),
        { key: "ballots", label: t("poll:total.ballot-hash"), value: hash(ballotHash) },
        { key: "rules", label: t("poll:total.rules-hash"), value: hash(rulesHash) },
      ]}
    />
  );
}
