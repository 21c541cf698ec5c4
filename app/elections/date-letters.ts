// Letters to those who vote or stand: that dates have changed after the notice, and that voting goes on longer. Neither holds a code, so both
// are saved like any letter. An extension is told to everybody on the roll, whether they have voted or not: nobody is to learn who has from who
// was written to, and whoever has voted may vote again. [COUNTING 4.2]
import { textIn, within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { changedDays } from "./dates-form.ts";
import type { Method } from "./election.ts";
import { nominationsCloseAt, pollClosesAt, type Timetable, type TimetableDay } from "./timetable.ts";
import { votesOnline, votesOnPaper } from "./voter-letters.ts";

type About = { to: string; words: Words; partnership: Text };
/** `before` and `after` are the dates as they were and as they are; `link` is the election's own page, a whole address. */
export type Moved = { title: Text; network: Text; before: Timetable; after: Timetable; reason: Text; link: string };

function dayIn(timetable: Timetable, day: TimetableDay, { date, instant }: Words): string {
  if (day === "nominationsCloseOn") return instant(nominationsCloseAt(timetable));
  return day === "pollClosesOn" ? instant(pollClosesAt(timetable)) : date(timetable[day]);
}

function lines(days: readonly TimetableDay[], { before, after }: Moved, words: Words): string[] {
  return days.map((day) => words.t("elections:letter.moved.line", { day: words.t(`elections:day.${day}`), now: dayIn(after, day, words), before: dayIn(before, day, words) }));
}

/** Tells that dates have changed: each that did, as it was and as it is, and why. */
export function datesLetter({ to, words, partnership }: About, moved: Moved): Letter {
  const { t, language } = words;
  const values = { title: within(moved.title, words), network: within(moved.network, words), partnership: within(partnership, words), link: moved.link };
  return {
    ...{ kind: "elections/dates-changed", to, language, subject: t("elections:letter.moved.subject", values) },
    text: paragraphs(
      ...[t("elections:letter.moved.lead", values), ...lines(changedDays(moved.before, moved.after), moved, words)],
      ...[t("elections:letter.moved.reason"), textIn(moved.reason, language).text, t("elections:letter.moved.link", values), t("elections:letter.moved.why", values)],
    ),
  };
}

/** Tells that voting goes on longer, until when, and why. `voteLink` and `checkLink` are where one votes and where a new code is asked for. */
export function extendedLetter({ to, words, partnership }: About, moved: Moved & { method: Method; voteLink: string; checkLink: string }): Letter {
  const { t, language } = words;
  const until = dayIn(moved.after, "pollClosesOn", words);
  const values = { title: within(moved.title, words), partnership: within(partnership, words), until, before: dayIn(moved.before, "pollClosesOn", words) };
  const others = changedDays(moved.before, moved.after).filter((day) => day !== "pollClosesOn");
  return {
    ...{ kind: "elections/extended", to, language, subject: t("elections:letter.extended.subject", values) },
    text: paragraphs(
      ...[t("elections:letter.extended.lead", values), t("elections:letter.moved.reason"), textIn(moved.reason, language).text, t("elections:letter.extended.voted")],
      ...(votesOnline(moved.method) ? [t("roll:letter.where"), moved.voteLink, t("elections:letter.extended.code"), moved.checkLink] : []),
      ...(votesOnPaper(moved.method) ? [t("elections:letter.extended.paper", values)] : []),
      ...(others.length > 0 ? [t("elections:letter.extended.others"), ...lines(others, moved, words)] : []),
      t("elections:letter.extended.why", values),
    ),
  };
}
