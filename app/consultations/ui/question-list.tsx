import { Fragment } from "react";
import type { FormDefinition } from "#app/forms/definition.ts";
import { errataOf, type Erratum } from "#app/forms/errata.ts";
import { Errata } from "#app/forms/ui/questions.tsx";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";

/** Every question to read beforehand, section by section, each with its corrections. */
export function QuestionList({ definition, errata }: { definition: FormDefinition; errata: readonly Erratum[] }) {
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
                <Errata errata={errataOf(errata, questionId)} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}
