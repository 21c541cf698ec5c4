// What a member is, in a word.
import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { MemberState } from "../member.ts";

const colours: Record<MemberState, TagColour> = { active: "green", due: "yellow", lapsed: "red", suspended: "red", left: "grey" };

export function StateTag({ state }: { state: MemberState }) {
  const { t } = useWords();
  return <Tag colour={colours[state]}>{t(`networks:state.${state}`)}</Tag>;
}
