import { directionOf, filled, languageNames, languages, type Text } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";

/** A text in every language beside each other; a language that has none says so, unless none has. */
export function SaidInLanguages({ text }: { text: Text | undefined }) {
  const { t } = useWords();
  if (!filled(text ?? {})) return <>{t("prepare:nothing")}</>;
  return (
    <div className="in-languages">
      {languages.map((language) => {
        const said = (text?.[language] ?? "").trim();
        return (
          <p key={language} className="govuk-body">
            <span className="in-languages__language">
              <bdi lang={language}>{languageNames[language]}</bdi>
            </span>
            {said === "" ? (
              t("prepare:untranslated")
            ) : (
              <span className="in-languages__text" lang={language} dir={directionOf(language)}>
                {said}
              </span>
            )}
          </p>
        );
      })}
    </div>
  );
}
