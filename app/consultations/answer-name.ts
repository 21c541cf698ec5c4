// An answer that could be chosen, or how a response came, as a figure is named after it.
import { agreementText, plainNumber, within, yesNoText } from "#app/forms/wording.ts";
import { isLanguage, languageNames, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import { isChannel } from "./channel.ts";
import type { ValueName } from "./cross-tabulation.ts";
import { isRespondentType } from "./response.ts";

/** In one language, unless it is written in several. */
export function answerName(name: ValueName, words: Words): string | Text {
  const { t } = words;
  if ("text" in name) return name.text;
  if ("agreement" in name) return agreementText(name.agreement, words);
  if ("yesNo" in name) return yesNoText(name.yesNo, words);
  if ("rating" in name) {
    const rating = plainNumber(name.rating, words);
    return name.label ? t("office:results.rating", { rating, label: within(name.label, words) }) : rating;
  }
  const { value } = name;
  if (name.held === "language") return isLanguage(value) ? { [value]: languageNames[value] } : value;
  if (name.held === "channel") return isChannel(value) ? t(`consultations:channel.${value}`) : value;
  return isRespondentType(value) ? t(`office:respondent.${value}`) : value;
}

/** The same within a sentence or a list. */
export function answerText(name: ValueName, words: Words): string {
  const said = answerName(name, words);
  return typeof said === "string" ? said : within(said, words);
}

/** The same in every language, for what is written down once for all of them. */
export function answerNameInAll(name: ValueName, inEach: readonly Words[]): Text {
  const said = inEach.map((words) => [words.language, answerName(name, words)] as const);
  const text = said.find(([, one]) => typeof one !== "string")?.[1];
  return typeof text === "object" ? text : (Object.fromEntries(said) as Text);
}
