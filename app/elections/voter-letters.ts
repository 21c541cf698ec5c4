// Letters to those on the roll: the code and how to vote, a reminder, and the answer to whoever asks whether they are on the roll. A
// letter with a code is made as it goes out, by e-mail or on paper, and is kept nowhere. [COUNTING 4.1]
import { within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import type { Method } from "./election.ts";

/** Whether votes are cast on a page, so that a voter needs a code. */
export function votesOnline(method: Method): boolean {
  return method === "online" || method === "both";
}

/** Whether votes are cast on papers that come by post or are handed in. */
export function votesOnPaper(method: Method): boolean {
  return method === "post" || method === "both";
}

/** A letter's parts, in order: what is read, and what must stand by itself to be copied. */
export type LetterPart = { kind: "text" | "code" | "address"; text: string };

type About = { words: Words; partnership: Text; title: Text };
/** `place` is that of a delegate in their organisation, where delegates vote. */
type Named = { name: string; delegate: string; number: number; place: number | null };
/** `link` is where votes are cast, and `checkLink` where a new code is asked for: whole addresses. */
export type CodeFacts = Named & { code: string | null; link: string; checkLink: string; closesAt: Date; method: Method; isReplacement: boolean };

const said = (text: string): LetterPart => ({ kind: "text", text });

function greeting({ t }: Words, { name, delegate }: Pick<Named, "name" | "delegate">): LetterPart {
  return said(t("roll:letter.greeting", { name: delegate || name }));
}

function onBehalf({ t, number: say }: Words, { name, delegate, number, place }: Named): LetterPart {
  if (place !== null) return said(t("roll:letter.delegate", { name, number: say(number), place: say(place) }));
  return said(t(delegate === "" ? "roll:letter.person" : "roll:letter.organisation", { name, number: say(number) }));
}

/** The letter with a voter's code, part by part; one that takes the place of another says so. */
export function codeLetterParts({ words, title, partnership }: About, { code, link, checkLink, closesAt, method, isReplacement, ...named }: CodeFacts): LetterPart[] {
  const { t, instant, number } = words;
  const values = { title: within(title, words), partnership: within(partnership, words), closes: instant(closesAt) };
  const online: LetterPart[] = code === null ? [] : [
    ...(isReplacement ? [said(t("roll:letter.replaced"))] : []),
    ...[said(t("roll:letter.code")), { kind: "code" as const, text: code }, said(t("roll:letter.where")), { kind: "address" as const, text: link }],
    ...[said(t("roll:letter.again")), said(t("roll:letter.secret"))],
  ];
  const paper = votesOnPaper(method) ? [said(t("roll:letter.paper", { ...values, number: number(named.number) }))] : [];
  const meeting = method === "meeting" ? [said(t("roll:letter.meeting"))] : [];
  const lost: LetterPart[] = code === null ? [] : [said(t("roll:letter.lost")), { kind: "address", text: checkLink }];
  return [greeting(words, named), said(t("roll:letter.text", values)), onBehalf(words, named), ...online, ...paper, ...meeting, said(t("roll:letter.closes", values)), ...lost, said(values.partnership)];
}

export function codeLetterSubject({ words, title }: Pick<About, "words" | "title">): string {
  return words.t("roll:letter.subject", { title: within(title, words) });
}

/** The same as an e-mail. Never saved. */
export function codeLetter(about: About & { to: string }, facts: CodeFacts): Letter {
  return { kind: "elections/code", to: about.to, language: about.words.language, subject: codeLetterSubject(about), text: paragraphs(...codeLetterParts(about, facts).map(({ text }) => text)) };
}

/** Reminds somebody who has not voted; with their code again where it went to the same address. Never saved. */
export function reminderLetter({ words, title, partnership, to }: About & { to: string }, { code, link, checkLink, closesAt, ...named }: Named & Pick<CodeFacts, "code" | "link" | "checkLink" | "closesAt">): Letter {
  const { t, instant } = words;
  const values = { title: within(title, words), closes: instant(closesAt) };
  return {
    ...{ kind: "elections/reminder", to, language: words.language, subject: t("roll:reminder.subject", values) },
    text: paragraphs(
      ...[greeting(words, named).text, t("roll:reminder.text", values), onBehalf(words, named).text],
      ...(code === null ? [] : [t("roll:reminder.code"), code]),
      ...[t("roll:letter.where"), link, t("roll:letter.lost"), checkLink, t("roll:reminder.done"), within(partnership, words)],
    ),
  };
}

/** What is told of an entry to whoever reads its mail: whether it stands, and when its code goes or went. `link` is the voter's own page. */
export type OnRoll = Named & { code: "later" | "sent" | "posted" | "waiting" | "none"; on: string; link: string };

/** Answers somebody who asked whether they are on the roll, entry by entry. Saved like any letter: it holds no code. */
export function onRollLetter({ words, title, partnership, to }: About & { to: string }, entries: readonly OnRoll[], { addLink }: { addLink: string }): Letter {
  const { t } = words;
  const values = { title: within(title, words) };
  const each = entries.flatMap((entry) => [onBehalf(words, entry).text, t(`roll:answer.code.${entry.code}`, { on: entry.on }), t("roll:answer.link"), entry.link]);
  const body = entries.length > 0 ? each : [t("roll:answer.not-on"), addLink];
  return { kind: "elections/on-the-roll", to, language: words.language, subject: t("roll:answer.subject", values), text: paragraphs(t("roll:answer.text", values), ...body, t("roll:answer.not-you"), within(partnership, words)) };
}
