// Passwords, kept as Argon2id hashes.
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { hashSlowly, isHashOf, isWeakHash } from "./argon2.server.ts";
import { tellOfChange } from "./letters.store.server.ts";
import { asTyped } from "./password.ts";
import type { SignedIn } from "./role.ts";

/** Whether somebody has chosen a password. */
export async function hasPassword(on: Database, personId: string): Promise<boolean> {
  return (await on.password.count({ where: { personId } })) > 0;
}

/**
 * Whose address this is, and whether the password is theirs. For an address nobody has, and for somebody without a password, the same
 * work is done. A hash that was made with less work than is asked today is made again.
 */
export async function tryPassword(email: string, typed: string): Promise<{ personId: string | null; isRight: boolean }> {
  const person = await db().person.findUnique({ where: { email: email.toLowerCase() }, select: { id: true, password: true } });
  const hashed = person?.password?.hash ?? null;
  const isRight = await isHashOf(hashed, asTyped(typed));
  if (isRight && person && hashed && isWeakHash(hashed)) {
    const hash = await hashSlowly(asTyped(typed));
    await db().password.updateMany({ where: { personId: person.id, hash: hashed }, data: { hash } });
  }
  return { personId: person?.id ?? null, isRight };
}

/** Whether it is the password of this person. */
export async function isPasswordOf(personId: string, typed: string): Promise<boolean> {
  const kept = await db().password.findUnique({ where: { personId }, select: { hash: true } });
  return isHashOf(kept?.hash ?? null, asTyped(typed));
}

/** Saves somebody's password, the first or another, and tells them by letter; `also` is done in the same transaction. */
export async function savePassword<Done>(
  person: SignedIn,
  typed: string,
  now: Date,
  also: (transaction: Transaction) => Promise<Done>,
): Promise<Done> {
  const kept = { hash: await hashSlowly(asTyped(typed)), changedAt: now };
  const { personId } = person;
  return inTransaction(async (transaction) => {
    const isFirst = !(await hasPassword(transaction, personId));
    await transaction.password.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
    await recordAudit(transaction, { personId, action: "person.change-password", subjectKind: "person", subjectId: personId, facts: { isFirst } });
    await tellOfChange(transaction, person, isFirst ? "password-chosen" : "password-changed", { now });
    return also(transaction);
  });
}
