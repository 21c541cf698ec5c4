import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { answerName } from "../answer-name.ts";
import type { ValueName } from "../cross-tabulation.ts";

/** An answer that could be chosen, or how a response came, as a figure is named after it. */
export function AnswerName({ name }: { name: ValueName }) {
  const said = answerName(name, useWords());
  return typeof said === "string" ? <>{said}</> : <InLanguage text={said} />;
}
