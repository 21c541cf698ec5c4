// Apps for one-time codes (RFC 6238): six digits, new every half minute. The only file that knows otpauth.
import { Secret, TOTP } from "otpauth";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { seal, unseal } from "#app/shared/keys.server.ts";
import { tellOfChange } from "./letters.store.server.ts";
import type { SignedIn } from "./role.ts";

const purpose = "authenticator secret";
const offerPurpose = "authenticator offer";
const stepInSeconds = 30;
/** Half minutes to either side of ours that a telephone's clock may show. */
const slackInSteps = 1;
const offerInMinutes = 60;

function totpOf(secret: string, label = "", issuer = "Folkmoot"): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: stepInSeconds });
}

/** The half minute whose code this is, around now; null where it is none's. */
function stepOf(secret: string, code: string, now: Date): bigint | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: slackInSteps });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1000 / stepInSeconds) + delta);
}

/** An app that is about to be set up: its secret, the address that an app reads from a picture, and both sealed for the form. */
export type Offer = { secret: string; address: string; sealed: string };

function offerOf(person: SignedIn, issuer: string, secret: string, sealed: string): Offer {
  return { secret, address: totpOf(secret, person.email, issuer).toString(), sealed };
}

/** A new secret; nothing is kept of it until a code of it has been entered. */
export function offerAuthenticator(person: SignedIn, issuer: string, now: Date): Offer {
  const secret = new Secret({ size: 20 }).base32;
  return offerOf(person, issuer, secret, seal(offerPurpose, person.personId, `${now.getTime() + offerInMinutes * 60_000} ${secret}`));
}

/** What was offered to this person within the hour, out of their form; null where it was not, or is too old. */
export function openOffer(person: SignedIn, issuer: string, sealed: string, now: Date): Offer | null {
  const [until, secret] = unseal(offerPurpose, person.personId, sealed)?.text.split(" ") ?? [];
  return secret && Number(until) > now.getTime() ? offerOf(person, issuer, secret, sealed) : null;
}

/** Keeps an app that was offered, in place of one before, where the code is one of its own; false where it is not. */
export async function saveAuthenticator(transaction: Transaction, person: SignedIn, { secret }: Pick<Offer, "secret">, code: string, now: Date): Promise<boolean> {
  const lastStep = stepOf(secret, code, now);
  if (lastStep === null) return false;
  const { personId } = person;
  const kept = { secret: seal(purpose, personId, secret), addedAt: now, lastStep };
  const isFirst = !(await hasAuthenticator(transaction, personId));
  await transaction.authenticator.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
  await recordAudit(transaction, { personId, action: "person.set-authenticator", subjectKind: "person", subjectId: personId, facts: { isFirst } });
  await tellOfChange(transaction, person, isFirst ? "authenticator-set" : "authenticator-replaced", { now });
  return true;
}

export async function hasAuthenticator(on: Database, personId: string): Promise<boolean> {
  return (await on.authenticator.count({ where: { personId } })) > 0;
}

/** Takes somebody's own app away and tells them. */
export async function removeAuthenticator(transaction: Transaction, person: SignedIn, now: Date): Promise<void> {
  const { personId } = person;
  const { count } = await transaction.authenticator.deleteMany({ where: { personId } });
  if (count === 0) return;
  await recordAudit(transaction, { personId, action: "person.remove-authenticator", subjectKind: "person", subjectId: personId });
  await tellOfChange(transaction, person, "authenticator-removed", { now });
}

/** Whether a code is of somebody's app and later than the last one used, which it then is: a code opens once. */
export async function useAuthenticator(transaction: Transaction, personId: string, code: string, now: Date): Promise<boolean> {
  const kept = await transaction.authenticator.findUnique({ where: { personId } });
  const secret = kept && unseal(purpose, personId, kept.secret)?.text;
  const step = secret ? stepOf(secret, code, now) : null;
  if (step === null) return false;
  const { count } = await transaction.authenticator.updateMany({ where: { personId, lastStep: { lt: step } }, data: { lastStep: step } });
  return count > 0;
}

/** Encrypts under the newest secret of the installation what lies under an older one, which may then be forgotten; how many that was. */
export async function moveAuthenticators(): Promise<number> {
  let moved = 0;
  for (const { personId, secret } of await db().authenticator.findMany({ select: { personId: true, secret: true } })) {
    const opened = unseal(purpose, personId, secret);
    if (!opened || opened.isNewest) continue;
    const { count } = await db().authenticator.updateMany({ where: { personId, secret }, data: { secret: seal(purpose, personId, opened.text) } });
    moved += count;
  }
  return moved;
}
