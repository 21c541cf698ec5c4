// The letter to whoever asks to be put on the roll of an election: it alone says whether its address is on it already. And the one that tells the
// returning officer, once nobody can any more, that some are on it by their word alone.
import { apart, within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

type About = { to: string; words: Words; partnership: Text; title: Text; name: string };

/** What an address is told: to press a button, that this person is on the roll already or was struck off, or that too many came by it. */
export type Answer = { kind: "asked"; link: string; until: string } | { kind: "on-roll" | "struck" | "too-many"; link: string };

export function registeringLetter({ to, words, partnership, title, name }: About, answer: Answer): Letter {
  const { t, language } = words;
  const script = /\p{Script=Arabic}/u.test(name) ? "ur" : "en";
  const values = { title: within(title, words), partnership: within(partnership, words), name: apart(name, script, language), date: answer.kind === "asked" ? answer.until : "" };
  return {
    ...{ kind: "elections/register", to, language, subject: t("register:letter.subject", values) },
    text: paragraphs(t("register:letter.text", values), t(`register:letter.${answer.kind}`, values), answer.link, t("register:letter.not-you"), within(partnership, words)),
  };
}

/** Tells how many put themselves on the roll by post, of whom nothing but their word is known; `link` is the page of the roll. */
export function byPostLetter({ to, words, partnership }: Pick<About, "to" | "words" | "partnership">, { title, count, link }: { title: Text; count: number; link: string }): Letter {
  const { t, language, number } = words;
  const values = { title: within(title, words), number: number(count) };
  return {
    ...{ kind: "elections/registered", to, language, subject: t("register:by-post.subject", values) },
    text: paragraphs(t("register:by-post.text", values), t("register:by-post.count", values), t("register:by-post.look"), link, within(partnership, words)),
  };
}
