// The error summary of a page of questions.
import { ErrorSummary, type FieldError } from "#app/shared/ui/error-summary.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { AnswerError } from "../answer.ts";
import { fieldId } from "../entries.ts";
import type { Question } from "../question.ts";
import { errorText } from "../wording.ts";

type FormErrorsProps = {
  questions: readonly Question[];
  errors: readonly AnswerError[];
  /** Errors of fields that are not questions, after the questions'. */
  others?: readonly FieldError[];
};

/** Every error in the words that stand beside its field, leading there. */
export function FormErrors({ questions, errors, others = [] }: FormErrorsProps) {
  const words = useWords();
  const own = errors.map((error) => ({ href: `#${fieldId(error.field)}`, text: errorText(questions, error, words) }));
  return <ErrorSummary errors={[...own, ...others]} />;
}
