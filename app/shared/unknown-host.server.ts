// The page for a name that leads to this server and that nobody here goes by.
import { config } from "./config.server.ts";
import { directionOf, type Language } from "./languages.ts";
import { wordsFor } from "./words.server.ts";

/** Says so in words, and where the installation itself is; never the name that was asked for. */
export function unknownHostPage(language: Language): string {
  const { t } = wordsFor(language);
  const title = t("shared:unknownHost.title");
  const address = new URL(config().baseUrl).origin;
  return (
    `<!DOCTYPE html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1>` +
    `<p>${t("shared:unknownHost.text")}</p><p>${t("shared:unknownHost.go")} <a href="${address}" dir="ltr">${address}</a></p>` +
    `<p>${t("shared:unknownHost.administrator")}</p></main>`
  );
}
