import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { DecisionState } from "../decision.ts";

const colours: Record<DecisionState, TagColour> = {
  ...{ draft: "grey", "papers-published": "blue", considered: "yellow", agreed: "green", "full-partnership-agreed": "green", notified: "green" },
  ...{ implemented: "green", referred: "yellow", deferred: "grey", vetoed: "red", rejected: "red" },
};

/** Where a decision stands. What everybody was told of may have been turned down, which the outcome says. */
export function StateTag({ state, outcome }: { state: DecisionState; outcome: string | null }) {
  const { t } = useWords();
  const shown = state === "notified" && outcome === "rejected" ? "rejected" : state;
  return <Tag colour={colours[shown]}>{t(`decisions:state.${shown}`)}</Tag>;
}
