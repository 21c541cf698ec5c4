import { languageNames } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { InsetText } from "#app/shared/ui/inset-text.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isBlockedIn, type Consultation } from "../consultation.ts";
import { consultationPath } from "../paths.ts";

type TranslationNoticeProps = {
  partnership: { slug: string };
  consultation: Pick<Consultation, "id" | "languages" | "partialLanguages" | "blockedLanguages">;
};

/** That not everything is said in the reader's language, or that nothing is asked in it and where it is. */
export function TranslationNotice({ partnership, consultation }: TranslationNoticeProps) {
  const { t, language } = useWords();
  const { languages, partialLanguages } = consultation;
  const isBlocked = isBlockedIn(consultation, language);
  const isPartly = languages.includes(language) && partialLanguages.includes(language);
  if (!isBlocked && !isPartly) return null;
  return (
    <InsetText>
      <p className="govuk-body">{t(isBlocked ? "consultations:translation.blocked" : "consultations:translation.partly")}</p>
      {isBlocked && (
        <ul className="govuk-list">
          {languages.map((offered) => (
            <li key={offered}>
              <a className="govuk-link" href={pathInLanguage(consultationPath(partnership, consultation), offered)} lang={offered} hrefLang={offered}>
                {languageNames[offered]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </InsetText>
  );
}
