// Who must sign in with two factors, and how far somebody who is signing in has come.
import type { Role, SignedIn } from "./role.ts";

const withoutOffice: readonly Role[] = ["parish-clerk", "representative"];

/**
 * Whoever holds an office in any partnership, or for one consultation alone, signs in with two factors, and so does whoever is told of
 * people at risk; parish clerks and representatives may.
 */
export function mustHaveSecondFactor({ grants, consultationGrants, isContact }: Pick<SignedIn, "grants" | "consultationGrants" | "isContact">): boolean {
  return isContact || [...grants, ...consultationGrants].some(({ role }) => !withoutOffice.includes(role));
}

/** What a session was begun with. */
export const waysIn = ["code", "link", "invitation", "password", "passkey", "provider", "demonstration"] as const;
export type WayIn = (typeof waysIn)[number];

export function isWayIn(value: unknown): value is WayIn {
  return waysIn.some((way) => way === value);
}

/** A way in by which somebody has just shown that they read the mail of their address. */
export function isByLetter(way: WayIn | null): boolean {
  return way === "code" || way === "link" || way === "invitation";
}

/**
 * What a session still lacks: the second factor of somebody who has one, one of their own for somebody who must have one and has
 * none yet, or nothing. Whoever the demonstration excuses lacks nothing.
 */
export type Lacking = "second-step" | "set-up" | null;

export function lackingOf(session: { isSecondFactorGiven: boolean; mustHave: boolean; has: boolean; isExcused: boolean }): Lacking {
  if (session.isSecondFactorGiven || session.isExcused) return null;
  if (session.has) return "second-step";
  return session.mustHave ? "set-up" : null;
}

const minutes = (many: number) => many * 60_000;

/** How long a session lasts that lacks something. */
export const unfinishedInMinutes = 60;

/**
 * How long after signing in somebody may change how they sign in, or make an administrator, without signing in again: to open the
 * page, and, so that nobody loses what they are just typing, to send it.
 */
const recentInMinutes = { open: 30, send: 60 };

export function isRecent(signedInAt: Date, now: Date, to: "open" | "send"): boolean {
  return now.getTime() - signedInAt.getTime() < minutes(recentInMinutes[to]);
}
