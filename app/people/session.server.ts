// Sessions: who is asking. The only file that knows Lucia, which makes the ids and the cookie; how long a session lasts,
// and that only the hash of its id is kept, are ours.
import { redirect } from "@remix-run/node";
import { Lucia, TimeSpan, type Adapter } from "lucia";
import { listAbove } from "#app/partnerships/store.server.ts";
import { config } from "#app/shared/config.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { sha256 } from "#app/shared/keys.server.ts";
import { localPath } from "#app/shared/local-path.ts";
import { rolesIn, type Role, type SignedIn } from "./role.ts";
import { signInPath } from "./paths.ts";
import { personColumns, readSignedIn } from "./store.server.ts";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    DatabaseUserAttributes: SignedIn;
  }
}

const cookieName = "session";
/** Counted from signing in, used or not; Lucia would lengthen it with every use. */
const lifetimeInHours = 20;

// because Lucia asks its own clock: what has expired by ours never reaches it, and the rest never expires by its
const neverByLucia = new Date("9999-12-31T00:00:00Z");

function adapterOn(on: Database, now: Date): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await on.session.findFirst({
        where: { id: sha256(id), expiresAt: { gt: now } },
        select: { personId: true, person: { select: personColumns } },
      });
      if (!row) return [null, null];
      const session = { id, userId: row.personId, expiresAt: neverByLucia, attributes: {} };
      return [session, { id: row.personId, attributes: readSignedIn(row.person) }];
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
      name: cookieName,
      attributes: { sameSite: "lax", path: "/", secure: config().baseUrl.startsWith("https://") },
    },
    getUserAttributes: (person) => ({ signedIn: person }),
  });
}

/** The session id of a Cookie header; null without asking anything when there is none that could be ours. */
function sessionIdOf(cookies: string | null | undefined): string | null {
  return /(?:^|;\s*)session=([a-z0-9]{20,80})(?:;|$)/.exec(cookies ?? "")?.[1] ?? null;
}

/** Whether a Cookie header brings a session, which may be over. */
export function carriesSession(cookies: string | undefined): boolean {
  return sessionIdOf(cookies) !== null;
}

/** Who is asking, or null. */
export async function whoIs(request: Request, now: Date): Promise<SignedIn | null> {
  const id = sessionIdOf(request.headers.get("Cookie"));
  if (!id) return null;
  const { user } = await luciaOn(db(), now).validateSession(id);
  return user?.signedIn ?? null;
}

/** Who is asking; somebody who is not signed in is sent to sign in first, and from there back to where they were going. */
export async function requireSignedIn(request: Request, now: Date): Promise<SignedIn> {
  const signedIn = await whoIs(request, now);
  if (signedIn) return signedIn;
  const { pathname, search } = new URL(request.url);
  // because a page's own data request ends in .data, and a post cannot be come back to
  const wanted = request.method === "GET" ? localPath(pathname.replace(/\.data$/, "") + search) : null;
  throw redirect(signInPath(wanted));
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

/** Signs somebody in instead of whoever the request came from, and writes that down; the Set-Cookie header. */
export async function signIn(
  transaction: Transaction,
  request: Request,
  { personId, by, now }: { personId: string; by: "code" | "link" | "invitation" | "demonstration" | "provider"; now: Date },
): Promise<string> {
  await endSession(transaction, request, now);
  await recordAudit(transaction, { personId, action: "person.sign-in", subjectKind: "person", subjectId: personId, facts: { by } });
  return startSession(transaction, personId, now);
}

/** Signs out whoever is asking and writes that down; the Set-Cookie header. */
export async function signOut(transaction: Transaction, request: Request, now: Date): Promise<string> {
  const personId = (await whoIs(request, now))?.personId;
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

/** Begins a session; the Set-Cookie header that carries it. */
export async function startSession(transaction: Transaction, personId: string, now: Date): Promise<string> {
  const lucia = luciaOn(transaction, now);
  const session = await lucia.createSession(personId, {});
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends the session of a request, if it has one; the Set-Cookie header that takes the cookie away. */
export async function endSession(transaction: Transaction, request: Request, now: Date): Promise<string> {
  const lucia = luciaOn(transaction, now);
  const id = sessionIdOf(request.headers.get("Cookie"));
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}

/** Ends every session of a person, on every device. */
export async function endAllSessions(transaction: Transaction, personId: string, now: Date): Promise<void> {
  await luciaOn(transaction, now).invalidateUserSessions(personId);
}

/** Deletes the sessions that are over. */
export async function forgetExpiredSessions(on: Database, now: Date): Promise<void> {
  await luciaOn(on, now).deleteExpiredSessions();
}
