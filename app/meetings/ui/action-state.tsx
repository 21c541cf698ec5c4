import type { Text } from "#app/shared/languages.ts";
import { Paragraphs } from "#app/shared/ui/in-language.tsx";
import { Tag } from "#app/shared/ui/tag.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { ActionState as State } from "../action.ts";

/** Whether an action is done and what was said of it, or whether it is late. */
export function ActionState({ state, doneOn, note }: { state: State; doneOn: string | null; note: Text }) {
  const { t } = useWords();
  if (state === "overdue") return <Tag colour="red">{t("meetings:actions.overdue")}</Tag>;
  if (doneOn === null) return t("meetings:actions.open");
  return (
    <>
      {t("meetings:actions.done-on", { date: doneOn })}
      <Paragraphs text={note} />
    </>
  );
}
