// The texts as the product says them, for journeys that are walked in every language.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next, { type i18n, type Resource } from "i18next";
import { languages, type Language } from "#app/shared/languages.ts";
import { makeWords, type Words } from "#app/shared/words.ts";

function speak(language: Language): i18n {
  const folder = join("locales", language);
  const subjects = readdirSync(folder).map((file) => {
    const text = JSON.parse(readFileSync(join(folder, file), "utf8")) as Resource[string][string];
    return [file.replace(/\.json$/, ""), text] as const;
  });
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: subjects.map(([subject]) => subject),
    resources: { [language]: Object.fromEntries(subjects) },
    interpolation: { escapeValue: false },
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`No text ${key} in ${language}`);
    },
  });
  return instance;
}

const spoken = new Map(
  languages.map((language) => {
    const instance = speak(language);
    return [language, makeWords(language, (key, values) => instance.t(key, values ?? {}))] as const;
  }),
);

/** The words a page in this language is drawn with. */
export function wordsOf(language: Language): Words {
  return spoken.get(language)!;
}

/** An address in a language. */
export function inLanguage(language: Language, path: string): string {
  return language === "en" ? path : `/${language}${path === "/" ? "" : path}`;
}
