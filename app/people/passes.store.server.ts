// One-time ways in. A pass is kept as hashes and leaves the same trace for an address without an account as for one with.
import { senderOf } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, type Database, type Transaction } from "#app/shared/db.server.ts";
import { keyedHashes, newCode, newId, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { signInLetter } from "./letters.ts";
import { findWriter } from "./letters.store.server.ts";
import { forgetTries } from "./failed-tries.store.server.ts";
import { signInLinkPath } from "./paths.ts";
import { forgetExpiredSessions } from "./session.server.ts";
import { handedLinkExpiresAt, mostWrongCodes, mostWrongCodesInADay, passExpiresAt, type PassProblem } from "./sign-in.ts";
import { findPersonByEmail } from "./store.server.ts";

// Written under the newest key and looked for under all, because the secret may be replaced while a pass is on its way.
const hashesOfEmail = (email: string) => keyedHashes("sign-in address", email.toLowerCase());
const hashesOfLink = (token: string) => keyedHashes("sign-in link", token);
// because six digits alone are soon tried out by whoever has the table, and one code must not be seen twice in it
const hashesOfCode = (passId: string, code: string) => keyedHashes("sign-in code", `${passId} ${code}`);

/**
 * Sends a way in to an address; the id of its pass. For an address nobody has, all is done alike and only the letter is
 * taken back, so that neither the answer nor the time it takes tells who has an account. The link leads to the site that was asked, where the
 * session will be.
 */
export async function sendPass(
  transaction: Transaction,
  { email, to, site, now }: { email: string; to: string | null; site: string; now: Date },
): Promise<string> {
  const person = await findPersonByEmail(transaction, email);
  const pass = { id: newId(), code: newCode(), token: newToken() };
  await transaction.signInPass.create({
    data: {
      id: pass.id,
      emailHash: hashesOfEmail(email)[0]!,
      personId: person?.personId ?? null,
      codeHash: hashesOfCode(pass.id, pass.code)[0]!,
      linkHash: hashesOfLink(pass.token)[0]!,
      createdAt: now,
      expiresAt: passExpiresAt(now),
    },
  });
  const partnership = await findWriter(transaction, person);
  const words = wordsFor(person?.language ?? defaultLanguage);
  const letter = signInLetter(words, person ?? { name: "", email }, {
    code: pass.code,
    address: site + pathInLanguage(signInLinkPath(pass.token, to), words.language),
    site: textIn(partnership.name, words.language).text,
  });
  await transaction.$executeRaw`SAVEPOINT letter`;
  await saveLetter(transaction, senderOf(partnership), letter);
  if (person) await transaction.$executeRaw`RELEASE SAVEPOINT letter`;
  else await transaction.$executeRaw`ROLLBACK TO SAVEPOINT letter`;
  return pass.id;
}

/**
 * A link for somebody to whom whoever runs the server hands it; its token, which is kept nowhere. It has no code that
 * anybody knows, and every way in they were given before opens nothing any more.
 */
export async function saveHandedLink(transaction: Transaction, person: { personId: string; email: string }, now: Date): Promise<string> {
  const { personId, email } = person;
  const pass = { id: newId(), token: newToken(), emailHash: hashesOfEmail(email)[0]! };
  await useUp(transaction, pass.emailHash, personId, now);
  await transaction.signInPass.create({
    data: {
      ...{ id: pass.id, emailHash: pass.emailHash, personId, createdAt: now, expiresAt: handedLinkExpiresAt(now) },
      ...{ codeHash: hashesOfCode(pass.id, newToken())[0]!, linkHash: hashesOfLink(pass.token)[0]! },
    },
  });
  await recordAudit(transaction, { action: "person.hand-link", subjectKind: "person", subjectId: personId });
  return pass.token;
}

/** Tries a code on a pass: who it signs in. A wrong one is counted in the same statement, so that many at once are too many. */
export async function useCode(
  transaction: Transaction,
  { passId, code, now }: { passId: string; code: string; now: Date },
): Promise<Result<string, PassProblem>> {
  const pass = await transaction.signInPass.findUnique({ where: { id: passId }, select: { emailHash: true } });
  if (!pass) return fail({ kind: "dead" });
  if ((await wrongCodesOf(transaction, pass.emailHash, now)) >= mostWrongCodesInADay) return fail({ kind: "link-only" });
  const codeHashes = hashesOfCode(passId, code);
  const tried = await transaction.$queryRaw<{ personId: string | null; attempts: number; isRight: boolean }[]>`
    UPDATE "SignInPass"
    SET attempts = attempts + CASE WHEN "codeHash" = ANY(${codeHashes}) THEN 0 ELSE 1 END,
        "usedAt" = CASE WHEN "codeHash" = ANY(${codeHashes}) THEN ${now}::timestamptz END
    WHERE id = ${passId} AND "usedAt" IS NULL AND "expiresAt" > ${now} AND attempts < ${mostWrongCodes}
    RETURNING "personId", attempts, "usedAt" IS NOT NULL AS "isRight"`;
  const [after] = tried;
  if (!after) return fail({ kind: "dead" });
  if (after.isRight && after.personId) return succeed(await useUp(transaction, pass.emailHash, after.personId, now));
  const left = mostWrongCodes - after.attempts;
  if (left > 0) return fail({ kind: "wrong", left });
  await recordAudit(transaction, { action: "person.wrong-codes", subjectKind: "sign-in-pass", subjectId: passId });
  return fail({ kind: "dead" });
}

/** Who the link of a live pass would sign in, using nothing up: a mail scanner may follow it. Null when it is dead. */
export async function findPersonOfLink(on: Database, token: string, now: Date): Promise<string | null> {
  const pass = await on.signInPass.findFirst({
    where: { linkHash: { in: hashesOfLink(token) }, usedAt: null, expiresAt: { gt: now }, attempts: { lt: mostWrongCodes } },
    select: { personId: true },
  });
  return pass?.personId ?? null;
}

/** Uses a link: who it signs in, or null when it is dead. */
export async function useLink(transaction: Transaction, token: string, now: Date): Promise<string | null> {
  const [used] = await transaction.$queryRaw<{ personId: string | null; emailHash: string }[]>`
    UPDATE "SignInPass" SET "usedAt" = ${now}::timestamptz
    WHERE "linkHash" = ANY(${hashesOfLink(token)}) AND "usedAt" IS NULL AND "expiresAt" > ${now} AND attempts < ${mostWrongCodes}
    RETURNING "personId", "emailHash"`;
  return used?.personId ? useUp(transaction, used.emailHash, used.personId, now) : null;
}

// Who is in needs no other letter still lying about.
async function useUp(transaction: Transaction, emailHash: string, personId: string, now: Date): Promise<string> {
  await transaction.signInPass.updateMany({ where: { OR: [{ emailHash }, { personId }], usedAt: null }, data: { usedAt: now } });
  return personId;
}

async function wrongCodesOf(on: Database, emailHash: string, now: Date): Promise<number> {
  const dayBefore = new Date(now.getTime() - 86_400_000);
  const { _sum } = await on.signInPass.aggregate({
    where: { emailHash, createdAt: { gt: dayBefore } },
    _sum: { attempts: true },
  });
  return _sum.attempts ?? 0;
}

/** Deletes sessions that are over, passes and tries once nothing is counted from them any more, and what nobody took up in time. */
export async function forgetSignIns(now: Date): Promise<void> {
  await forgetExpiredSessions(db(), now);
  await db().signInPass.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - 2 * 86_400_000) } } });
  await db().invitation.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 90 * 86_400_000) } } });
  await db().pendingEmail.deleteMany({ where: { expiresAt: { lte: now } } });
  await db().passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
  await forgetTries(db(), now);
}

/** How much of that is over now. */
export async function countForgettableSignIns(on: Database, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const sessions = await on.session.count({ where: { expiresAt: { lte: now } } });
  const passes = await on.signInPass.count({ where: { createdAt: { lt: before(2) } } });
  return sessions + passes + (await on.invitation.count({ where: { expiresAt: { lt: before(90) } } }));
}
