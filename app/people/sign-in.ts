// Signing in without a password: a pass sent by e-mail, as a link and as a code of six digits, that opens once.
import { plain } from "#app/shared/typed.ts";

/** From when the letter was asked for. */
export const passLifetimeInMinutes = 10;

/** A link that somebody hands over instead of a letter opens longer. */
export function handedLinkExpiresAt(madeAt: Date): Date {
  return new Date(madeAt.getTime() + 24 * 3_600_000);
}

/** So many wrong codes, and the pass is dead, its link too. */
export const mostWrongCodes = 5;

/**
 * Wrong codes for one e-mail address within a day, over all its passes; then only links open until the day has passed, so
 * that somebody guessing can neither go on nor lock the person out.
 */
export const mostWrongCodesInADay = 25;

export function passExpiresAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + passLifetimeInMinutes * 60_000);
}

/** The six digits of what was typed or pasted, in any script, however spaced; undefined when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const digits = plain(typed).replace(/[\s.,\-\u2010-\u2015\u2212]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** A code as a letter shows it, "482 913". */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** Why a pass did not open; `left` says how many more codes may be tried. */
export type PassProblem = { kind: "wrong"; left: number } | { kind: "dead" } | { kind: "link-only" };
