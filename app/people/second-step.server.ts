// The second step of signing in: a code of somebody's app, or a recovery code in its place, makes their session a whole one.
import { redirect } from "@remix-run/node";
import { recordAudit } from "#app/shared/audit.server.ts";
import { inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { isWithinLimit } from "#app/shared/limits.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { useAuthenticator } from "./authenticators.store.server.ts";
import { forgiveTries, takeTry, tellFailure } from "./failed-tries.store.server.ts";
import { signInPath } from "./paths.ts";
import { findRecoveryCode, useRecoveryCode } from "./recovery-codes.store.server.ts";
import { completeSession, pathOfLacking, whoIsAsking, type Asking } from "./session.server.ts";

/** Who has yet to give their second factor; anybody else is sent on. */
export async function requireHalfway(request: Request, now: Date, to: string | null): Promise<Asking> {
  const asking = await whoIsAsking(request, now);
  if (!asking) throw redirect(signInPath(to));
  if (asking.lacking !== "second-step") throw redirect(pathOfLacking(asking.lacking, to ?? "/"));
  return asking;
}

/** Why a second factor was not taken. */
export type SecondStepProblem = { kind: "wrong" } | { kind: "wait"; until: Date } | { kind: "tooMany" };

type Trying = { asking: Asking; now: Date };

/** The session completed in the transaction in which the factor is used; its Set-Cookie header. */
async function completeBy(
  transaction: Transaction,
  request: Request,
  by: "authenticator" | "recovery-code" | "passkey",
  { asking, now }: Trying,
): Promise<string> {
  const { personId } = asking.signedIn;
  await recordAudit(transaction, { personId, action: "person.second-step", subjectKind: "person", subjectId: personId, facts: { by } });
  return completeSession(transaction, request, asking, now);
}

/** Tries a code of the app. Too many wrong ones make whoever tries wait; a recovery code or a passkey still lets their owner in. */
export async function tryAppCode(request: Request, code: string, trying: Trying): Promise<Result<string, SecondStepProblem>> {
  const { personId } = trying.asking.signedIn;
  const until = await takeTry("code", personId, trying.now);
  if (until) return fail({ kind: "wait", until });
  const cookie = await inTransaction(async (transaction) => {
    if (!(await useAuthenticator(transaction, personId, code, trying.now))) return null;
    await forgiveTries(transaction, "code", personId);
    return completeBy(transaction, request, "authenticator", trying);
  });
  if (cookie !== null) return succeed(cookie);
  await tellFailure("code", personId, personId);
  return fail({ kind: "wrong" });
}

/** Tries a recovery code, which nobody guesses: what is limited is the work. */
export async function tryRecoveryCode(request: Request, code: string, trying: Trying): Promise<Result<string, SecondStepProblem>> {
  const { signedIn } = trying.asking;
  if (!(await isWithinLimit("recovery code", signedIn.personId, 10, 900))) return fail({ kind: "tooMany" });
  const id = await findRecoveryCode(signedIn.personId, code);
  const cookie = await inTransaction(async (transaction) => {
    if (id === null || !(await useRecoveryCode(transaction, signedIn, id, trying.now))) return null;
    return completeBy(transaction, request, "recovery-code", trying);
  });
  if (cookie !== null) return succeed(cookie);
  await tellFailure("code", signedIn.personId, signedIn.personId);
  return fail({ kind: "wrong" });
}
