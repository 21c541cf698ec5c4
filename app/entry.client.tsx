// Wakes a worker's page: fetches the words of its language and hydrates.
import { RemixBrowser } from "@remix-run/react";
import i18next, { type Resource } from "i18next";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { WordsProvider } from "./shared/ui/words.tsx";

// The subjects that worker's pages speak of.
const files = import.meta.glob<Resource[string][string]>("../locales/*/{shared,shell,office,forms}.json", {
  import: "default",
});

async function wake(): Promise<void> {
  const language = document.documentElement.lang;
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  const subjects = own.map(async ([path, load]) => [/([a-z-]+)\.json$/.exec(path)?.[1] ?? "", await load()] as const);
  const words = Object.fromEntries(await Promise.all(subjects));
  const i18n = i18next.createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(words),
    resources: { [language]: words },
    interpolation: { escapeValue: false },
  });
  startTransition(() => {
    hydrateRoot(
      document,
      <WordsProvider i18n={i18n}>
        <RemixBrowser />
      </WordsProvider>,
    );
  });
}

void wake();
