// Tells somebody by letter that their seat is free because they missed meetings.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import type { Transaction } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { absenceLetter } from "./letters.ts";
import { bodyPath } from "./public-paths.ts";

type Ended = { body: { slug: string; name: Text }; appointment: { personId: string | null }; missed: number; endedOn: string };

/** In their own language; whoever has no account is written to or called by the officers. */
export async function tellOfAbsence(transaction: Transaction, partnership: Partnership, { body, appointment: { personId }, missed, endedOn }: Ended): Promise<void> {
  const person = personId === null ? null : await transaction.person.findUnique({ where: { id: personId }, select: { email: true, language: true } });
  if (person === null) return;
  const language = isLanguage(person.language) ? person.language : defaultLanguage;
  const link = siteOfPartnership(partnership) + pathInLanguage(bodyPath(partnership, body), language);
  const about = { to: person.email, words: wordsFor(language), body: body.name, partnership: partnership.name };
  await saveLetter(transaction, senderOf(partnership), absenceLetter(about, { missed, endedOn, link }));
}
