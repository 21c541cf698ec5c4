// Letters of a round of nominations: to the organisations that are invited, and to whom they name.
import type { RulingReason } from "#app/elections/nomination.ts";
import { apart, within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

type About = { to: string; words: Words; partnership: Text; round: { title: Text; opensOn: string; closesOn: string; seats: number }; body: Text; organisation: Text };

function valuesOf({ words, partnership, round, body, organisation }: About) {
  const { date, number } = words;
  return {
    ...{ partnership: within(partnership, words), title: within(round.title, words), body: within(body, words), organisation: within(organisation, words) },
    ...{ opens: date(round.opensOn), closes: date(round.closesOn), seats: number(round.seats) },
  };
}

/** A name beside words of a language, in its own direction. */
export function nameApart(name: string, { language }: Pick<Words, "language">): string {
  return apart(name, /\p{Script=Arabic}/u.test(name) ? "ur" : "en", language);
}

/** What an invitation says, in paragraphs; by e-mail and on paper alike. `link` is the whole address, `code` what it carries. */
export function invitationParts(about: About, { link, code, isReminder }: { link: string; code: string | null; isReminder: boolean }): string[] {
  const { t } = about.words;
  const values = valuesOf(about);
  return [
    t(isReminder ? "nominating:letter.reminder.text" : "nominating:letter.invitation.text", values),
    t("nominating:letter.invitation.places", values),
    code === null ? t("nominating:letter.invitation.link", { ...values, link }) : t("nominating:letter.invitation.code", { ...values, link, code }),
    t("nominating:letter.invitation.decline", values),
  ];
}

export function invitationLetter(about: About, { link, isReminder }: { link: string; isReminder: boolean }): Letter {
  const { t, language } = about.words;
  const values = valuesOf(about);
  const subject = t(isReminder ? "nominating:letter.reminder.subject" : "nominating:letter.invitation.subject", values);
  return { kind: "nominating/invitation", to: about.to, language, subject, text: paragraphs(...invitationParts(about, { link, code: null, isReminder }), t("nominating:letter.from", values)) };
}

/** Asks whoever was named whether they agree. */
export function namedLetter(about: About, { link, name, howChosen, isSubstitute }: { link: string; name: string; howChosen: string; isSubstitute: boolean }): Letter {
  const { words } = about;
  const values = { ...valuesOf(about), name: nameApart(name, words), link };
  const { t, language } = words;
  return {
    ...{ kind: "nominating/named", to: about.to, language, subject: t("nominating:letter.named.subject", values) },
    text: paragraphs(t("nominating:letter.named.text", values), howChosen, isSubstitute ? t("nominating:letter.named.substitute", values) : null, t("nominating:letter.named.link", values), t("nominating:letter.named.silent", values), t("nominating:letter.from", values)),
  };
}

/** Tells an organisation, or whom it named, what was ruled; for an invalid one why, and in which words. `link` leads to where another can be named. */
export function rulingLetter(about: About, { name, reason, link }: { name: string; reason: { code: RulingReason; words: string } | null; link: string | null }): Letter {
  const { words } = about;
  const values = { ...valuesOf(about), name: nameApart(name, words) };
  const { t, language } = words;
  const ruled = reason === null ? "valid" : "invalid";
  return {
    ...{ kind: "nominating/ruling", to: about.to, language, subject: t(`nominating:letter.${ruled}.subject`, values) },
    text: paragraphs(t(`nominating:letter.${ruled}.text`, values), reason && t(`nominating:reason.${reason.code}`), reason?.words ?? null, link && t("nominating:letter.again", { ...values, link }), t("nominating:letter.from", values)),
  };
}

/** Tells organisations and whom they named that the round is over, and where they read what came of it. */
export function endedLetter(about: About, { link, ending }: { link: string; ending: string }): Letter {
  const values = { ...valuesOf(about), link };
  const { t, language } = about.words;
  return { kind: "nominating/ended", to: about.to, language, subject: t("nominating:letter.ended.subject", values), text: paragraphs(t(`nominating:letter.ended.${ending}`, values), t("nominating:letter.ended.link", values), t("nominating:letter.from", values)) };
}
