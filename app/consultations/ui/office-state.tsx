import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ConsultationState } from "../life.ts";

const colours: Record<ConsultationState, TagColour> = {
  ...({ draft: "grey", review: "yellow", approved: "blue", scheduled: "yellow" } as const),
  ...({ open: "green", paused: "red", grace: "blue", closed: "grey" } as const),
  ...({ analysis: "blue", "report-draft": "blue", "report-published": "blue", "outcome-published": "green", archived: "grey" } as const),
};

/** The state in a word, as officers name it. */
export function OfficeState({ state }: { state: ConsultationState }) {
  const { t } = useWords();
  return <Tag colour={colours[state]}>{t(`life:state.${state}`)}</Tag>;
}
