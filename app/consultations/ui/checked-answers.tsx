import type { Question } from "#app/forms/definition.ts";
import { AnswerSummary } from "#app/forms/ui/answer-summary.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import type { Press } from "#app/shared/ui/summary-list.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { CheckedDraft } from "../draft.ts";

type CheckedAnswersProps = Pick<CheckedDraft, "form" | "sending"> & {
  /** How to answer a question of the consultation again, and one about oneself or publication; without them one can only read. */
  changeAnswer?: ((question: Question) => string | Press) | undefined;
  changeSaid?: ((question: Question) => string | Press) | undefined;
};

/** Everything that would be sent, section by section. */
export function CheckedAnswers({ form, sending, changeAnswer, changeSaid }: CheckedAnswersProps) {
  const { t } = useWords();
  return (
    <>
      {form.sections.map(({ section, questions }) => (
        <section key={section.id}>
          <h2 className="govuk-heading-m">
            <InLanguage text={section.heading} />
          </h2>
          <AnswerSummary questions={questions} answers={{ ...form.answers, ...form.personal }} {...(changeAnswer && { changeAt: changeAnswer })} />
        </section>
      ))}
      <section>
        <h2 className="govuk-heading-m">{t("consultations:check.about-you")}</h2>
        <AnswerSummary questions={sending.visible} answers={{ ...sending.answers, ...sending.personal }} {...(changeSaid && { changeAt: changeSaid })} />
      </section>
    </>
  );
}
