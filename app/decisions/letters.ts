// Letters about decisions: to partners, who are told of every one, and to whoever asked to follow them.
import { textIn, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import type { Outcome } from "./decision.ts";

type About = { to: string; words: Words; partnership: Text };

const within = (text: Text, { language }: Words) => textIn(text, language).text;

export type Told = { title: Text; body: Text; outcome: Outcome; decidedOn: string; text: Text; link: string };

/** Tells a partner of one decision [SG07]. */
export function noticeLetter({ to, words, partnership }: About, { title, body, outcome, decidedOn, text, link }: Told): Letter {
  const { t, date } = words;
  const values = { title: within(title, words), body: within(body, words), date: date(decidedOn), partnership: within(partnership, words) };
  return {
    ...{ kind: "decisions/notice", to, language: words.language, subject: t("decisions:letter.notice.subject", values) },
    text: paragraphs(
      t(`decisions:letter.outcome.${outcome}`, values),
      within(text, words),
      t("decisions:letter.notice.link", { link }),
      t("decisions:letter.notice.why", values),
    ),
  };
}

/** How long the link of an unanswered question opens. */
export const confirmInDays = 7;

/** Asks whether whoever reads the address wants to be told. `link` is the whole address. */
export function confirmLetter({ to, words, partnership }: About, { link, isConfirmed }: { link: string; isConfirmed: boolean }): Letter {
  const { t, number } = words;
  const values = { partnership: within(partnership, words) };
  const text = isConfirmed
    ? paragraphs(t("decisions:letter.following.already", values), t("decisions:letter.following.change", { link }))
    : paragraphs(
        t("decisions:letter.following.asked", values),
        t("decisions:letter.following.confirm", { link }),
        t("decisions:letter.following.not-you", { number: number(confirmInDays) }),
      );
  return { kind: "decisions/following", to, language: words.language, subject: t("decisions:letter.following.subject", values), text };
}

/** All that was decided since the last one, of what they follow. `left` is how many more stand on the page. */
export function digestLetter({ to, words, partnership }: About, told: readonly Told[], { page, unsubscribeUrl, left }: { page: string; unsubscribeUrl: string; left: number }): Letter {
  const { t, date, number } = words;
  const values = { partnership: within(partnership, words), number: number(told.length + left) };
  const one = ({ title, body, outcome, decidedOn, link }: Told) =>
    [within(title, words), t(`decisions:letter.outcome.${outcome}`, { title: within(title, words), body: within(body, words), date: date(decidedOn) }), link].join("\n");
  return {
    ...{ kind: "decisions/digest", to, language: words.language, subject: t("decisions:letter.digest.subject", values) },
    text: paragraphs(
      t("decisions:letter.digest.lead", values),
      ...told.map(one),
      left > 0 ? t("decisions:letter.digest.more", { number: number(left), link: page }) : null,
      "--",
      t("decisions:letter.digest.why", values),
      t("decisions:letter.digest.unsubscribe", { link: unsubscribeUrl }),
    ),
    unsubscribeUrl,
  };
}
