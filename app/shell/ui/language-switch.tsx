import { directionOf, languageNames, type Language } from "#app/shared/languages.ts";
import { useWords } from "#app/shared/ui/words.tsx";

/** A language and the address that remembers it and leads to this same page in it; whole addresses, language included. */
export type LanguageLink = { language: Language; href: string };

/** Every language in its own name, the one being read marked. */
export function LanguageSwitch({ links }: { links: readonly LanguageLink[] }) {
  const { t, language: current } = useWords();
  return (
    <nav className="languages" aria-label={t("shell:languages")}>
      <ul className="languages__list">
        {links.map(({ language, href }) => (
          <li key={language}>
            {language === current ? (
              <span className="languages__current" aria-current="true">
                {languageNames[language]}
              </span>
            ) : (
              <a
                className="languages__link"
                href={href}
                rel="alternate"
                hrefLang={language}
                lang={language}
                dir={directionOf(language)}
              >
                {languageNames[language]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
