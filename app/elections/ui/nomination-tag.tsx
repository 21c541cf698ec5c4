import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { NominationState } from "../nomination.ts";

const colours: Record<NominationState, TagColour> = { asked: "grey", unsupported: "yellow", declined: "red", "to-rule": "blue", invalid: "red", valid: "green", stands: "green", withdrawn: "grey" };

/** What has become of a nomination, in a word or two. */
export function NominationTag({ state }: { state: NominationState }) {
  const { t } = useWords();
  return <Tag colour={colours[state]}>{t(`candidates:state.${state}`)}</Tag>;
}
