// Letters about what becomes of a consultation, to those who asked, and to the officers who owe the reply.
import { within } from "#app/forms/wording.ts";
import type { Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

type About = { to: string; words: Words; consultation: Text; partnership: Text };

function letter(name: string, { to, words }: About, subject: string, text: string): Letter {
  return { kind: `replies/${name}`, to, language: words.language, subject, text };
}

function named({ words, consultation, partnership }: About) {
  return { consultation: within(consultation, words), partnership: within(partnership, words) };
}

/** How long the link of an unanswered question opens. */
export const confirmInDays = 7;

/** Asks whether whoever reads the address wants to be told. `link` is the whole address. */
export function confirmFollowingLetter(about: About, { link, isConfirmed }: { link: string; isConfirmed: boolean }): Letter {
  const { t, number } = about.words;
  const values = named(about);
  const text = isConfirmed
    ? paragraphs(t("replies:letter.following.already", values), t("replies:letter.following.stop", { link }), t("replies:letter.from", values))
    : paragraphs(
        t("replies:letter.following.asked", values),
        t("replies:letter.following.confirm", { link }),
        t("replies:letter.following.not-you", { count: confirmInDays, number: number(confirmInDays) }),
        t("replies:letter.from", values),
      );
  return letter("following", about, t("replies:letter.following.subject", values), text);
}

/** Tells that the outcome is published. `link` is the whole address of its page. */
export function outcomeLetter(about: About, { link }: { link: string }): Letter {
  const { t } = about.words;
  const values = named(about);
  const text = paragraphs(
    t("replies:letter.outcome.published", values),
    t("replies:letter.outcome.link", { link }),
    t("replies:letter.outcome.forgotten"),
    t("replies:letter.from", values),
  );
  return letter("outcome", about, t("replies:letter.outcome.subject", values), text);
}

/** Reminds an officer of the day by which the reply was promised, or that it has passed. `link` is the whole address of their page. */
export function replyDueLetter(about: About, { link, promisedOn, days }: { link: string; promisedOn: string; days: number }): Letter {
  const { t, date } = about.words;
  const values = { ...named(about), date: date(promisedOn) };
  const when = days < 0 ? "passed" : days === 0 ? "today" : "coming";
  const text = paragraphs(
    t(`replies:letter.due.${when}`, values),
    t("replies:letter.due.what"),
    t("replies:letter.due.link", { link }),
    t("replies:letter.from", values),
  );
  return letter("due", about, t(`replies:letter.due.subject-${when}`, values), text);
}
