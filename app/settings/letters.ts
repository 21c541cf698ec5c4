// Letters about a partnership's settings.
import { textIn, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { confirmationInDays } from "./sender.ts";

/** Asks whoever reads an address whether a partnership's letters may come from it. `link` is a whole address. */
export function confirmSenderLetter(
  { language, t, number }: Words,
  { to, partnership, link }: { to: string; partnership: Text; link: string },
): Letter {
  const name = textIn(partnership, language).text;
  return {
    ...{ kind: "settings/confirm-sender", to, language },
    subject: t("settings:letter.confirm.subject", { name }),
    text: paragraphs(
      t("settings:letter.confirm.asked", { name, address: to }),
      t("settings:letter.confirm.link"),
      link,
      t("settings:letter.confirm.until", { count: confirmationInDays, number: number(confirmationInDays) }),
      t("settings:letter.confirm.not"),
      name,
    ),
  };
}

/** Shows an administrator how letters arrive. */
export function testLetter(
  { language, t }: Words,
  { to, name, partnership, from, replyTo }: { to: string; name: string; partnership: Text; from: string; replyTo: string },
): Letter {
  const site = textIn(partnership, language).text;
  return {
    ...{ kind: "settings/test", to, language },
    subject: t("settings:letter.test.subject", { name: site }),
    text: paragraphs(
      t("settings:letter.test.greeting", { name }),
      t("settings:letter.test.arrived", { name: site }),
      t("settings:letter.test.from", { address: from }),
      t("settings:letter.test.reply", { address: replyTo }),
      site,
    ),
  };
}
