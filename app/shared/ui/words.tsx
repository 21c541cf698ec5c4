// Gives components the words of the page's language.
import type { i18n } from "i18next";
import { useMemo, type ReactNode } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { isLanguage, defaultLanguage } from "#app/shared/languages.ts";
import { makeWords, type Words } from "#app/shared/words.ts";

export function WordsProvider({ i18n, children }: { i18n: i18n; children: ReactNode }) {
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>;
}

/** The words of the language the page is drawn in. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : defaultLanguage;
  return useMemo(() => makeWords(language, (key, values) => t(key, values ?? {})), [t, language]);
}

/** The words a page wakes with, for app/entry.client.tsx: the texts of these subjects in the page's language. */
export function WordsOfPage({ subjects }: { subjects: readonly string[] }) {
  const { i18n } = useTranslation();
  const texts = Object.fromEntries(subjects.map((subject) => [subject, i18n.getResourceBundle(i18n.language, subject) as unknown]));
  const written = JSON.stringify(texts).replaceAll("<", "\\u003c"); // because "</script>" would end it
  return <script id="words" type="application/json" dangerouslySetInnerHTML={{ __html: written }} />;
}
