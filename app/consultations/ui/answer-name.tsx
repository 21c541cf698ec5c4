import { agreementText, plainNumber, within, yesNoText } from "#app/forms/wording.ts";
import { isLanguage, languageNames } from "#app/shared/languages.ts";
import { InLanguage } from "#app/shared/ui/in-language.tsx";
import { useWords } from "#app/shared/ui/words.tsx";
import { isChannel } from "../channel.ts";
import { isRespondentType } from "../response.ts";
import type { BarName } from "../results.ts";
import type { ValueName } from "../cross-tabulation.ts";

/** An answer that could be chosen, or how a response came, as a figure is named after it. */
export function AnswerName({ name }: { name: BarName | ValueName }) {
  const words = useWords();
  const { t } = words;
  if ("text" in name) return <InLanguage text={name.text} />;
  if ("agreement" in name) return agreementText(name.agreement, words);
  if ("yesNo" in name) return yesNoText(name.yesNo, words);
  if ("rating" in name) {
    const rating = plainNumber(name.rating, words);
    return name.label ? t("office:results.rating", { rating, label: within(name.label, words) }) : rating;
  }
  const { value } = name;
  if (name.held === "language") return isLanguage(value) ? <InLanguage text={{ [value]: languageNames[value] }} /> : value;
  if (name.held === "channel") return isChannel(value) ? t(`consultations:channel.${value}`) : value;
  return isRespondentType(value) ? t(`office:respondent.${value}`) : value;
}
