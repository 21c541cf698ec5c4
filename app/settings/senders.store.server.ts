// The address a partnership wants its letters to come from, waiting until somebody who reads its mail has said yes. Until
// then letters go on coming from the address before.
import { confirmSenderPath } from "#app/partnerships/paths.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { changePartnership } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newToken } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { recordChange } from "./changes.store.server.ts";
import { confirmSenderLetter } from "./letters.ts";
import { confirmationExpiresAt } from "./sender.ts";

const purpose = "sender link";

export type PendingSender = { address: string; createdAt: Date; expiresAt: Date };

/** The address that waits, or null; one whose link is over waits no longer. */
export async function findPendingSender(on: Database, partnershipId: string, now: Date): Promise<PendingSender | null> {
  return on.pendingSender.findFirst({
    where: { partnershipId, expiresAt: { gt: now } },
    select: { address: true, createdAt: true, expiresAt: true },
  });
}

/** Asks at an address whether letters may come from it. What was asked before is forgotten, and its link with it. */
export async function askAtSender(
  transaction: Transaction,
  asked: { partnership: Partnership; address: string; personId: string; language: Language; now: Date },
): Promise<void> {
  const { partnership, address, personId, language, now } = asked;
  const token = newToken();
  const row = { address, linkHash: keyedHash(purpose, token), createdAt: now, expiresAt: confirmationExpiresAt(now) };
  await transaction.pendingSender.upsert({
    where: { partnershipId: partnership.id },
    create: { partnershipId: partnership.id, ...row },
    update: row,
  });
  const link = siteOfPartnership(partnership) + pathInLanguage(confirmSenderPath(partnership, token), language);
  const letter = confirmSenderLetter(wordsFor(language), { to: address, partnership: partnership.name, link });
  await saveLetter(transaction, senderOf(partnership), letter);
  await recordChange(transaction, { partnership, personId }, "sender", { asked: true });
}

/** Forgets the address that waits; whether there was one. */
export async function forgetPendingSender(
  transaction: Transaction,
  { partnership, personId }: { partnership: { id: string }; personId: string },
): Promise<boolean> {
  const { count } = await transaction.pendingSender.deleteMany({ where: { partnershipId: partnership.id } });
  if (count > 0) await recordChange(transaction, { partnership, personId }, "sender", { asked: false });
  return count > 0;
}

/** The address a live link asks about, using nothing up: a mail scanner may follow it. Null when it is dead. */
export async function findSenderOfLink(on: Database, partnershipId: string, token: string, now: Date): Promise<string | null> {
  const found = await on.pendingSender.findFirst({
    where: { partnershipId, linkHash: { in: keyedHashes(purpose, token) }, expiresAt: { gt: now } },
    select: { address: true },
  });
  return found?.address ?? null;
}

/** Says yes by a link: letters come from its address from now on. False when the link is dead. */
export async function confirmSender(transaction: Transaction, partnershipId: string, token: string, now: Date): Promise<boolean> {
  const address = await findSenderOfLink(transaction, partnershipId, token, now);
  if (address === null) return false;
  const { count } = await transaction.pendingSender.deleteMany({ where: { partnershipId, address } });
  if (count === 0) return false; // because a second press found it first
  await changePartnership(transaction, partnershipId, { senderAddress: address });
  await recordAudit(transaction, {
    ...{ partnershipId, action: "partnership.confirm-sender", subjectKind: "partnership", subjectId: partnershipId },
    facts: { by: "link" },
  });
  return true;
}
