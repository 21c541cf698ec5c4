import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { Question } from "#app/forms/question.ts";

/** A question as one of several, with its number where it has one. */
export function QuestionName({ question }: { question: Pick<Question, "label" | "number"> }) {
  const { t } = useWords();
  return (
    <>
      {question.number !== undefined && <>{t("forms:numbered", { number: question.number })} </>}
      <InLanguage text={question.label} />
    </>
  );
}
