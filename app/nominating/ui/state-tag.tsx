import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { RoundState } from "../round.ts";

const colours: Record<RoundState, TagColour> = { planned: "grey", announced: "yellow", open: "green", closed: "blue", filled: "grey", election: "grey", abandoned: "red" };

export function StateTag({ state }: { state: RoundState }) {
  const { t } = useWords();
  return <Tag colour={colours[state]}>{t(`nominating:state.${state}`)}</Tag>;
}
