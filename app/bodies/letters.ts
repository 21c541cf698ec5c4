// Letters about seats, to those who hold them.
import { within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

type About = { to: string; words: Words; body: Text; partnership: Text };

/** Tells that a seat is free because meetings were missed, and from when. `link` is the whole address of the body, with whom to ask. */
export function absenceLetter({ to, words, body, partnership }: About, { missed, endedOn, link }: { missed: number; endedOn: string; link: string }): Letter {
  const { t, number, date } = words;
  const values = { body: within(body, words), partnership: within(partnership, words), date: date(endedOn), count: missed, number: number(missed), link };
  const text = paragraphs(t("seats:absence-letter.text", values), t("seats:absence-letter.wrong", values), t("seats:absence-letter.from", values));
  return { kind: "bodies/absence", to, language: words.language, subject: t("seats:absence-letter.subject", values), text };
}
