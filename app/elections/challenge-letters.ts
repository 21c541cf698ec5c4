// Letters to whoever challenged a result: that it came in, and what became of it.
import { textIn, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

type About = { to: string; words: Words; partnership: Text };

const within = (text: Text, { language }: Words) => textIn(text, language).text;

export function challengeLetter({ to, words, partnership }: About, { title }: { title: Text }): Letter {
  const { t, language } = words;
  const values = { title: within(title, words), partnership: within(partnership, words) };
  return { kind: "elections/challenge", to, language, subject: t("results:letter.challenge.subject", values), text: paragraphs(t("results:letter.challenge.text", values), t("results:letter.challenge.next")) };
}

/** `reason` in the language of the letter, or the nearest there is. */
export function rulingLetter({ to, words, partnership }: About, { title, ruling, reason }: { title: Text; ruling: "upheld" | "dismissed"; reason: string }): Letter {
  const { t, language } = words;
  const values = { title: within(title, words), partnership: within(partnership, words) };
  return { kind: "elections/challenge-ruled", to, language, subject: t("results:letter.ruled.subject", values), text: paragraphs(t(`results:letter.ruled.${ruling}`, values), reason) };
}
