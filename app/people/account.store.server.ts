// Somebody's own account: what it shows of how they sign in, and what they change of who they are.
import { senderOf } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newToken } from "#app/shared/keys.server.ts";
import { textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { emailConfirmationExpiresAt, type Details } from "./account.ts";
import { confirmEmailLetter } from "./letters.ts";
import { findWriter, tellOfChange } from "./letters.store.server.ts";
import { confirmEmailPath } from "./paths.ts";
import type { SignedIn } from "./role.ts";
import { findPerson, findPersonByEmail } from "./store.server.ts";

export type Account = { passwordChangedAt: Date | null; authenticatorAddedAt: Date | null; recoveryCodesLeft: number; passkeys: number };

export async function findAccount(personId: string): Promise<Account> {
  const { password, authenticator, _count } = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      password: { select: { changedAt: true } },
      authenticator: { select: { addedAt: true } },
      _count: { select: { passkeys: true, recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    passwordChangedAt: password?.changedAt ?? null,
    authenticatorAddedAt: authenticator?.addedAt ?? null,
    recoveryCodesLeft: _count.recoveryCodes,
    passkeys: _count.passkeys,
  };
}

/** Saves how somebody is called and in which language we write to them. */
export async function changeDetails(transaction: Transaction, person: SignedIn, { name, language }: Details): Promise<void> {
  const { personId } = person;
  await transaction.person.update({ where: { id: personId }, data: { name, language } });
  const facts = { name: name !== person.name, language: language !== person.language };
  await recordAudit(transaction, { personId, action: "person.change-details", subjectKind: "person", subjectId: personId, facts });
}

const purpose = "new address";

/**
 * Asks a new address, by a letter with a link, whether it is this person's. Where somebody has it already all is done alike and the
 * letter taken back: nobody learns who has an account.
 */
export async function askNewEmail(transaction: Transaction, person: SignedIn, email: string, { site, now }: { site: string; now: Date }): Promise<void> {
  const { personId } = person;
  const isTaken = (await findPersonByEmail(transaction, email)) !== null;
  const token = newToken();
  const pending = { email, linkHash: keyedHash(purpose, token), expiresAt: emailConfirmationExpiresAt(now) };
  await transaction.pendingEmail.upsert({ where: { personId }, create: { personId, ...pending }, update: pending });
  await recordAudit(transaction, { personId, action: "person.ask-email", subjectKind: "person", subjectId: personId });
  const writer = await findWriter(transaction, person);
  const words = wordsFor(person.language);
  const letter = confirmEmailLetter(words, { name: person.name, email }, {
    address: site + pathInLanguage(confirmEmailPath(token), words.language),
    site: textIn(writer.name, words.language).text,
  });
  await transaction.$executeRaw`SAVEPOINT letter`;
  await saveLetter(transaction, senderOf(writer), letter);
  if (isTaken) await transaction.$executeRaw`ROLLBACK TO SAVEPOINT letter`;
  else await transaction.$executeRaw`RELEASE SAVEPOINT letter`;
}

/** The address somebody waits to have confirmed, or null. */
export async function findPendingEmail(on: Database, personId: string, now: Date): Promise<string | null> {
  const pending = await on.pendingEmail.findFirst({ where: { personId, expiresAt: { gt: now } }, select: { email: true } });
  return pending?.email ?? null;
}

/** The address that a link would confirm, using nothing up: a mail scanner may follow it. Null when it is dead. */
export async function findEmailOfLink(on: Database, token: string, now: Date): Promise<string | null> {
  const pending = await on.pendingEmail.findFirst({ where: { linkHash: { in: keyedHashes(purpose, token) }, expiresAt: { gt: now } } });
  return pending?.email ?? null;
}

/** Gives somebody their new address and tells the old one; who that is, or null when the link is dead or the address taken meanwhile. */
export async function confirmEmail(transaction: Transaction, token: string, now: Date): Promise<string | null> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot account'))`;
  const pending = await transaction.pendingEmail.findFirst({ where: { linkHash: { in: keyedHashes(purpose, token) }, expiresAt: { gt: now } } });
  if (!pending) return null;
  const { personId, email } = pending;
  await transaction.pendingEmail.delete({ where: { personId } });
  if (await findPersonByEmail(transaction, email)) return null;
  const person = await findPerson(transaction, personId);
  await transaction.person.update({ where: { id: personId }, data: { email } });
  await transaction.signInPass.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } });
  await recordAudit(transaction, { personId, action: "person.change-email", subjectKind: "person", subjectId: personId });
  await tellOfChange(transaction, person, "email-changed", { now });
  return personId;
}
