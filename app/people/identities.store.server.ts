// Whose account at the council's own provider of sign-in is whose here. It never makes an account by itself: an administrator
// made it, or invited the address.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { acceptInvitationsTo } from "./invitations.store.server.ts";
import { tellOfChange } from "./letters.store.server.ts";
import { findPerson, findPersonByEmail } from "./store.server.ts";

export type Identity = { issuer: string; subject: string };

/**
 * Whose account it is. The first time, whoever has the address, or was invited by it, is linked to it; the address is one
 * that the provider vouches for, or null. Null when nobody here is meant: also when they are linked to another account there,
 * since an address may have passed to somebody else.
 */
export async function findPersonOfIdentity(
  transaction: Transaction,
  { issuer, subject }: Identity,
  { email, now }: { email: string | null; now: Date },
): Promise<string | null> {
  const linked = await transaction.personIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { personId: true } });
  if (linked) return linked.personId;
  if (email === null) return null;
  // because one who presses twice is linked once, and an invitation makes one account
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot account'))`;
  const personId = (await findPersonByEmail(transaction, email))?.personId ?? (await acceptInvitationsTo(transaction, email, now));
  if (personId === null) return null;
  const { count } = await transaction.personIdentity.createMany({
    data: [{ id: newId(), personId, issuer, subject, linkedAt: now }],
    skipDuplicates: true,
  });
  const held = await transaction.personIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { personId: true } });
  if (count > 0) {
    await recordAudit(transaction, { personId, action: "person.link-identity", subjectKind: "person", subjectId: personId });
    await tellOfChange(transaction, await findPerson(transaction, personId), "provider-linked", { now });
  }
  return held?.personId ?? null;
}

/** Since when somebody is linked to an account at a provider; null where they are not. */
export async function findLinkedAt(on: Database, personId: string): Promise<Date | null> {
  const linked = await on.personIdentity.findFirst({ where: { personId }, orderBy: { linkedAt: "desc" }, select: { linkedAt: true } });
  return linked?.linkedAt ?? null;
}

/** Unlinks somebody from their accounts at providers, so that the next one that has their address is linked, and tells them; false where none is. */
export async function unlinkIdentities(
  transaction: Transaction,
  { personId, partnershipId, by, now }: { personId: string; partnershipId: string; by: string; now: Date },
): Promise<boolean> {
  const { count } = await transaction.personIdentity.deleteMany({ where: { personId } });
  if (count === 0) return false;
  await recordAudit(transaction, { partnershipId, personId: by, action: "person.unlink-identity", subjectKind: "person", subjectId: personId });
  await tellOfChange(transaction, await findPerson(transaction, personId), "provider-unlinked", { now });
  return true;
}
