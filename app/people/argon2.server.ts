// Argon2id, in threads of its own so that nobody else waits for it: what is typed is hashed slowly, and so only slowly guessed.
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { newToken } from "#app/shared/keys.server.ts";

// OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash in the PHC format. */
export function hashSlowly(typed: string): Promise<string> {
  return hash(typed, parameters);
}

let nobodys: Promise<string> | undefined;

/** Whether a hash is of what was typed. Where there is none the same work is done, so that the time taken does not tell. */
export async function isHashOf(hashed: string | null, typed: string): Promise<boolean> {
  nobodys ??= hashSlowly(newToken());
  return (await verify(hashed ?? (await nobodys), typed)) && hashed !== null;
}

/** Whether a hash was made with less work than is asked today, and is to be made again. */
export function isWeakHash(hashed: string): boolean {
  const made = parseOptions(hashed);
  return made.memoryCost < parameters.memoryCost || made.timeCost < parameters.timeCost;
}
