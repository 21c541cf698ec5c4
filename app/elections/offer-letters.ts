// The letter to somebody who is next in an election and is asked to take a seat that was left free.
import { within } from "#app/forms/wording.ts";
import { apart, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

type About = { to: string; words: Words; partnership: Text; election: Text; /** The candidate's. */ name: string };

/** `link` is the whole address; `until` the last day on which they may answer by it, `endsOn` the last day of the term. */
export function offerLetter({ to, words, partnership, election, name }: About, { link, body, endsOn, until }: { link: string; body: Text; endsOn: string; until: string }): Letter {
  const { t, date, language } = words;
  const script = /\p{Script=Arabic}/u.test(name) ? "ur" : "en";
  const values = { partnership: within(partnership, words), election: within(election, words), body: within(body, words), name: apart(name, script, language), link, date: date(until), end: date(endsOn) };
  const text = paragraphs(t("offers:letter.text", values), t("offers:letter.link", values), t("offers:letter.silent", values), t("offers:letter.from", values));
  return { kind: "elections/seat-offer", to, language, subject: t("offers:letter.subject", values), text };
}
