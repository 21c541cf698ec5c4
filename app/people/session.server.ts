// Sessions: who is asking. The only file that knows Lucia, which makes the ids and the cookie; how long a session lasts,
// and that only the hash of its id is kept, are ours.
import { redirect } from "@remix-run/node";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import { listAbove } from "#app/partnerships/store.server.ts";
import { cookieName, readCookie } from "#app/shared/cookie.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, isDemonstration, type Database, type Transaction } from "#app/shared/db.server.ts";
import { isOverHttps } from "#app/shared/https.server.ts";
import { sha256 } from "#app/shared/keys.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { signedOut } from "#app/shared/responses.server.ts";
import { deviceOf, writeDevice } from "./device.ts";
import { rolesIn, type Role, type SignedIn } from "./role.ts";
import { authenticatorPath, passwordPath, secondStepPath, signInPath } from "./paths.ts";
import { isByLetter, isRecent, isWayIn, lackingOf, mustHaveSecondFactor, unfinishedInMinutes, type Lacking, type WayIn } from "./second-factor.ts";
import { findHomeOf, findPerson, personColumns, readSignedIn } from "./store.server.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    DatabaseUserAttributes: Asking;
  }
}

/**
 * Who is asking, and the session they ask in: `lacking` is what is still to be done before it is a whole one, `provedAt` when they last
 * proved who they are, which at a provider may have been before.
 */
export type Asking = { signedIn: SignedIn; sessionId: string; by: WayIn | null; provedAt: Date; lacking: Lacking };

const name = "session";
/** Counted from signing in, used or not; Lucia would lengthen it with every use. */
const lifetimeInHours = 20;

// because Lucia asks its own clock: what has expired by ours never reaches it, and the rest never expires by its
const neverByLucia = new Date("9999-12-31T00:00:00Z");

const sessionColumns = { id: true, personId: true, createdAt: true, begunBy: true, secondFactorAt: true, lastSeenAt: true } as const;

async function lackingIn(on: Database, session: { begunBy: string | null; secondFactorAt: Date | null }, person: SignedIn): Promise<Lacking> {
  if (session.secondFactorAt) return null;
  const has = await hasSecondFactor(on, person.personId);
  // because anybody may be anybody of the demonstration
  const isExcused = session.begunBy === "demonstration" || (!has && person.isDemonstration && isDemonstration());
  return lackingOf({ isSecondFactorGiven: false, mustHave: mustHaveSecondFactor(person), has, isExcused });
}

/** Whether somebody has a second factor to be asked for. */
export async function hasSecondFactor(on: Database, personId: string): Promise<boolean> {
  return (await on.person.count({ where: { id: personId, OR: [{ authenticator: { isNot: null } }, { passkeys: { some: {} } }] } })) > 0;
}

const seenToWithinMs = 5 * 60_000;

async function tellSeen(on: Database, { id, lastSeenAt }: { id: string; lastSeenAt: Date | null }, now: Date): Promise<void> {
  if (lastSeenAt && now.getTime() - lastSeenAt.getTime() < seenToWithinMs) return;
  await on.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
}

function adapterOn(on: Database, now: Date): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await on.session.findFirst({
        where: { id: sha256(id), expiresAt: { gt: now } },
        select: { ...sessionColumns, person: { select: personColumns } },
      });
      if (!row) return [null, null];
      const session = { id, userId: row.personId, expiresAt: neverByLucia, attributes: {} };
      const signedIn = readSignedIn(row.person);
      const lacking = await lackingIn(on, row, signedIn);
      await tellSeen(on, row, now);
      const by = isWayIn(row.begunBy) ? row.begunBy : null;
      const provedAt = row.secondFactorAt && row.secondFactorAt < row.createdAt ? row.secondFactorAt : row.createdAt;
      return [session, { id: row.personId, attributes: { signedIn, sessionId: row.id, by, provedAt, lacking } }];
    },
    async setSession({ id, userId }) {
      const expiresAt = new Date(now.getTime() + lifetimeInHours * 3_600_000);
      await on.session.create({ data: { id: sha256(id), personId: userId, createdAt: now, expiresAt } });
    },
    async deleteSession(id) {
      await on.session.deleteMany({ where: { id: sha256(id) } });
    },
    async deleteUserSessions(personId) {
      await on.session.deleteMany({ where: { personId } });
    },
    async deleteExpiredSessions() {
      await on.session.deleteMany({ where: { expiresAt: { lte: now } } });
    },
    getUserSessions: () => Promise.resolve([]),
    updateSessionExpiration: () => Promise.resolve(),
  };
}

function luciaOn(on: Database, now: Date) {
  return new Lucia(adapterOn(on, now), {
    sessionExpiresIn: new TimeSpan(lifetimeInHours, "h"),
    sessionCookie: {
      name: cookieName(name),
      attributes: { sameSite: "lax", path: "/", secure: isOverHttps() },
    },
    getUserAttributes: (asking) => ({ asking }),
  });
}

/** The session id of a Cookie header; null without asking anything when there is none that could be ours. */
function sessionIdOf(cookies: string | null | undefined): string | null {
  const held = readCookie(cookies, name);
  return held !== null && /^[a-z0-9]{20,80}$/.test(held) ? held : null;
}

/** Whether a Cookie header brings a session, which may be over. */
export function carriesSession(cookies: string | undefined): boolean {
  return sessionIdOf(cookies) !== null;
}

/** Who is asking and in what session, which may lack a second factor; null for a stranger. */
export async function whoIsAsking(request: Pick<Request, "headers">, now: Date): Promise<Asking | null> {
  const id = sessionIdOf(request.headers.get("Cookie"));
  if (!id) return null;
  const { user } = await luciaOn(db(), now).validateSession(id);
  return user?.asking ?? null;
}

/** Who is asking, or null: whoever has yet to give their second factor is nobody. */
export async function whoIs(request: Request, now: Date): Promise<SignedIn | null> {
  const asking = await whoIsAsking(request, now);
  return asking && asking.lacking === null ? asking.signedIn : null;
}

/** Where a request was going, as a path of ours to come back to; a post cannot be come back to. */
function wantedBy(request: Request): string | null {
  const { pathname, search } = new URL(request.url);
  // because a page's own data request ends in .data
  return request.method === "GET" ? localPath(pathname.replace(/\.data$/, "") + search) : null;
}

/** Where somebody goes who lacks something: to give it, to make it, or on. */
export function pathOfLacking(lacking: Lacking, to: string): string {
  if (lacking === "second-step") return secondStepPath({ to });
  return lacking === "set-up" ? authenticatorPath({ to }) : to;
}

/**
 * Who is asking, in a whole session; a stranger is sent to sign in first, and from there back to where they were going. What
 * they sent is not led away from, because their browser alone still has it.
 */
export async function requireAsking(request: Request, now: Date): Promise<Asking> {
  const asking = await whoIsAsking(request, now);
  if (!asking && request.method === "POST") throw signedOut();
  if (!asking) throw redirect(signInPath(wantedBy(request)));
  if (asking.lacking) throw redirect(pathOfLacking(asking.lacking, wantedBy(request) ?? "/"));
  return asking;
}

/** Who is asking; whoever is not signed in is sent to do so. */
export async function requireSignedIn(request: Request, now: Date): Promise<SignedIn> {
  return (await requireAsking(request, now)).signedIn;
}

/**
 * Who is asking, having signed in not long ago; anybody else is sent to sign in again first. What decides over who gets in is asked
 * so: passwords, second factors, the address of an account, another administrator. `page` is where a post came from.
 */
export async function requireRecent(request: Request, now: Date, page?: string): Promise<Asking> {
  const asking = await requireAsking(request, now);
  if (isRecent(asking.provedAt, now, request.method === "GET" ? "open" : "send")) return asking;
  throw redirect(signInPath(page ?? wantedBy(request), { again: true }));
}

/** The same; and whoever is just signing in and has no second factor yet, who may set up what they will sign in with. */
export async function requireSettingUp(request: Request, now: Date, page?: string): Promise<Asking> {
  const asking = await whoIsAsking(request, now);
  return asking?.lacking === "set-up" ? asking : requireRecent(request, now, page);
}

/** Who is asking, whoever that is, and the roles they hold in the partnership; a stranger holds none. */
export async function rolesOf(
  request: Request,
  partnership: { id: string },
  now: Date,
): Promise<{ signedIn: SignedIn | null; roles: Role[] }> {
  const signedIn = await whoIs(request, now);
  if (!signedIn || signedIn.grants.length === 0) return { signedIn, roles: [] };
  return { signedIn, roles: rolesIn(signedIn, await listAbove(db(), partnership.id)) };
}

/** As `rolesOf`, but a stranger is sent to sign in. What the roles allow is for the subject's policy to say. */
export async function requireRoles(
  request: Request,
  partnership: { id: string },
  now: Date,
): Promise<{ signedIn: SignedIn; roles: Role[] }> {
  const signedIn = await requireSignedIn(request, now);
  return { signedIn, roles: rolesIn(signedIn, await listAbove(db(), partnership.id)) };
}

type Entering = {
  personId: string;
  by: WayIn;
  now: Date;
  /** Where they were going; else they begin at home. */
  to?: string | null;
  /** Whether what they came in by was two factors in one, as a passkey is. */
  isSecondFactorGiven?: boolean;
  /** When they proved who they are, where that was before. */
  provedAt?: Date;
};

/**
 * Signs somebody in instead of whoever the request came from, and writes that down: the Set-Cookie header, and where they go, which
 * is to their second factor first where the session lacks it.
 */
export async function signIn(transaction: Transaction, request: Request, entering: Entering): Promise<{ cookie: string; to: string }> {
  const { personId, by, now, isSecondFactorGiven = false, provedAt = now } = entering;
  await endSession(transaction, request, now);
  await recordAudit(transaction, { personId, action: "person.sign-in", subjectKind: "person", subjectId: personId, facts: { by } });
  const person = await findPerson(transaction, personId);
  const lacking = await lackingIn(transaction, { begunBy: by, secondFactorAt: isSecondFactorGiven ? now : null }, person);
  const cookie = await startSession(transaction, personId, now, { by, request, isSecondFactorGiven, provedAt, isWhole: lacking === null });
  const to = entering.to ?? (await findHomeOf(transaction, personId));
  if (lacking !== "set-up") return { cookie, to: pathOfLacking(lacking, to) };
  const hasPassword = (await transaction.password.count({ where: { personId } })) > 0;
  // because a password is chosen by the way, where somebody sets up how they sign in
  return { cookie, to: hasPassword || !isByLetter(by) ? authenticatorPath({ to }) : passwordPath({ to: authenticatorPath({ to }) }) };
}

/** A session becomes a whole one, and a new one to whoever might know its cookie; the Set-Cookie header. */
export async function completeSession(transaction: Transaction, request: Request, asking: Asking, now: Date): Promise<string> {
  await endSession(transaction, request, now);
  const { by, signedIn } = asking;
  return startSession(transaction, signedIn.personId, now, { by, request, isSecondFactorGiven: true, isWhole: true });
}

/** Signs out whoever is asking and writes that down; the Set-Cookie header. */
export async function signOut(transaction: Transaction, request: Request, now: Date): Promise<string> {
  const personId = (await whoIsAsking(request, now))?.signedIn.personId;
  if (personId) {
    await recordAudit(transaction, { personId, action: "person.sign-out", subjectKind: "person", subjectId: personId });
  }
  return endSession(transaction, request, now);
}

/** Signs out whoever is asking on every device and writes that down; the Set-Cookie header. */
export async function signOutEverywhere(transaction: Transaction, request: Request, now: Date): Promise<string> {
  const personId = (await whoIs(request, now))?.personId;
  if (personId) {
    await recordAudit(transaction, { personId, action: "person.sign-out-everywhere", subjectKind: "person", subjectId: personId });
    await endAllSessions(transaction, personId, now);
  }
  return endSession(transaction, request, now);
}

type Beginning = { by?: WayIn | null; request?: Request; isSecondFactorGiven?: boolean; provedAt?: Date; isWhole?: boolean };

/** Begins a session; the Set-Cookie header that carries it. */
export async function startSession(transaction: Transaction, personId: string, now: Date, beginning: Beginning = {}): Promise<string> {
  const { by = null, request, isSecondFactorGiven = false, provedAt = now, isWhole = true } = beginning;
  const lucia = luciaOn(transaction, now);
  const session = await lucia.createSession(personId, {});
  await transaction.session.update({
    where: { id: sha256(session.id) },
    data: {
      ...{ begunBy: by, secondFactorAt: isSecondFactorGiven ? provedAt : null, lastSeenAt: now },
      ...(request && { device: writeDevice(deviceOf(request.headers.get("User-Agent"))) }),
      ...(!isWhole && { expiresAt: new Date(now.getTime() + unfinishedInMinutes * 60_000) }),
    },
  });
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends the session of a request, if it has one; the Set-Cookie header that takes the cookie away. */
export async function endSession(transaction: Transaction, request: Request, now: Date): Promise<string> {
  const lucia = luciaOn(transaction, now);
  const id = sessionIdOf(request.headers.get("Cookie"));
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}

/** Ends every session of a person but one: how they sign in has changed. */
export async function endOtherSessions(transaction: Transaction, { signedIn, sessionId }: Pick<Asking, "signedIn" | "sessionId">): Promise<void> {
  await transaction.session.deleteMany({ where: { personId: signedIn.personId, id: { not: sessionId } } });
}

/** Ends every session of a person, on every device. */
export async function endAllSessions(transaction: Transaction, personId: string, now: Date): Promise<void> {
  await luciaOn(transaction, now).invalidateUserSessions(personId);
}

/** Deletes the sessions that are over. */
export async function forgetExpiredSessions(on: Database, now: Date): Promise<void> {
  await luciaOn(on, now).deleteExpiredSessions();
}
