import type { Text } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import type { OutlinedSection } from "../outline.ts";

/** Another form's sections and questions, each with a button that takes it over. */
export function ReuseOutline({ sections, isEditable }: { sections: readonly OutlinedSection[]; isEditable: boolean }) {
  const { t } = useWords();
  return (
    <>
      {sections.map((section) => (
        <section key={section.id} className="outline-section" aria-labelledby={`heading-${section.id}`}>
          <h2 className="govuk-heading-m" id={`heading-${section.id}`}>
            <InLanguage text={section.heading} />
          </h2>
          {isEditable && <ReuseButton value={`section ${section.id}`} text={t("editing:reuse.take-section")} name={section.heading} />}
          <ol className="outline-questions">
            {section.questions.map((question) => (
              <li key={question.id} className="outline-row">
                <InLanguage text={question.label} />
                <div className="outline-row__deeds">
                  <span className="outline-row__type">{t(`editing:type.${question.type}.name`)}</span>
                  {isEditable && <ReuseButton value={`question ${question.id}`} text={t("editing:reuse.take-question")} name={question.label} />}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function ReuseButton({ value, text, name }: { value: string; text: string; name: Text }) {
  return (
    <button className="link-button" name="do" value={value}>
      {text}
      <span className="govuk-visually-hidden">
        {" "}
        <InLanguage text={name} />
      </span>
    </button>
  );
}
