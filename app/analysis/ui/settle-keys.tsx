// The keys with which differences are settled, and the switch for them.
import { useWords } from "#app/shared/ui/words.tsx";
import { KeyList, type Keys } from "./reading-keys.tsx";

const names = ["1–9", "n", "d", "j"] as const;
const wordsOf: Record<(typeof names)[number], string> = { "1–9": "tick", n: "note", d: "settle", j: "next" };

export function SettleKeys({ keys }: { keys: Keys }) {
  const { t } = useWords();
  return <KeyList keys={keys} told={names.map((name) => ({ name, does: t(`differences:key.${wordsOf[name]}`) }))} />;
}
