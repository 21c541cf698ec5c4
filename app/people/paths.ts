// Addresses of signing in and out, and of what administrators look after.
import { officePath, partnershipPath } from "#app/partnerships/paths.ts";

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

type To = { to?: string | null };

/** Where one signs in; afterwards one is at `to`, a path of ours. `again` for whoever is signed in, but not since a moment ago. */
export function signInPath(to?: string | null, { again = false, forgotten = false, accepted = false } = {}): string {
  return withQuery("/sign-in", { to, again: again ? "yes" : null, forgotten: forgotten ? "yes" : null, accepted: accepted ? "yes" : null });
}

/** Where one signs in with a passkey. */
export function signInPasskeyPath({ to }: To = {}): string {
  return withQuery("/sign-in/passkey", { to });
}

/** Where the second factor is asked for. */
export function secondStepPath({ to, using }: To & { using?: "recovery-code" | null } = {}): string {
  return withQuery("/sign-in/second-step", { to, using });
}

/** Where the code of a pass is entered. */
export function signInCodePath(passId: string, to?: string | null): string {
  return withQuery("/sign-in/code", { pass: passId, to });
}

/** Where a letter's link leads. */
export function signInLinkPath(token: string, to?: string | null): string {
  return withQuery("/sign-in/link", { token, to });
}

export const signOutPath = "/sign-out";

/** Where one goes to the council's own provider of sign-in, or is told why one cannot. */
export function signInProviderPath({ to, problem, again = false }: To & { problem?: string; again?: boolean } = {}): string {
  return withQuery("/sign-in/provider", { to, problem, again: again ? "yes" : null });
}

/** Where the provider sends people back to; it has to know the whole address. */
export const providerReturnPath = "/sign-in/provider/return";

/** Where one signs out of the provider too. */
export const signOutProviderPath = "/sign-out/provider";

/** Somebody's own account. */
export function accountPath(query: { done?: string } = {}): string {
  return withQuery("/account", query);
}

/** Somebody's name and the language of their letters. */
export const accountDetailsPath = "/account/details";

/** Where somebody asks for another address. */
export const accountEmailPath = "/account/email";

/** Where the link to a new address leads. */
export function confirmEmailPath(token: string): string {
  return withQuery("/account/email/confirm", { token });
}

/** Where somebody is signed in, from the session before `before` back. */
export function sessionsPath(query: { before?: string | null; done?: string } = {}): string {
  return withQuery("/account/sessions", query);
}

/** Where a password is chosen or changed; afterwards one is at `to`. */
export function passwordPath({ to }: To = {}): string {
  return withQuery("/account/password", { to });
}

/** Where an app for codes is set up, put in another's place or taken away; afterwards one is at `to`. */
export function authenticatorPath({ to, ask }: To & { ask?: "remove" } = {}): string {
  return withQuery("/account/authenticator", { to, ask });
}

/** Somebody's passkeys; with one to take away, the question whether to. */
export function passkeysPath({ to, ask, rename }: To & { ask?: string; rename?: string } = {}): string {
  return withQuery("/account/passkeys", { to, ask, rename });
}

/** Where recovery codes are made anew. */
export function recoveryCodesPath({ to }: To = {}): string {
  return withQuery("/account/recovery-codes", { to });
}

/** A page of the demonstration's people, from the one after `after` on. */
export function demonstrationPeoplePath(after?: string | null): string {
  return withQuery("/demonstration/people", { after });
}

/** A page of the outbox, from the letter before `before` back. */
export function outboxPath(before?: string | null): string {
  return withQuery("/demonstration/outbox", { before });
}

export function outboxLetterPath(letterId: string): string {
  return `/demonstration/outbox/${letterId}`;
}

/** A partnership's letters for its administrators. */
export function officeLettersPath(
  partnership: { slug: string },
  { filter, before, ask }: { filter?: string | null; before?: string | null; ask?: string | null } = {},
): string {
  return withQuery(`${officePath(partnership)}/letters`, { filter, before, ask });
}

/** Everybody who has a role in a partnership, from the one after `after` on. */
export function officePeoplePath(
  partnership: { slug: string },
  query: { search?: string | null; after?: string | null; done?: string } = {},
): string {
  return withQuery(`${officePath(partnership)}/people`, query);
}

/** One of them; with a role to give or to take, the question whether to. */
export function officePersonPath(
  partnership: { slug: string },
  personId: string,
  query: { give?: string; below?: string | null; take?: string; consultation?: string | null; done?: string } = {},
): string {
  return withQuery(`${officePeoplePath(partnership)}/${personId}`, query);
}

/** Whether one of them is linked to an account at the council's own provider of sign-in. */
export function officePersonProviderPath(partnership: { slug: string }, personId: string, query: { done?: string } = {}): string {
  return withQuery(`${officePersonPath(partnership, personId)}/provider`, query);
}

/** How one of them signs in, for administrators to help who has lost their second factor. */
export function personSignInPath(partnership: { slug: string }, personId: string, query: { ask?: "factors" | "sessions"; done?: string } = {}): string {
  return withQuery(`${officePersonPath(partnership, personId)}/sign-in`, query);
}

/** The invitations of a partnership that have not been accepted, from the one before `before` back. */
export function officeInvitationsPath(
  partnership: { slug: string },
  query: { before?: string | null; ask?: string; done?: string } = {},
): string {
  return withQuery(`${officePeoplePath(partnership)}/invitations`, query);
}

/** What each role may do, in words. */
export function roleDutiesPath(partnership: { slug: string }): string {
  return `${officePeoplePath(partnership)}/roles`;
}

/** Where an administrator invites somebody. */
export function invitePath(partnership: { slug: string }): string {
  return `${officeInvitationsPath(partnership)}/new`;
}

/** Where the link of an invitation leads. */
export function invitationPath(partnership: { slug: string }, token: string): string {
  return withQuery(`${partnershipPath(partnership)}/invitation`, { token });
}
