// How a question is named on the page: its number, its label in the language there is, and whether it may be left out.
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import type { Labelled } from "#app/shared/ui/form-group.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { AnswerError } from "../answer.ts";
import type { Entries } from "../entries.ts";
import type { Question, QuestionOf, QuestionType } from "../question.ts";
import { errorText } from "../wording.ts";

export type QuestionProps<Type extends QuestionType = QuestionType> = {
  question: QuestionOf<Type>;
  entries: Entries;
  /** Errors of the whole form; those of other questions are passed over. */
  errors: readonly AnswerError[];
  /** The question is the page's h1. */
  asHeading?: boolean;
};

function QuestionLabel({ question }: { question: Question }) {
  const { t } = useWords();
  return (
    <>
      {question.number !== undefined && <>{t("forms:numbered", { number: question.number })} </>}
      <InLanguage text={question.label} />
      {!question.required && question.type !== "statement" && <> {t("forms:optional")}</>}
    </>
  );
}

/** Label, hint and the error of the question as a whole, as every field of the page takes them. */
export function useLabelled({ question, errors, asHeading = false }: Omit<QuestionProps, "entries">): Labelled {
  return {
    label: <QuestionLabel question={question} />,
    labelSize: asHeading ? "l" : "s",
    heading: asHeading,
    hint: question.hint && <InLanguage text={question.hint} />,
    error: useErrorOf(question, errors)(),
  };
}

/** Gives the text of the first error of a part of the question, or without a part of the question as a whole. */
export function useErrorOf(question: Question, errors: readonly AnswerError[]): (part?: string) => string | undefined {
  const words = useWords();
  const own = errors.filter((error) => error.questionId === question.id);
  return (part) => {
    const found = own.find((error) =>
      part === undefined ? !error.ofPart : error.ofPart && error.field === `${question.id}.${part}`,
    );
    return found && errorText([question], found, words);
  };
}
