// Letters about belonging to a network: to whoever asks to join, and to members who are asked whether they still belong.
import { within } from "#app/forms/wording.ts";
import type { Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { confirmInDays } from "./application.ts";

type About = { to: string; words: Words; partnership: Text; network: Text; organisation: Text };

function letter(name: string, about: About, part: string, ...parts: (string | null)[]): Letter {
  const { to, words } = about;
  const values = named(about);
  return { kind: `networks/${name}`, to, language: words.language, subject: words.t(`networks:letter.${part}.subject`, values), text: paragraphs(...parts, words.t("networks:letter.from", values)) };
}

function named({ words, partnership, network, organisation }: About) {
  return { partnership: within(partnership, words), network: within(network, words), organisation: within(organisation, words) };
}

/** Asks whether whoever reads the address asked to join. `link` is the whole address. */
export function askApplicantLetter(about: About, { link }: { link: string }): Letter {
  const { t, number } = about.words;
  const part = (name: string) => t(`networks:letter.asked.${name}`, { ...named(about), link });
  return letter("application", about, "asked", part("text"), part("link"), t("networks:letter.asked.not-you", { count: confirmInDays, number: number(confirmInDays) }));
}

/** Tells that an organisation was let in; or why not, where there is a reason. */
export function decidedLetter(about: About, { link, reason }: { link: string; reason: string | null }): Letter {
  const { t } = about.words;
  const part = reason === null ? "accepted" : "declined";
  return letter("decided", about, part, t(`networks:letter.${part}.text`, named(about)), reason, t(`networks:letter.${part}.link`, { link }));
}

/** Asks a member whether it still belongs, or reminds it. `until` is the last day on which it does unless it answers. */
export function confirmMemberLetter(about: About, { link, until, isReminder }: { link: string; until: string; isReminder: boolean }): Letter {
  const { t, date } = about.words;
  const part = isReminder ? "remind" : "confirm";
  const values = { ...named(about), link, date: date(until) };
  return letter("confirm", about, part, t(`networks:letter.${part}.text`, values), t("networks:letter.confirm.link", values), t("networks:letter.confirm.until", values));
}
