// The letter by which everybody who votes for a member is told of the notice of an election.
import { textIn, within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { nominationsCloseAt, pollClosesAt, type Timetable } from "./timetable.ts";

type Told = { title: Text; network: Text; role: Text; seats: number; timetable: Timetable; link: string };

/** Tells of an election: what for, until when one may stand, and when one votes. `link` is the whole address. */
export function noticeLetter({ to, words, partnership }: { to: string; words: Words; partnership: Text }, { title, network, role, seats, timetable, link }: Told): Letter {
  const { t, date, instant, number, language } = words;
  const values = { title: within(title, words), network: within(network, words), partnership: within(partnership, words), link, count: seats, number: number(seats) };
  return {
    ...{ kind: "elections/notice", to, language, subject: t("elections:letter.notice.subject", values) },
    text: paragraphs(
      t("elections:letter.notice.lead", values),
      textIn(role, language).text,
      t("elections:letter.notice.stand", { from: date(timetable.nominationsOpenOn), until: instant(nominationsCloseAt(timetable)) }),
      t("elections:letter.notice.vote", { from: date(timetable.pollOpensOn), until: instant(pollClosesAt(timetable)) }),
      t("elections:letter.notice.link", values),
      t("elections:letter.notice.why", values),
    ),
  };
}
