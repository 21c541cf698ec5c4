import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { MeetingState } from "../meeting.ts";

const colours: Record<MeetingState, TagColour> = { planned: "grey", called: "blue", "going-on": "green", held: "grey", cancelled: "red" };

export function MeetingStateTag({ state }: { state: MeetingState }) {
  const { t } = useWords();
  return <Tag colour={colours[state]}>{t(`meetings:state.${state}`)}</Tag>;
}
