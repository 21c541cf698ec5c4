import type { LetterState } from "#app/shared/sending.ts";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

const colours = { waiting: "yellow", sending: "blue", sent: "green", failed: "red", "given-up": "grey" } as const;

/** Whether a letter has gone. */
export function LetterStateTag({ state }: { state: LetterState }) {
  const { t } = useWords();
  return <Tag colour={colours[state]}>{t(`letters:state.${state}`)}</Tag>;
}
