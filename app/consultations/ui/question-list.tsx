import { Fragment } from "react";
import type { FormDefinition } from "#app/forms/definition.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Every question to read beforehand, section by section. */
export function QuestionList({ definition }: { definition: FormDefinition }) {
  const { t } = useWords();
  return (
    <>
      {definition.sections.map(({ id, heading, questions }) => (
        <Fragment key={id}>
          <h3 className="govuk-heading-s">
            <InLanguage text={heading} />
          </h3>
          <ul className="govuk-list govuk-list--spaced">
            {questions.map(({ id: questionId, number, label }) => (
              <li key={questionId}>
                {number !== undefined && <>{t("forms:numbered", { number })} </>}
                <InLanguage text={label} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}
