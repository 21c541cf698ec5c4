// The texts of every language, read once, and the words each language speaks with.
import i18next, { type i18n, type Resource } from "i18next";
import { languages, type Language, type Text } from "./languages.ts";
import { makeWords, type Words } from "./words.ts";

const files = import.meta.glob<Record<string, unknown>>("../../locales/*/*.json", { eager: true, import: "default" });

/** Every text: language, then subject, then the file's own tree. */
export const texts: Record<Language, Record<string, Record<string, unknown>>> = { en: {}, cy: {}, ur: {} };
for (const [path, file] of Object.entries(files)) {
  const [, language, subject] = /\/([a-z]+)\/([a-z-]+)\.json$/.exec(path) ?? [];
  if (language && subject && language in texts) texts[language as Language][subject] = file;
}

function speak(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(texts[language]),
    resources: { [language]: texts[language] } as Resource,
    interpolation: { escapeValue: false }, // because React and the letters escape for themselves
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`No text ${key} in ${language}`);
    },
  });
  return instance;
}

const instances = Object.fromEntries(languages.map((language) => [language, speak(language)])) as Record<Language, i18n>;
const spoken = Object.fromEntries(
  languages.map((language) => {
    const instance = instances[language];
    return [language, makeWords(language, (key, values) => instance.t(key, values ?? {}))];
  }),
) as Record<Language, Words>;

/** The language's own i18next, shared by every request because nobody changes it. */
export function i18nFor(language: Language): i18n {
  return instances[language];
}

/** The words of a language, for loaders, letters and exports. */
export function wordsFor(language: Language): Words {
  return spoken[language];
}

/** A text of ours in every language, for forms that are ours. */
export function textInAll(key: string): Text {
  return Object.fromEntries(languages.map((language) => [language, spoken[language].t(key)]));
}
