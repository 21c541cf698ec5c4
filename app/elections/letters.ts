// Letters about elections: to candidates, and to organisations that are named as standing behind them.
import { within } from "#app/forms/wording.ts";
import { apart, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import type { Ruling, RulingReason, SupportPart } from "./nomination.ts";

type About = { to: string; words: Words; partnership: Text; election: Text; /** The candidate's. */ name: string };

function letter(name: string, about: About, part: string, ...parts: (string | null)[]): Letter {
  const { to, words } = about;
  const values = named(about);
  return { kind: `elections/${name}`, to, language: words.language, subject: words.t(`candidates:letter.${part}.subject`, values), text: paragraphs(...parts, words.t("candidates:letter.from", values)) };
}

function named({ words, partnership, election, name }: About) {
  const script = /\p{Script=Arabic}/u.test(name) ? "ur" : "en";
  return { partnership: within(partnership, words), election: within(election, words), name: apart(name, script, words.language) };
}

/** Asks somebody who was nominated whether they stand. `link` is the whole address, by which they also come back; `until` is when nominations close. */
export function nominatedLetter(about: About, { link, by, until }: { link: string; by: "self" | "other"; until: string }): Letter {
  const { t, date } = about.words;
  const values = { ...named(about), link, date: date(until) };
  return letter("nominated", about, "nominated", t(`candidates:letter.nominated.${by}`, values), t("candidates:letter.nominated.link", values), t("candidates:letter.nominated.not-you", values));
}

/** Asks the delegate of an organisation whether it stands behind a nomination. */
export function supportLetter(about: About, { link, part, organisation, until }: { link: string; part: SupportPart; organisation: Text; until: string }): Letter {
  const { words } = about;
  const values = { ...named(about), link, organisation: within(organisation, words), date: words.date(until) };
  return letter("support", about, "support", words.t(`candidates:letter.support.${part}`, values), words.t("candidates:letter.support.link", values));
}

/** Tells a candidate what the returning officer ruled; for an invalid one why, and in which words. */
export function rulingLetter(about: About, { link, ruling, reason }: { link: string; ruling: Ruling; reason: { code: RulingReason; words: string } | null }): Letter {
  const { t } = about.words;
  const why = reason && t(`candidates:reason.${reason.code}`);
  return letter("ruling", about, ruling, t(`candidates:letter.${ruling}.text`, named(about)), why, reason?.words || null, t("candidates:letter.link", { link }));
}

/** Tells a candidate that candidates are confirmed, their number, and what follows. */
export function confirmedLetter(about: About, { link, place, isContested }: { link: string; place: number; isContested: boolean }): Letter {
  const { t, number } = about.words;
  const values = { ...named(about), number: number(place) };
  return letter("confirmed", about, "confirmed", t("candidates:letter.confirmed.text", values), t(`candidates:letter.confirmed.${isContested ? "contested" : "uncontested"}`, values), t("candidates:letter.link", { link }));
}

/** Brings a candidate a question that was put to all of them. */
export function questionLetter(about: About, { link, question, words: most }: { link: string; question: { text: string; language: Words["language"] }; words: number }): Letter {
  const { t, number, language } = about.words;
  const values = { ...named(about), link, number: number(most) };
  return letter("question", about, "question", t("candidates:letter.question.text", values), apart(question.text, question.language, language), t("candidates:letter.question.link", values));
}

/** Tells a candidate of hustings, alike for all: that they are planned, moved or called off. `where` may be several lines. */
export function hustingsLetter(about: About, { news, when, where, why, link }: { news: "planned" | "changed" | "cancelled"; when: string; where: string; why: string; link: string }): Letter {
  const { t } = about.words;
  const values = { ...named(about), why };
  const parts = [t(`candidates:letter.hustings.${news}.text`, values), `${when}\n${where}`, news === "cancelled" ? null : t("candidates:letter.hustings.needs")];
  return letter("hustings", about, `hustings.${news}`, ...parts, t("candidates:letter.link", { link }));
}

/** Confirms to a candidate that they have withdrawn. */
export function withdrawnLetter(about: About, { link }: { link: string }): Letter {
  const { t } = about.words;
  return letter("withdrawn", about, "withdrawn", t("candidates:letter.withdrawn.text", named(about)), t("candidates:letter.withdrawn.not-you"), t("candidates:letter.link", { link }));
}

/** Tells the returning officer that a candidate has withdrawn. `link` is the whole address of the nomination in the office. */
export function withdrawalLetter(about: About, { link }: { link: string }): Letter {
  const { t } = about.words;
  return letter("withdrawal", about, "withdrawal", t("candidates:letter.withdrawal.text", named(about)), t("candidates:letter.withdrawal.link", { link }));
}
