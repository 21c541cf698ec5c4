// The letter by which everybody who votes for a member is told of the notice of an election.
import { textIn, within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { hasDelegates } from "./delegates.ts";
import { nominationsCloseAt, pollClosesAt, type Timetable } from "./timetable.ts";

type Told = { title: Text; network: Text; role: Text; seats: number; delegates: number; timetable: Timetable; link: string; rollLink: string };

/** Tells of an election: what for, until when one may stand, and when one votes. `link` is the whole address, `rollLink` that of the page on which one asks for one's entry on the roll. */
export function noticeLetter({ to, words, partnership }: { to: string; words: Words; partnership: Text }, { title, network, role, seats, delegates, timetable, link, rollLink }: Told): Letter {
  const { t, date, instant, number, language } = words;
  const values = { title: within(title, words), network: within(network, words), partnership: within(partnership, words), link, count: seats, number: number(seats) };
  return {
    ...{ kind: "elections/notice", to, language, subject: t("elections:letter.notice.subject", values) },
    text: paragraphs(
      t("elections:letter.notice.lead", values),
      textIn(role, language).text,
      t("elections:letter.notice.stand", { from: date(timetable.nominationsOpenOn), until: instant(nominationsCloseAt(timetable)) }),
      t("elections:letter.notice.vote", { from: date(timetable.pollOpensOn), until: instant(pollClosesAt(timetable)) }),
      ...(hasDelegates({ delegates }) ? [t("elections:letter.notice.delegates", { number: number(delegates), link: rollLink })] : []),
      t("elections:letter.notice.link", values),
      t("elections:letter.notice.why", values),
    ),
  };
}
