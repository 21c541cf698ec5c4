// Wakes a worker's page with the words it was drawn with (WordsOfPage).
import { RemixBrowser } from "@remix-run/react";
import i18next, { type Resource } from "i18next";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { defaultLanguage, isLanguage } from "./shared/languages.ts";
import { WordsProvider } from "./shared/ui/words.tsx";
import { makeWords } from "./shared/words.ts";

const texts = JSON.parse(document.getElementById("words")?.textContent ?? "{}") as Resource[string];
const { lang } = document.documentElement;
const language = isLanguage(lang) ? lang : defaultLanguage;
const i18n = i18next.createInstance();
void i18n.init({
  lng: language,
  fallbackLng: false,
  ns: Object.keys(texts),
  resources: { [language]: texts },
  interpolation: { escapeValue: false },
  initAsync: false,
});
const words = makeWords(language, (key, values) => i18n.t(key, values ?? {}));

/**
 * Remix begins to read the page's own data when it is first drawn, and throws the promise of it. Were that left to React, a
 * press in that moment would end in a fault of React's, "Root did not complete". [remix-run/remix#10214]
 */
async function pageDataIsRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

await pageDataIsRead();
startTransition(() => {
  hydrateRoot(
    document,
    <WordsProvider speech={{ words, texts }}>
      <RemixBrowser />
    </WordsProvider>,
  );
});
