// A candidate's words in every language they gave them in, each marked as what it is. Nothing is translated for them.
import { directionOf, languageNames, languages, type Text } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";

export function StatementText({ text }: { text: Text }) {
  const { t, language } = useWords();
  const given = [language, ...languages.filter((one) => one !== language)].filter((one) => text[one]);
  return (
    <>
      {given.map((one) => (
        <div key={one} lang={one} dir={directionOf(one)}>
          {(given.length > 1 || one !== language) && (
            <p className="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1" lang={language} dir={directionOf(language)}>
              {t("candidates:list.in", { language: languageNames[one] })}
            </p>
          )}
          {text[one]!.split(/\n\s*\n/).map((paragraph, index) => (
            <p key={index} className="govuk-body plain-text">
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </>
  );
}
