// Draws a part of a page to HTML in a language, as the server does.
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StaticRouter } from "react-router-dom/server";
import type { Language } from "#app/shared/languages.ts";
import { WordsProvider } from "#app/shared/ui/words.tsx";
import { speechFor } from "#app/shared/words.server.ts";

/** `basename` is the language's place in front of every address, as the server mounts it. */
export function draw(part: ReactElement, language: Language = "en", basename = language === "en" ? "/" : `/${language}`): string {
  return renderToStaticMarkup(
    <WordsProvider speech={speechFor(language)}>
      <StaticRouter basename={basename} location={`${basename}/`.replace("//", "/")}>
        {part}
      </StaticRouter>
    </WordsProvider>,
  );
}
