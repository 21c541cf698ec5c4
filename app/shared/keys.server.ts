// Randomness, hashes and the secret: ids that anyone sees are random, and what opens something is kept as a hash.
import { createHash, createHmac, hkdfSync, randomBytes, randomInt } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "./config.server.ts";

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

let kept: string | undefined;

function secret(): string {
  if (kept) return kept;
  const given = config().secret;
  if (given) return (kept = given);
  const path = join(config().dataDir, "secret");
  mkdirSync(config().dataDir, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
  }
  return (kept = readFileSync(path, "utf8").trim());
}

/** A key for one purpose, derived from the installation's secret (HKDF-SHA-256), as hex. */
export function keyFor(purpose: string): string {
  return Buffer.from(hkdfSync("sha256", secret(), "folkmoot", purpose, 32)).toString("hex");
}

/** HMAC-SHA-256 of a value under the key of a purpose, as hex. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac("sha256", keyFor(purpose)).update(value).digest("hex");
}
