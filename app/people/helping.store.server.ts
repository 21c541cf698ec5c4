// What an administrator does for somebody who has lost what they sign in with, or whose device was lost.
import { listAbove } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { mayHelpSignIn } from "./granting-policy.ts";
import { tellOfChange } from "./letters.store.server.ts";
import { removeRecoveryCodes } from "./recovery-codes.store.server.ts";
import type { SignedIn } from "./role.ts";
import { endAllSessions } from "./session.server.ts";
import { findPerson } from "./store.server.ts";

/** Whether an administrator may, or why not: it is their own account, or one that holds a role where they are none. */
export async function findReach(on: Database, administrator: SignedIn, personId: string): Promise<"may" | "own" | "elsewhere"> {
  if (administrator.personId === personId) return "own";
  const { grants, consultationGrants } = await findPerson(on, personId);
  const held = [...new Set([...grants, ...consultationGrants].map(({ partnershipId }) => partnershipId))];
  const ways = await Promise.all(held.map((id) => listAbove(on, id)));
  return mayHelpSignIn(administrator.grants, ways) ? "may" : "elsewhere";
}

type Helping = { personId: string; partnershipId: string; by: string; now: Date };

/** Takes every second factor away from somebody, signs them out and tells them; whoever must have one sets it up when they sign in next. */
export async function takeFactors(transaction: Transaction, { personId, partnershipId, by, now }: Helping): Promise<void> {
  await transaction.authenticator.deleteMany({ where: { personId } });
  await transaction.passkey.deleteMany({ where: { personId } });
  await removeRecoveryCodes(transaction, personId);
  await endAllSessions(transaction, personId, now);
  await recordAudit(transaction, { partnershipId, personId: by, action: "person.take-factors", subjectKind: "person", subjectId: personId });
  await tellOfChange(transaction, await findPerson(transaction, personId), "factors-taken-away", { now });
}

/** Signs somebody out on every device. */
export async function signOutSomebody(transaction: Transaction, { personId, partnershipId, by, now }: Helping): Promise<void> {
  await endAllSessions(transaction, personId, now);
  await recordAudit(transaction, { partnershipId, personId: by, action: "person.end-sessions", subjectKind: "person", subjectId: personId });
}
