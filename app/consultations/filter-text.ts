// What the responses shown have in common, in words.
import type { Words } from "#app/shared/words.ts";
import { answerText } from "./answer-name.ts";
import type { Chosen } from "./result-filter.ts";
import { sideText } from "./side-text.ts";

export function chosenText({ what }: Chosen, words: Words): string {
  const { t, date } = words;
  if ("from" in what) return t("office:filter.chosen-from", { date: date(what.from) });
  if ("to" in what) return t("office:filter.chosen-to", { date: date(what.to) });
  return t("office:filter.chosen", { what: sideText(what.side, words), answer: answerText(what.name, words) });
}
