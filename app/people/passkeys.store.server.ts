// Passkeys (WebAuthn): made on somebody's device, and shown by it once it knows them. The only file that knows SimpleWebAuthn.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newToken, sha256 } from "#app/shared/keys.server.ts";
import { logConcern } from "#app/shared/log.server.ts";
import { tellOfChange } from "./letters.store.server.ts";
import { challengeInMinutes } from "./passkey.ts";
import type { SignedIn } from "./role.ts";

/** A passkey opens at the host it was made at alone. */
const hostOf = (site: string) => new URL(site).hostname;

async function newChallenge(on: Database, personId: string | null, now: Date): Promise<string> {
  const challenge = newToken();
  await on.passkeyChallenge.create({ data: { id: sha256(challenge), personId, expiresAt: new Date(now.getTime() + challengeInMinutes * 60_000) } });
  return challenge;
}

/** Whether a challenge was made for this person, or for whoever it may be, and answered in time; it is then used up. */
async function useChallenge(on: Database, challenge: string, personId: string | null, now: Date): Promise<boolean> {
  const { count } = await on.passkeyChallenge.deleteMany({ where: { id: sha256(challenge), personId, expiresAt: { gt: now } } });
  return count > 0;
}

type At = { site: string; now: Date };

// The library takes the text of a challenge for bytes to be encoded, unless it is given bytes.
const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, "base64url"));

/** What the browser is asked to have a passkey made with, as JSON. */
export async function offerPasskey(on: Database, person: SignedIn, issuer: string, { site, now }: At): Promise<string> {
  const kept = await on.passkey.findMany({ where: { personId: person.personId, host: hostOf(site) }, select: { id: true, transports: true } });
  const options = await generateRegistrationOptions({
    ...{ rpName: issuer, rpID: hostOf(site), userName: person.email, userDisplayName: person.name },
    userID: new TextEncoder().encode(person.personId),
    challenge: bytesOf(await newChallenge(on, person.personId, now)),
    attestationType: "none",
    excludeCredentials: kept,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return JSON.stringify(options);
}

/** What the browser is asked to show a passkey with, as JSON: any passkey of this host. */
export async function askForPasskey(on: Database, { site, now }: At): Promise<string> {
  const challenge = bytesOf(await newChallenge(on, null, now));
  return JSON.stringify(await generateAuthenticationOptions({ rpID: hostOf(site), challenge, userVerification: "required" }));
}

const answerSchema = z.object({ id: z.string().max(1500), response: z.record(z.string(), z.unknown()) }).loose();

/** What the browser answered, before it is believed; null where it cannot be that. */
function readAnswer(answer: string): z.infer<typeof answerSchema> | null {
  try {
    return answerSchema.parse(JSON.parse(answer));
  } catch {
    return null;
  }
}

/** What the work comes to, or null where the library refuses what it was given. */
async function unlessRefused<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (problem) {
    // by its name alone: whoever runs Folkmoot learns where a host or an origin does not fit
    logConcern("passkey", { problem: problem instanceof Error ? problem.name : "unknown" });
    return null;
  }
}

/** Keeps a passkey that was made, and tells its owner; false where the answer is not to what was asked. */
export async function savePasskey(
  transaction: Transaction,
  person: SignedIn,
  { answer, name, site, now }: At & { answer: string; name: string },
): Promise<boolean> {
  const { personId } = person;
  const response = readAnswer(answer) as unknown as RegistrationResponseJSON | null;
  if (!response) return false;
  const made = await unlessRefused(() =>
    verifyRegistrationResponse({
      response,
      ...{ expectedOrigin: site, expectedRPID: hostOf(site), requireUserVerification: true },
      expectedChallenge: (challenge) => useChallenge(transaction, challenge, personId, now),
    }),
  );
  if (!made?.verified) return false;
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
  const { count } = await transaction.passkey.createMany({
    data: [{ id, personId, name, host: hostOf(site), publicKey, counter, transports, addedAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await recordAudit(transaction, { personId, action: "person.add-passkey", subjectKind: "person", subjectId: personId });
  await tellOfChange(transaction, person, "passkey-added", { now });
  return true;
}

/** Whose passkey was shown, its owner verified by their device; null where that is nobody's, or not what was asked for. */
export async function usePasskey(transaction: Transaction, { answer, site, now }: At & { answer: string }): Promise<string | null> {
  const response = readAnswer(answer) as unknown as AuthenticationResponseJSON | null;
  if (!response) return null;
  const kept = await transaction.passkey.findFirst({ where: { id: response.id, host: hostOf(site) } });
  if (!kept) return null;
  const { id, publicKey, counter } = kept;
  const shown = await unlessRefused(() =>
    verifyAuthenticationResponse({
      response,
      ...{ expectedOrigin: site, expectedRPID: hostOf(site), requireUserVerification: true },
      expectedChallenge: (challenge) => useChallenge(transaction, challenge, null, now),
      credential: { id, publicKey: new Uint8Array(publicKey), counter: Number(counter) },
    }),
  );
  if (!shown?.verified) return null;
  await transaction.passkey.update({ where: { id }, data: { counter: shown.authenticationInfo.newCounter, lastUsedAt: now } });
  return kept.personId;
}

export type OwnPasskey = { id: string; name: string; host: string; addedAt: Date; lastUsedAt: Date | null };

/** Somebody's passkeys, the oldest first. */
export function listPasskeys(on: Database, personId: string): Promise<OwnPasskey[]> {
  const select = { id: true, name: true, host: true, addedAt: true, lastUsedAt: true };
  return on.passkey.findMany({ where: { personId }, select, orderBy: [{ addedAt: "asc" }, { id: "asc" }] });
}

/** Calls one of somebody's own passkeys by another name; false where it is gone. */
export async function renamePasskey(transaction: Transaction, { personId }: SignedIn, { id, name }: Pick<OwnPasskey, "id" | "name">): Promise<boolean> {
  const { count } = await transaction.passkey.updateMany({ where: { id, personId }, data: { name } });
  if (count === 0) return false;
  await recordAudit(transaction, { personId, action: "person.rename-passkey", subjectKind: "person", subjectId: personId });
  return true;
}

/** Takes one of somebody's own passkeys away and tells them; false where it is gone already. */
export async function removePasskey(transaction: Transaction, person: SignedIn, id: string, now: Date): Promise<boolean> {
  const { personId } = person;
  const { count } = await transaction.passkey.deleteMany({ where: { id, personId } });
  if (count === 0) return false;
  await recordAudit(transaction, { personId, action: "person.remove-passkey", subjectKind: "person", subjectId: personId });
  await tellOfChange(transaction, person, "passkey-removed", { now });
  return true;
}
