// A candidate's words in every language they gave them in, each marked as what it is. Nothing is translated for them.
import { Fragment } from "react";
import { directionOf, languages, type Text } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";

export function StatementText({ text }: { text: Text }) {
  const { t, language } = useWords();
  const given = [language, ...languages.filter((one) => one !== language)].filter((one) => text[one]);
  return (
    <>
      {given.map((one) => (
        <Fragment key={one}>
          {(given.length > 1 || one !== language) && <p className="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">{t(`shared:in-language.${one}`)}</p>}
          <div lang={one} dir={directionOf(one)} className="own-words">
            {text[one]!.split(/\n\s*\n/).map((paragraph, index) => (
              <p key={index} className="govuk-body plain-text">
                {paragraph}
              </p>
            ))}
          </div>
        </Fragment>
      ))}
    </>
  );
}
