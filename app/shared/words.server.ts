// The texts of every language, read once, and the words each language speaks with.
import i18next, { type i18n, type Resource } from "i18next";
import { languages, type Language, type Text } from "./languages.ts";
import { makeWords, type Translate, type Words } from "./words.ts";

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

// A text that counts nothing is the same one every time, and i18next takes its time about finding it and filling it in.
function remembering(instance: i18n): Translate {
  const written = new Map<string, string>();
  return (key, values) => {
    if (values && "count" in values) return instance.t(key, values);
    const text = written.get(key) ?? instance.t(key, { skipInterpolation: true });
    written.set(key, text);
    return values ? text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? "")) : text;
  };
}

const spoken = Object.fromEntries(
  languages.map((language) => [language, makeWords(language, remembering(speak(language)))]),
) as Record<Language, Words>;

/** The words of a language, for loaders, letters and exports. */
export function wordsFor(language: Language): Words {
  return spoken[language];
}

const speeches = Object.fromEntries(
  languages.map((language) => [language, { words: spoken[language], texts: texts[language] }]),
) as Record<Language, { words: Words; texts: Record<string, unknown> }>;

/** The same with its texts, for drawing a page. */
export function speechFor(language: Language): { words: Words; texts: Record<string, unknown> } {
  return speeches[language];
}

/** A text of ours in every language, for forms that are ours. */
export function textInAll(key: string): Text {
  return Object.fromEntries(languages.map((language) => [language, spoken[language].t(key)]));
}
