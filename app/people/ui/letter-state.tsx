import type { LetterState } from "#app/people/outbox.ts";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Whether a letter has gone. */
export function LetterStateTag({ state }: { state: LetterState }) {
  const { t } = useWords();
  if (state === "sent") return <Tag colour="green">{t("people:outbox.sent")}</Tag>;
  if (state === "failed") return <Tag colour="red">{t("people:outbox.failed")}</Tag>;
  return <Tag colour="yellow">{t("people:outbox.waiting")}</Tag>;
}
