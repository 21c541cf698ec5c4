// The letter to a safeguarding contact: that there is something to read, and nothing of what it says.
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";

/** `address` is the case's, whole; `site` is the partnership's name. */
export function raisedLetter(
  { language, t }: Words,
  contact: { name: string; email: string },
  { address, site }: { address: string; site: string },
): Letter {
  return {
    kind: "safeguarding/raised",
    to: contact.email,
    language,
    subject: t("safeguarding:letter.subject", { site }),
    text: paragraphs(
      t("people:letter.greeting", { name: contact.name }),
      t("safeguarding:letter.raised", { site }),
      address,
      t("safeguarding:letter.why-short"),
      site,
    ),
  };
}
