// Letters about meetings, to those who sit on the body that meets.
import { within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

type About = { to: string; words: Words; body: Text; partnership: Text; startsAt: Date };

/** Tells that an agenda or further papers are out. `link` is the whole address of the meeting for those who sit there. */
export function agendaLetter({ to, words, body, partnership, startsAt }: About, { link, papers, late, isFirst }: { link: string; papers: number; late: number; isFirst: boolean }): Letter {
  const { t, number, instant } = words;
  const values = { body: within(body, words), partnership: within(partnership, words), when: instant(startsAt) };
  const text = paragraphs(
    t(isFirst ? "meetings:letter.agenda" : "meetings:letter.papers", values),
    t("meetings:letter.how-many", { count: papers, number: number(papers), late: number(late) }),
    t("meetings:letter.link", { link }),
    t("meetings:letter.from", values),
  );
  return { kind: "meetings/agenda", to, language: words.language, subject: t(isFirst ? "meetings:letter.agenda-subject" : "meetings:letter.papers-subject", values), text };
}
