// Wakes a worker's page with the words it was drawn with (WordsOfPage).
import { RemixBrowser } from "@remix-run/react";
import i18next, { type Resource } from "i18next";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { WordsProvider } from "./shared/ui/words.tsx";

const words = JSON.parse(document.getElementById("words")?.textContent ?? "{}") as Resource[string];
const language = document.documentElement.lang;
const i18n = i18next.createInstance();
void i18n.init({
  lng: language,
  fallbackLng: false,
  ns: Object.keys(words),
  resources: { [language]: words },
  interpolation: { escapeValue: false },
  initAsync: false,
});

startTransition(() => {
  hydrateRoot(
    document,
    <WordsProvider i18n={i18n}>
      <RemixBrowser />
    </WordsProvider>,
  );
});
