// What the responses shown have in common, in words.
import { within } from "#app/forms/wording.ts";
import type { Words } from "#app/shared/words.ts";
import { answerName } from "./answer-name.ts";
import type { Chosen } from "./result-filter.ts";
import { sideText } from "./side-text.ts";

export function chosenText({ what }: Chosen, words: Words): string {
  const { t, date } = words;
  if ("from" in what) return t("office:filter.chosen-from", { date: date(what.from) });
  if ("to" in what) return t("office:filter.chosen-to", { date: date(what.to) });
  const answer = answerName(what.name, words);
  return t("office:filter.chosen", { what: sideText(what.side, words), answer: typeof answer === "string" ? answer : within(answer, words) });
}
