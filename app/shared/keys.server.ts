// Randomness, hashes and keys: ids that anyone sees are random, and what opens something is kept as a hash.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, randomInt } from "node:crypto";
import { knownSecrets } from "./secrets.server.ts";

const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

function draw(length: number): string {
  let drawn = "";
  for (let index = 0; index < length; index += 1) drawn += alphabet[randomInt(alphabet.length)];
  return drawn;
}

/** A random id: 16 of 31 letters and digits, 79 bits. */
export function newId(): string {
  return draw(16);
}

/** A random reference such as "7KQ2-M4XP-9RTC": 12 of 31, 59 bits, no letters that look alike. */
export function newReference(): string {
  return draw(12).toUpperCase().replace(/(.{4})(?=.)/g, "$1-");
}

/** A random token for links, 256 bits, safe in a URL. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A random code of six digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

export function sha256(value: string | Buffer): string {
  return createHash("sha256").update(value).digest("hex");
}

const keys = new Map<string, string>();

/** The key for one purpose derived from a secret, as hex. */
export function keyOf(secret: string, purpose: string): string {
  const name = `${secret} ${purpose}`;
  const key = keys.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "folkmoot", purpose, 32)).toString("hex");
  keys.set(name, key);
  return key;
}

function hashUnder(key: string, value: string): string {
  return createHmac("sha256", key).update(value).digest("hex");
}

/** The keys for one purpose, derived from each of the installation's secrets (HKDF-SHA-256), as hex; the one to make with first. */
export function keysFor(purpose: string): string[] {
  return knownSecrets().map((secret) => keyOf(secret, purpose));
}

/** HMAC-SHA-256 of a value under the newest key of a purpose, as hex: what is written. */
export function keyedHash(purpose: string, value: string): string {
  return keyedHashes(purpose, value)[0]!;
}

/** The same under every key of the purpose, newest first: what is looked for, because a secret may have been replaced since. */
export function keyedHashes(purpose: string, value: string): string[] {
  return keysFor(purpose).map((key) => hashUnder(key, value));
}

const sealedWith = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts a text under the newest key of a purpose (AES-256-GCM); it opens only as what belongs to `of`, such as a person's id. */
export function seal(purpose: string, of: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(sealedWith, Buffer.from(keysFor(purpose)[0]!, "hex"), nonce).setAAD(Buffer.from(of));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** What was sealed, and whether under the newest key; null where it was not, was changed, or belongs to something else. */
export function unseal(purpose: string, of: string, sealed: string): { text: string; isNewest: boolean } | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < nonceBytes + tagBytes) return null;
  const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)];
  for (const [index, key] of keysFor(purpose).entries()) {
    try {
      const decipher = createDecipheriv(sealedWith, Buffer.from(key, "hex"), nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(of)).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
      return { text, isNewest: index === 0 };
    } catch {
      // Not under this key: the next may have made it.
    }
  }
  return null;
}

/** A "urn:uuid:…" that is always the same for the same name: UUID version 8, from its SHA-256. */
export function stableUrn(name: string): string {
  const digest = createHash("sha256").update(`folkmoot ${name}`).digest("hex");
  const variant = ((Number.parseInt(digest[16]!, 16) & 3) | 8).toString(16);
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, variant + digest.slice(17, 20), digest.slice(20, 32)];
  return `urn:uuid:${parts.join("-")}`;
}
