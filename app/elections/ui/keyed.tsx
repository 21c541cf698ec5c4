import { useWords } from "#app/shared/ui/words.tsx";
import type { Keyed } from "../ballot.ts";

/** Says in a line how somebody read a paper: ranks with their candidates, or why it does not count. */
export function useKeyedWords(named: readonly { number: number; name: string }[], kind: "ranks" | "crosses") {
  const { t, number, several } = useWords();
  const nameOf = (candidate: number) => named.find((one) => one.number === candidate)?.name ?? number(candidate);
  return ({ preferences, spoilt }: Keyed): string => {
    if (spoilt !== null) return t(`poll:spoilt.${spoilt}`);
    if (preferences.flat().length === 0) return t("poll:paper-of.kind.blank");
    if (kind === "crosses") return several(preferences.flat().map(nameOf));
    const ranks = preferences.flatMap((preference, index) => [preference].flat().map((candidate) => t("poll:paper-of.rank", { rank: number(index + 1), name: nameOf(candidate) })));
    return several(ranks);
  };
}
