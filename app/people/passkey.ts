// A passkey: how its owner calls it, and how many they may have.
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { line } from "#app/shared/typed.ts";

/** From asking a device for a passkey to its answer. */
export const challengeInMinutes = 10;

export const mostPasskeys = 10;
const longestName = 60;

/** The words are `account:passkeys.problem.<code>`. */
export function readPasskeyName(typed: string): Result<string, "name-missing" | "name-long"> {
  const name = line(typed);
  if (name === "") return fail("name-missing");
  return name.length > longestName ? fail("name-long") : succeed(name);
}
