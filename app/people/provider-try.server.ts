// What a browser keeps while somebody is at the council's own provider of sign-in, so that only who went comes back: a signed
// cookie for each going, which is taken away on return.
import { timingSafeEqual } from "node:crypto";
import { readCookie, writeCookie } from "#app/shared/cookie.server.ts";
import { keyedHash, keyedHashes } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { tryLifetimeInMinutes } from "./identity.ts";

export type ProviderTry = { state: string; nonce: string; verifier: string; to: string | null; language: Language; again: boolean; startedAt: number };

const purpose = "sign-in at a provider";
const nameOf = (state: string): string => `provider-${state.slice(0, 16)}`;

/** The Set-Cookie header that keeps it. */
export function tryCookie(tried: ProviderTry): string {
  const written = Buffer.from(JSON.stringify(tried)).toString("base64url");
  return writeCookie(nameOf(tried.state), `${written}.${keyedHash(purpose, written)}`, tryLifetimeInMinutes * 60);
}

/** The Set-Cookie header that takes it away. */
export function forgetTry(state: string): string {
  return writeCookie(nameOf(state), "", 0);
}

/** What this browser keeps of the going that has this state; null when it keeps nothing, something older, or not ours. */
export function findTry(request: Request, state: string | null, now: Date): ProviderTry | null {
  if (state === null || !/^[\w-]{43}$/.test(state)) return null;
  const held = readCookie(request.headers.get("Cookie"), nameOf(state));
  const [written = "", signature = ""] = held?.split(".") ?? [];
  const given = Buffer.from(signature, "hex");
  const isOurs = keyedHashes(purpose, written).some((hash) => {
    const right = Buffer.from(hash, "hex");
    return given.length === right.length && timingSafeEqual(given, right);
  });
  if (!isOurs) return null;
  const tried = JSON.parse(Buffer.from(written, "base64url").toString()) as ProviderTry;
  const isLive = now.getTime() - tried.startedAt < tryLifetimeInMinutes * 60_000;
  return isLive && tried.state === state ? tried : null;
}
