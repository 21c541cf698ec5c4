// The ballot paper as it is printed for those who vote by post or at a meeting: the same for everybody, and nothing on it tells whose it is.
import type { Partnership } from "#app/partnerships/partnership.ts";
import { textIn, within, type Text } from "#app/shared/languages.ts";
import type { Words } from "#app/shared/words.ts";
import type { Timetable } from "./timetable.ts";

type Of = {
  partnership: Pick<Partnership, "name" | "contact">;
  title: Text;
  timetable: Timetable;
  paper: { kind: "ranks" | "crosses"; most: number; seats: number; named: readonly { number: number; name: string; organisation: Text }[] };
};

export type PrintedBallot = { title: string; paragraphs: string[]; candidates: { number: number; name: string; organisation: string }[]; afterwards: string[] };

/** In the language of `words`: what is elected, how to fill it in, the candidates in the order of the ballot paper, and where it goes until when. */
export function printedBallot({ partnership, title, timetable, paper }: Of, words: Words): PrintedBallot {
  const { t, number, date, language } = words;
  const { kind, most, seats, named } = paper;
  const to = { partnership: within(partnership.name, words), date: date(timetable.pollClosesOn), time: timetable.pollClosesTime };
  const { post } = partnership.contact;
  return {
    title: textIn(title, language).text,
    paragraphs: [
      t("poll:ballot.seats", { count: seats, number: number(seats) }),
      t(`poll:printed.${kind}`),
      most < named.length ? t(`poll:printed.${kind}-most`, { most: number(most) }) : t(`poll:printed.${kind}-any`),
      t("poll:printed.blank"),
    ],
    candidates: named.map((one) => ({ number: one.number, name: one.name, organisation: textIn(one.organisation, language).text })),
    afterwards: [t("poll:printed.nothing-else"), t("poll:printed.envelope"), t("poll:printed.until", to), ...(post ? [post] : [])],
  };
}
