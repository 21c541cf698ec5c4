// Letters to people about their own account: who writes them, and the one that tells of every change of how somebody signs in.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { listPartnerships } from "#app/partnerships/store.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { changedLetter, type AccountChange } from "./letters.ts";
import { accountPath } from "./paths.ts";
import type { SignedIn } from "./role.ts";

/** The partnership that first gave somebody a role writes to them, else the first of all. */
export async function findWriter(on: Database, person: Pick<SignedIn, "grants"> | null): Promise<Partnership> {
  const partnerships = await listPartnerships(on);
  const writer = partnerships.find((one) => one.id === person?.grants[0]?.partnershipId) ?? partnerships[0];
  if (!writer) throw notFound();
  return writer;
}

/** Tells somebody that how they sign in has changed, in a letter to the address they had. */
export async function tellOfChange(
  transaction: Transaction,
  person: SignedIn,
  change: AccountChange,
  { now }: { now: Date },
): Promise<void> {
  const writer = await findWriter(transaction, person);
  const words = wordsFor(person.language);
  const letter = changedLetter(words, person, change, {
    at: words.instant(now),
    address: siteOfPartnership(writer) + pathInLanguage(accountPath(), words.language),
    site: textIn(writer.name, words.language).text,
  });
  await saveLetter(transaction, senderOf(writer), letter);
}
