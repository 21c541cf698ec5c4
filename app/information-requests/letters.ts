// The letter to whoever wrote a response that somebody asked for.
import { within } from "#app/forms/wording.ts";
import type { Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import type { Law } from "./request.ts";

type About = { to: string; words: Words; consultation: Text; partnership: Text; law: Law; replyBy: string };

/** Asks what they say to what they wrote being given: whoever answers it writes to the partnership. It tells nobody's name. [s.45 Code, part 3] */
export function askedLetter({ to, words, consultation, partnership, law, replyBy }: About): Letter {
  const { t, date, language } = words;
  const values = { consultation: within(consultation, words), partnership: within(partnership, words), law: t(`information-requests:law.${law}`), date: date(replyBy) };
  const text = paragraphs(
    t("information-requests:letter.asked", values),
    t("information-requests:letter.confidence"),
    t("information-requests:letter.say", values),
    t("information-requests:letter.never"),
    t("information-requests:letter.from", values),
  );
  return { kind: "information-requests/asked", to, language, subject: t("information-requests:letter.subject", values), text };
}
