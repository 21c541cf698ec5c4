// What a password must be: long enough, not one of those tried first, and not made of what everybody knows about its owner. Any
// characters, no rules about kinds of them (OWASP ASVS 5.0, 6.2; NIST SP 800-63B, 3.1.1).
import type { SignedIn } from "./role.ts";

/** Counted as people count characters. */
export const shortestPassword = 8;
export const longestPassword = 256;

/** The words are `account:password.problem.<code>`. */
export type PasswordProblem = "missing" | "short" | "long" | "common" | "known";

/** The same letters are the same password, whichever keyboard wrote them; nothing else about it is changed. */
export function asTyped(password: string): string {
  return password.normalize("NFC");
}

const lengthOf = (text: string) => [...text].length;

/** What everybody knows about somebody: the words of their name, their address and their partnerships' names, in lower case, longest first. */
export function knownWords({ name, email }: Pick<SignedIn, "name" | "email">, partnershipNames: readonly string[]): string[] {
  const words = ["folkmoot", name, email, ...partnershipNames].flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  return [...new Set(words)].filter((word) => lengthOf(word) >= 3).sort((a, b) => b.length - a.length);
}

/** Why a password will not do, or null. `known` are `knownWords`, `isCommon` says whether it is among those tried first. */
export function problemOfPassword(typed: string, known: readonly string[], isCommon: (lowerCase: string) => boolean): PasswordProblem | null {
  const password = asTyped(typed);
  const length = lengthOf(password);
  if (length === 0) return "missing";
  if (length < shortestPassword) return "short";
  if (length > longestPassword) return "long";
  const lowerCase = password.toLowerCase();
  if (isCommon(lowerCase) || new Set(lowerCase).size < 4) return "common";
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), lowerCase);
  return rest !== lowerCase && lengthOf(rest) < shortestPassword ? "known" : null;
}
