// Who the council's own provider of sign-in says somebody is, and what may go wrong on the way there and back.
import type { ProviderSettings } from "#app/shared/identity-provider.ts";
import { readEmail } from "#app/shared/typed.ts";

/** From when one was sent to the provider; there is time for a second factor. */
export const tryLifetimeInMinutes = 20;

/** So far the provider's clock and ours may be apart. */
export const clockToleranceInSeconds = 60;

/** What the provider tells of somebody, as it tells it. */
export type Claims = {
  iss: string;
  sub: string;
  /** When it told this, in seconds. */
  iat: number;
  email?: unknown;
  email_verified?: unknown;
  acr?: unknown;
  amr?: unknown;
  /** When it last had somebody prove who they are, in seconds. */
  auth_time?: unknown;
};

/** The words are `provider:problem.<problem>`. */
export const providerProblems = ["down", "refused", "stale", "clock", "untrusted", "factor", "no-account"] as const;
export type ProviderProblem = (typeof providerProblems)[number];

export function isProviderProblem(value: unknown): value is ProviderProblem {
  return providerProblems.some((problem) => problem === value);
}

const statuses: Record<ProviderProblem, number> = {
  ...{ down: 503, clock: 503, untrusted: 502, stale: 400 },
  ...{ refused: 403, factor: 403, "no-account": 403 },
};

/** The status of the page that tells of a problem. */
export function statusOfProblem(problem: ProviderProblem): number {
  return statuses[problem];
}

/**
 * The address of somebody, in lower case, where the provider vouches that it is theirs; null where it does not. What it says
 * to be unverified never counts, and what it says nothing of only by the installation's own setting.
 */
export function verifiedEmailOf({ email, email_verified: told }: Pick<Claims, "email" | "email_verified">, trustsEmail: boolean): string | null {
  const isVerified = told === true || told === "true" || (told === undefined && trustsEmail);
  return isVerified && typeof email === "string" ? (readEmail(email)?.toLowerCase() ?? null) : null;
}

/** Whether somebody was recognised as surely, and by such means, as the settings ask. */
export function isSureEnough({ acr, amr }: Pick<Claims, "acr" | "amr">, { requiredAcr, requiredAmr }: Pick<ProviderSettings, "requiredAcr" | "requiredAmr">): boolean {
  const means: unknown[] = Array.isArray(amr) ? amr : [];
  const hasAcr = requiredAcr.length === 0 || requiredAcr.some((one) => one === acr);
  return hasAcr && (requiredAmr.length === 0 || requiredAmr.some((one) => means.includes(one)));
}

/** Whether the provider's clock is so far ahead that what it says cannot be dated. */
export function isFromTheFuture({ iat }: Pick<Claims, "iat">, now: Date): boolean {
  return iat > now.getTime() / 1000 + clockToleranceInSeconds;
}

/** A sign-in at the provider longer ago than this is made anew there, as a session here would be. */
export const longestProofInSeconds = 20 * 3_600;

/**
 * When somebody last proved to the provider who they are. Where it does not say, it is now if it was asked to have them do it again,
 * and else so long ago that what asks for a sign-in not long ago asks for it.
 */
export function provedAtOf({ auth_time: told }: Pick<Claims, "auth_time">, { again }: { again: boolean }, now: Date): Date {
  if (typeof told === "number" && Number.isFinite(told)) return new Date(Math.min(Math.max(told, 0) * 1000, now.getTime()));
  return again ? now : new Date(0);
}

/** What went wrong, as far as it has a name, a code, a status, and an error of the protocol. */
type Fault = { name?: unknown; code?: unknown; error?: unknown; status?: unknown };

// What the provider said instead of letting somebody in (OpenID Connect Core 3.1.2.6, RFC 6749 4.1.2.1).
const refusals: unknown[] = ["access_denied", "login_required", "consent_required", "interaction_required", "account_selection_required"];
const outages: unknown[] = ["temporarily_unavailable", "server_error"];

/** Which problem a fault is. */
export function problemOf({ name, code, error, status }: Fault): ProviderProblem {
  if (name === "TypeError" && code === undefined) return "down"; // because so fetch tells that nobody answered
  if (code === "OAUTH_TIMEOUT" || outages.includes(error) || (typeof status === "number" && status >= 500)) return "down";
  if (code === "OAUTH_JWT_TIMESTAMP_CHECK_FAILED") return "clock";
  if (refusals.includes(error)) return "refused";
  if (error === "unmet_authentication_requirements") return "factor";
  // [RFC 6749 5.2] a code that was used, has expired, or was made for another
  if (error === "invalid_grant") return "stale";
  return "untrusted";
}
