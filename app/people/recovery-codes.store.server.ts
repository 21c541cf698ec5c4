// Recovery codes, kept as Argon2id hashes and shown once, when they are made.
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { newId, newReference } from "#app/shared/keys.server.ts";
import { hashSlowly, isHashOf } from "./argon2.server.ts";
import { tellOfChange } from "./letters.store.server.ts";
import { recoveryCodesInASet } from "./recovery-code.ts";
import type { SignedIn } from "./role.ts";

/** A new set, drawn but not yet kept. */
export type CodeSet = { codes: string[]; hashes: string[] };

/** Draws a set; outside of a transaction, because it takes its time. */
export async function drawRecoveryCodes(): Promise<CodeSet> {
  const codes = Array.from({ length: recoveryCodesInASet }, () => newReference());
  return { codes, hashes: await Promise.all(codes.map(hashSlowly)) };
}

/** Keeps a new set in place of the one before; `isTold` where a letter of its own tells of it. */
export async function saveRecoveryCodes(transaction: Transaction, person: SignedIn, { hashes }: CodeSet, now: Date, { isTold = true } = {}): Promise<void> {
  const { personId } = person;
  await transaction.recoveryCode.deleteMany({ where: { personId } });
  await transaction.recoveryCode.createMany({ data: hashes.map((hash) => ({ id: newId(), personId, hash })) });
  await recordAudit(transaction, { personId, action: "person.make-recovery-codes", subjectKind: "person", subjectId: personId });
  if (isTold) await tellOfChange(transaction, person, "recovery-codes-made", { now });
}

/** How many are left. */
export function countRecoveryCodes(on: Database, personId: string): Promise<number> {
  return on.recoveryCode.count({ where: { personId, usedAt: null } });
}

/** The one of somebody's codes that was typed, not yet used up; null where it is none. */
export async function findRecoveryCode(personId: string, code: string): Promise<string | null> {
  const left = await db().recoveryCode.findMany({ where: { personId, usedAt: null }, select: { id: true, hash: true } });
  const fits = await Promise.all(left.map(({ hash }) => isHashOf(hash, code)));
  return left.find((_, index) => fits[index])?.id ?? null;
}

/** Uses a code up and tells its owner; false where somebody was quicker. */
export async function useRecoveryCode(transaction: Transaction, person: SignedIn, id: string, now: Date): Promise<boolean> {
  const { personId } = person;
  const { count } = await transaction.recoveryCode.updateMany({ where: { id, personId, usedAt: null }, data: { usedAt: now } });
  if (count === 0) return false;
  const left = await countRecoveryCodes(transaction, personId);
  await recordAudit(transaction, { personId, action: "person.use-recovery-code", subjectKind: "person", subjectId: personId, facts: { left } });
  await tellOfChange(transaction, person, "recovery-code-used", { now });
  return true;
}

/** Whoever has no second factor any more needs no codes in its place. */
export async function removeRecoveryCodes(transaction: Transaction, personId: string): Promise<void> {
  await transaction.recoveryCode.deleteMany({ where: { personId } });
}
