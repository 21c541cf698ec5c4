// The letter that asks a returning officer to destroy the papers of an election, a year after it.
import { within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

/** `link` is where they say that it is done, a whole address. */
export function papersLetter({ to, words, partnership }: { to: string; words: Words; partnership: Text }, { title, link }: { title: Text; link: string }): Letter {
  const { t, language } = words;
  const values = { title: within(title, words), partnership: within(partnership, words), link };
  return {
    ...{ kind: "elections/destroy-papers", to, language, subject: t("results:letter.papers.subject", values) },
    text: paragraphs(t("results:letter.papers.text", values), t("results:letter.papers.how"), t("results:letter.papers.link", values), values.partnership),
  };
}
