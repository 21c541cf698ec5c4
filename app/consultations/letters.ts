// The letters to people who respond: each as a value, in their language, with nobody's answers but their own.
import type { Answers } from "#app/forms/answer.ts";
import type { Question } from "#app/forms/definition.ts";
import { describeAnswer } from "#app/forms/describe.ts";
import { within } from "#app/forms/wording.ts";
import type { Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { untilText } from "./until.ts";

/** What every letter about a response or a draft names. */
type About = {
  to: string;
  words: Words;
  partnership: Text;
  consultation: Text;
  reference: string;
  /** The whole address of the link back. */
  link: string;
};

type Copy = { questions: readonly Question[]; answers: Answers };

function letter(name: string, { to, words }: Pick<About, "to" | "words">, subject: string, text: string): Letter {
  return { kind: `consultations/${name}`, to, language: words.language, subject, text };
}

function named({ words, consultation, partnership }: Pick<About, "words" | "consultation" | "partnership">) {
  return { consultation: within(consultation, words), partnership: within(partnership, words) };
}

/** The receipt of a response, with a copy of what was sent. */
export function receiptLetter(about: About, { closesAt, copy }: { closesAt: Date | null; copy: Copy }): Letter {
  const { words, reference, link } = about;
  const { t } = words;
  const values = named(about);
  const text = paragraphs(
    t("consultations:letter.receipt.thanks", values),
    t("consultations:letter.receipt.reference", { reference }),
    closesAt && t("consultations:letter.receipt.until", { until: untilText(words, closesAt) }),
    t("consultations:letter.receipt.link", { link }),
    t("consultations:letter.copy"),
    copyOf(copy, words),
    t("consultations:letter.from", values),
  );
  return letter("receipt", about, t("consultations:letter.receipt.subject", values), text);
}

/** That a change was received, with a copy of the response as it is now. */
export function changedLetter(about: About, { copy }: { copy: Copy }): Letter {
  const { words, reference, link } = about;
  const { t } = words;
  const values = named(about);
  const text = paragraphs(
    t("consultations:letter.changed.thanks", values),
    t("consultations:letter.changed.reference", { reference }),
    t("consultations:letter.receipt.link", { link }),
    t("consultations:letter.copy"),
    copyOf(copy, words),
    t("consultations:letter.from", values),
  );
  return letter("changed", about, t("consultations:letter.changed.subject", values), text);
}

/** That a response was withdrawn, and what that means. */
export function withdrawnLetter(
  about: Pick<About, "to" | "words" | "partnership" | "consultation">,
  { fromEverything }: { fromEverything: boolean },
): Letter {
  const { t } = about.words;
  const values = named(about);
  const text = paragraphs(
    t("consultations:letter.withdrawn.done", values),
    t(fromEverything ? "consultations:withdraw.from-everything" : "consultations:withdraw.from-later"),
    t("consultations:letter.withdrawn.not-you"),
    t("consultations:letter.from", values),
  );
  return letter("withdrawn", about, t("consultations:letter.withdrawn.subject", values), text);
}

/** The way back to a draft. */
export function wayBackLetter(about: About, { keptUntil, sendBy }: { keptUntil: Date; sendBy: Date | null }): Letter {
  const { words, reference, link } = about;
  const { t } = words;
  const values = named(about);
  const text = paragraphs(
    t("consultations:letter.way-back.saved", values),
    t("consultations:letter.way-back.link", { link }),
    t("consultations:letter.way-back.reference", { reference }),
    t("consultations:letter.way-back.kept", { until: words.instant(keptUntil) }),
    sendBy && t("consultations:letter.way-back.send-by", { until: untilText(words, sendBy) }),
    t("consultations:letter.from", values),
  );
  return letter("way-back", about, t("consultations:letter.way-back.subject", values), text);
}

export type Found = { consultation: Text; reference: string; link: string; isSent: boolean };

/** Every reference that belongs to an address, sent to that address alone. */
export function lostReferenceLetter(
  about: Pick<About, "to" | "words" | "partnership">,
  found: readonly Found[],
): Letter {
  const { words } = about;
  const { t } = words;
  const lines = found.map(({ consultation, reference, link, isSent }) =>
    t(isSent ? "consultations:letter.lost.response" : "consultations:letter.lost.draft", {
      consultation: within(consultation, words),
      reference,
      link,
    }),
  );
  const partnership = within(about.partnership, words);
  const text = paragraphs(
    t("consultations:letter.lost.asked", { count: found.length }),
    ...lines,
    t("consultations:letter.lost.not-you"),
    t("consultations:letter.from", { partnership }),
  );
  return letter("lost-reference", about, t("consultations:letter.lost.subject", { partnership }), text);
}

function copyOf({ questions, answers }: Copy, words: Words): string {
  const { t } = words;
  const answered = questions.flatMap((question) => {
    const lines = describeAnswer(question, answers[question.id], words);
    if (lines.length === 0) return [];
    const label = within(question.label, words);
    const name = question.number === undefined ? label : t("forms:question-name", { number: question.number, label });
    const said = lines.map(({ label: part, text }) =>
      part === undefined ? text.text : t("consultations:letter.line", { part: part.text, text: text.text }),
    );
    return [[name, ...said].join("\n")];
  });
  return answered.length === 0 ? t("consultations:letter.copy-empty") : answered.join("\n\n");
}
