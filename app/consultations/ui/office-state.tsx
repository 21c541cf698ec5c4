import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ConsultationState } from "../consultation.ts";

const colours: Record<ConsultationState, TagColour> = {
  unpublished: "grey",
  scheduled: "yellow",
  open: "green",
  grace: "blue",
  closed: "grey",
};

/** The state in a word, as officers name it. */
export function OfficeState({ state, isFrozen = false }: { state: ConsultationState; isFrozen?: boolean }) {
  const { t } = useWords();
  if (isFrozen) return <Tag colour="blue">{t("office:state.frozen")}</Tag>;
  return <Tag colour={colours[state]}>{t(`office:state.${state}`)}</Tag>;
}
