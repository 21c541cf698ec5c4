import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Progress } from "../reply.ts";

const colours: Record<Progress, TagColour> = { done: "green", doing: "blue", "will-do": "yellow", "not-doing": "red", noted: "grey" };

/** What became of it, in a word. */
export function ProgressTag({ progress }: { progress: Progress }) {
  const { t } = useWords();
  return <Tag colour={colours[progress]}>{t(`replies:progress.${progress}`)}</Tag>;
}
