// What state an election is in, in a word or two.
import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ElectionState } from "../election.ts";

const colours: Record<ElectionState, TagColour> = {
  ...{ planned: "grey", "notice-published": "blue", "nominations-open": "green", "nominations-closed": "blue", "candidates-confirmed": "blue" },
  ...{ uncontested: "blue", "poll-open": "green", "poll-closed": "blue", counting: "yellow", "provisional-result": "yellow", scrutiny: "yellow" },
  ...{ declared: "green", challenged: "red", confirmed: "green", annulled: "red", abandoned: "grey" },
};

export function StateTag({ state }: { state: ElectionState }) {
  const { t } = useWords();
  return <Tag colour={colours[state]}>{t(`elections:state.${state}`)}</Tag>;
}
