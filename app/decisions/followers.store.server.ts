// People who asked to be told of decisions by e-mail. An address counts once whoever reads it has said yes; one press in any letter
// stops them. The link is made of the follower's id, so that it is the same in every letter and none is kept.
import { z } from "zod";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, languages } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { topics } from "./decision.ts";
import { listToldSince } from "./decisions.store.server.ts";
import { isDigestDue, isFollowed, rhythms } from "./digest.ts";
import type { Follows } from "./follow-form.ts";
import { confirmInDays, confirmLetter, digestLetter } from "./letters.ts";
import { decisionPath, decisionsPath, followingDecisionsPath } from "./paths.ts";

const purpose = "link to decisions followed";

const keyOf = (id: string) => `${id}.${keyedHash(purpose, id)}`;

type Asked = { partnership: Partnership; email: string; follows: Follows; now: Date };

/** Asks the address, by a letter with a link. Asked again before it said yes, the new wishes take the place of the old; after that they wait for the page behind its link. */
export async function askToFollow(transaction: Transaction, { partnership, follows, now, ...asked }: Asked): Promise<void> {
  const [email, partnershipId] = [asked.email.toLowerCase(), partnership.id];
  const key = { partnershipId_email: { partnershipId, email } };
  const { language } = follows;
  const wishes = { ...follows, askedAt: now };
  const there = await transaction.decisionFollower.findUnique({ where: key, select: { id: true, confirmedAt: true } });
  const isConfirmed = there?.confirmedAt != null;
  const id = there?.id ?? newId();
  // because whoever asks need not be whoever reads the address: what was confirmed changes behind its own link alone
  if (!isConfirmed) await transaction.decisionFollower.upsert({ where: key, create: { id, partnershipId, email, ...wishes }, update: wishes });
  const link = siteOfPartnership(partnership) + pathInLanguage(followingDecisionsPath(partnership, keyOf(id)), language);
  await saveLetter(transaction, senderOf(partnership), confirmLetter({ to: email, words: wordsFor(language), partnership: partnership.name }, { link, isConfirmed }));
}

const storedSchema = z.object({
  ...{ id: z.string(), partnershipId: z.string(), email: z.string(), language: z.enum(languages).catch(defaultLanguage), rhythm: z.enum(rhythms), topics: z.array(z.enum(topics)) },
  ...{ bodyIds: z.array(z.string()), organisationId: z.string().nullable(), confirmedAt: z.date().nullable(), toldUntil: z.date().nullable() },
});
export type Follower = z.infer<typeof storedSchema>;

const waitingSince = (now: Date) => new Date(now.getTime() - confirmInDays * 86_400_000);

/** Who a link belongs to, using nothing up; null where it opens nothing any more. */
export async function findFollower(on: Database, partnershipId: string, key: string, now: Date): Promise<Follower | null> {
  const [id = "", mark = ""] = key.split(".");
  if (!keyedHashes(purpose, id).includes(mark)) return null;
  const row = await on.decisionFollower.findFirst({ where: { id, partnershipId, OR: [{ confirmedAt: { not: null } }, { askedAt: { gt: waitingSince(now) } }] } });
  return row && storedSchema.parse(row);
}

/** Whoever reads the address says yes, or changes what they follow. They are told of what comes from now on. */
export async function confirmFollower(transaction: Transaction, { id, confirmedAt }: Follower, follows: Follows | null, now: Date): Promise<void> {
  await transaction.decisionFollower.updateMany({
    where: { id },
    data: { ...(confirmedAt === null && { confirmedAt: now, toldUntil: now }), ...follows },
  });
}

/** Forgets the address. */
export async function stopFollower(transaction: Transaction, { id }: Follower): Promise<void> {
  await transaction.decisionFollower.deleteMany({ where: { id } });
}

const forgettable = (now: Date) => ({ confirmedAt: null, askedAt: { lt: waitingSince(now) } });

/** How many addresses nobody confirmed in time. */
export function countForgettableDecisionFollowers(on: Database, now: Date, partnershipId: string | null): Promise<number> {
  return on.decisionFollower.count({ where: { ...forgettable(now), ...(partnershipId !== null && { partnershipId }) } });
}

/** Deletes the addresses that nobody confirmed in time; how many that was. */
export async function forgetDecisionFollowers(transaction: Transaction, now: Date): Promise<number> {
  return (await transaction.decisionFollower.deleteMany({ where: forgettable(now) })).count;
}

const batch = 100;
/** More than these stand on the page that the letter leads to. */
const mostInDigest = 30;

/** Writes the digests that are due; how many letters that was. Who follows nothing that was decided gets none. */
export async function sendDigests(now: Date): Promise<number> {
  let sent = 0;
  const partnerships = await db().decisionFollower.groupBy({ by: ["partnershipId"], where: { confirmedAt: { not: null } } });
  for (const { partnershipId } of partnerships) {
    let after = "";
    for (;;) {
      const done = await inTransaction((transaction) => sendSome(transaction, { partnershipId, after, now }));
      sent += done.sent;
      if (done.last === null) break;
      after = done.last;
    }
  }
  return sent;
}

async function sendSome(transaction: Transaction, { partnershipId, after, now }: { partnershipId: string; after: string; now: Date }): Promise<{ sent: number; last: string | null }> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, "partnershipId", email, language, rhythm, topics, "bodyIds", "organisationId", "confirmedAt", "toldUntil" FROM "DecisionFollower"
    WHERE "partnershipId" = ${partnershipId} AND "confirmedAt" IS NOT NULL AND id > ${after} ORDER BY id LIMIT ${batch} FOR UPDATE`;
  const followers = rows.map((row) => storedSchema.parse(row));
  const today = dayOf(now);
  const due = followers.flatMap((one) => (one.toldUntil && isDigestDue(one.rhythm, dayOf(one.toldUntil), today) ? [{ ...one, toldUntil: one.toldUntil }] : []));
  const last = followers.length === batch ? (followers.at(-1)?.id ?? null) : null;
  if (due.length === 0) return { sent: 0, last };
  const since = new Date(Math.min(...due.map(({ toldUntil }) => toldUntil.getTime())));
  const told = await listToldSince(transaction, partnershipId, since);
  const partnership = await findPartnershipById(transaction, partnershipId);
  const site = siteOfPartnership(partnership);
  let sent = 0;
  for (const { id, email, toldUntil, ...one } of due) {
    const news = told.filter((decision) => decision.notifiedAt > toldUntil && isFollowed(one, decision));
    if (news.length === 0) continue;
    const { language } = one;
    const address = (path: string) => site + pathInLanguage(path, language);
    const shown = news.slice(0, mostInDigest).map((decision) => ({ ...decision, link: address(decisionPath(partnership, decision)) }));
    const ways = { page: address(decisionsPath(partnership)), unsubscribeUrl: address(followingDecisionsPath(partnership, keyOf(id), { stopped: "yes" })), left: news.length - shown.length };
    await saveLetter(transaction, senderOf(partnership), digestLetter({ to: email, words: wordsFor(language), partnership: partnership.name }, shown, ways));
    sent += 1;
  }
  await transaction.decisionFollower.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { toldUntil: now } });
  return { sent, last };
}
