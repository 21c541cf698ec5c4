import { QuestionField } from "#app/forms/ui/question-field.tsx";
import type { QuestionType } from "#app/forms/question.ts";
import { Details } from "#app/shared/ui/details.tsx";
import { PageLink } from "#app/shared/ui/page-link.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { exampleOf, kindGroups } from "../question-kinds.ts";

/** The kinds of question, each with a sentence and, on asking, an example that can be seen and not filled in. */
export function KindChoice({ pathOf }: { pathOf: (type: QuestionType) => string }) {
  const { t, language } = useWords();
  return (
    <>
      {kindGroups.map(({ name, types }) => (
        <section key={name} aria-labelledby={`group-${name}`}>
          <h2 className="govuk-heading-m" id={`group-${name}`}>
            {t(`editing:kinds.${name}`)}
          </h2>
          <ul className="govuk-list kinds">
            {types.map((type) => (
              <li key={type}>
                <PageLink to={pathOf(type)}>{t(`editing:type.${type}.name`)}</PageLink>
                <p className="govuk-body">{t(`editing:type.${type}.what`)}</p>
                <Details
                  summary={
                    <>
                      {t("editing:example.show")} <span className="govuk-visually-hidden">{t(`editing:type.${type}.name`)}</span>
                    </>
                  }
                >
                  <fieldset className="govuk-fieldset example" disabled>
                    <legend className="govuk-visually-hidden">{t("editing:example.legend")}</legend>
                    <QuestionField question={exampleOf(type, language, t)} entries={{}} errors={[]} />
                  </fieldset>
                </Details>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
