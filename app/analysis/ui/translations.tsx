import type { TranslationShown } from "../translation.ts";

/** What a text says in other languages, beside it: in which, by whom, when, and whether a machine made it. */
export function Translations({ id, translations }: { id: string; translations: readonly TranslationShown[] }) {
  return translations.map(({ language, heading, text, says }) => (
    <section key={language} aria-labelledby={`translation-${id}-${language}`}>
      <h3 className="govuk-heading-s" id={`translation-${id}-${language}`}>
        {heading}
      </h3>
      <blockquote className="govuk-inset-text written-answer__words" lang={language} dir="auto">
        {text}
      </blockquote>
      <p className="govuk-hint">{says}</p>
    </section>
  ));
}
