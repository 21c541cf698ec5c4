import { Tag, type TagColour } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { DelegationStanding } from "../delegation.ts";

const colours: Record<DelegationStanding, TagColour> = { "in-force": "green", "review-due": "yellow", coming: "blue", ended: "grey" };

/** Where a delegation stands on the day. */
export function DelegationTag({ standing }: { standing: DelegationStanding }) {
  const { t } = useWords();
  return <Tag colour={colours[standing]}>{t(`decisions:delegation.standing.${standing}`)}</Tag>;
}
