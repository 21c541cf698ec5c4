// What stands in the window's title: the page, then whose it is.
import { textIn, type Language, type Text } from "#app/shared/languages.ts";

/** "Respond - Marlshire Partnership - Folkmoot"; "Error: " comes before it by itself when the page is drawn with 422. */
export function titleOf(page: string, language: Language, partnership?: { name: Text } | null): string {
  const whose = partnership ? [textIn(partnership.name, language).text] : [];
  return [page, ...whose, "Folkmoot"].join(" - ");
}
