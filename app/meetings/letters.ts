// Letters about meetings, to those who sit on the body that meets.
import { dayOf } from "#app/shared/dates.ts";
import { within, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import type { Reminder } from "./report-back.ts";

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

/** Reminds somebody of what they owe those they sit for. `link` is the whole address where they say that they told them. */
export function reportBackLetter({ to, words, body, partnership, startsAt }: About, { link, dueOn, kind }: { link: string; dueOn: string; kind: Reminder }): Letter {
  const { t, date } = words;
  const values = { body: within(body, words), partnership: within(partnership, words), when: date(dayOf(startsAt)), date: date(dueOn), link };
  const text = paragraphs(
    t("meetings:letter.report-back.text", values),
    t(`meetings:letter.report-back.${kind}`, values),
    t("meetings:letter.report-back.link", values),
    t("meetings:letter.from", values),
  );
  return { kind: "meetings/report-back", to, language: words.language, subject: t("meetings:letter.report-back.subject", values), text };
}
