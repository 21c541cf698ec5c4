// Letters to stakeholders: the officers' text merged for one of them, and why they get it and how they get no more.
import { closesOn } from "#app/consultations/life.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { languages, textIn, type Language, type Text } from "#app/shared/languages.ts";
import { paragraphs, type Letter } from "#app/shared/letters.ts";
import type { Words } from "#app/shared/words.ts";
import { merge, type MergeValues } from "./merge-fields.ts";
import type { MailingKind } from "./mailing.ts";
import type { StakeholderHead } from "./stakeholder.ts";

export type MailingTexts = { subject: Text; body: Text };

/** The language somebody is written to in: theirs where the letter is written in it, else the first it is written in. */
export function languageOfLetter({ body }: MailingTexts, wanted: Language): Language {
  return [wanted, ...languages].find((language) => (body[language] ?? "") !== "") ?? wanted;
}

/** What the fields of a letter become for one reader. `link` is the whole address of the consultation. */
export function valuesFor(
  { language, t, date }: Words,
  to: Pick<StakeholderHead, "name" | "organisation">,
  { consultation, partnership, link }: { consultation: Pick<Consultation, "title" | "closesAt">; partnership: Pick<Partnership, "name">; link: string },
): MergeValues {
  const closes = closesOn(consultation);
  const whoever = t("mailings:letter.whoever");
  return {
    name: to.name || to.organisation || whoever,
    organisation: to.organisation || to.name || whoever,
    consultation: textIn(consultation.title, language).text,
    partnership: textIn(partnership.name, language).text,
    closes: closes === null ? t("mailings:letter.no-closing") : date(closes),
    link,
  };
}

/** The letter as one of them reads it; without a way to get no more it is one that an officer sends to themselves. */
export function mailingLetter(
  { language, t }: Words,
  to: string,
  { subject, body }: MailingTexts,
  values: MergeValues,
  { kind, unsubscribeUrl }: { kind: MailingKind; unsubscribeUrl: string | null },
): Letter {
  return {
    kind: unsubscribeUrl === null ? "stakeholders/test" : `stakeholders/${kind}`,
    ...{ to, language },
    subject: merge(subject[language] ?? "", values),
    text: paragraphs(
      merge(body[language] ?? "", values),
      "--",
      t("mailings:letter.why", { partnership: values.partnership }),
      unsubscribeUrl === null ? t("mailings:letter.here-link") : t("mailings:letter.unsubscribe", { link: unsubscribeUrl }),
    ),
    ...(unsubscribeUrl !== null && { unsubscribeUrl }),
  };
}
