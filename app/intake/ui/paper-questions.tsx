import type { AnswerError } from "#app/forms/answer.ts";
import { entriesOf, fieldsOf, type Entries } from "#app/forms/entries.ts";
import type { Question } from "#app/forms/question.ts";
import { QuestionField } from "#app/forms/ui/question-field.tsx";
import { questionName } from "#app/forms/wording.ts";
import { useWords } from "#app/shared/ui/words.tsx";
import { isChosenForGood } from "../entry.ts";
import { Checkbox } from "./checkbox.tsx";

type PaperQuestionsProps = { questions: readonly Question[]; entries: Entries; illegible: readonly string[]; errors: readonly AnswerError[] };

/** Each question as it stands on the paper, whatever was answered before it, and whether a part of the answer cannot be read. */
export function PaperQuestions({ questions, entries, illegible, errors }: PaperQuestionsProps) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      {questions
        .filter(({ type }) => type !== "file")
        .map((question) => {
          const isAnswered = fieldsOf(question).some((field) => entriesOf(entries, field).length > 0);
          return (
            <div key={question.id} className="paper-question">
              {/* because "optional" beside every question would say nothing */}
              <QuestionField question={{ ...question, required: true }} entries={entries} errors={errors} />
              <div className="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                <Checkbox name="_illegible" value={question.id} isChecked={illegible.includes(question.id)} about={questionName(question, words)}>
                  {t("intake:section.illegible")}
                </Checkbox>
                {isAnswered && isChosenForGood(question) && (
                  <Checkbox name="_blank" value={question.id} isChecked={false} about={questionName(question, words)}>
                    {t("intake:section.blank")}
                  </Checkbox>
                )}
              </div>
            </div>
          );
        })}
    </>
  );
}
