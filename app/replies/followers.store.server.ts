// People who asked to be told what becomes of a consultation. An address counts once whoever reads it has said yes, and is
// deleted once they have been told.
import { findConsultation } from "#app/consultations/store.server.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { followingPath, outcomePath } from "#app/consultations/paths.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { confirmFollowingLetter, confirmInDays, outcomeLetter } from "./letters.ts";

const purpose = "following link";

type Asked = { partnership: Partnership; consultation: Consultation; email: string; language: Language; now: Date };

/** Asks the address, by a letter with a link; asked again, the new link takes the place of the old. */
export async function askToFollow(transaction: Transaction, { partnership, consultation, language, now, ...asked }: Asked): Promise<void> {
  const [token, email] = [newToken(), asked.email.toLowerCase()];
  const { id: consultationId, partnershipId } = consultation;
  const linkHash = keyedHash(purpose, token);
  const { confirmedAt } = await transaction.follower.upsert({
    where: { consultationId_email: { consultationId, email } },
    create: { id: newId(), partnershipId, consultationId, email, language, linkHash, askedAt: now },
    update: { language, linkHash, askedAt: now },
  });
  const link = siteOfPartnership(partnership) + pathInLanguage(followingPath(partnership, token), language);
  const about = { to: email, words: wordsFor(language), consultation: consultation.title, partnership: partnership.name };
  await saveLetter(transaction, senderOf(partnership), confirmFollowingLetter(about, { link, isConfirmed: confirmedAt !== null }));
}

export type Following = { id: string; consultationId: string; isConfirmed: boolean };

const waitingSince = (now: Date) => new Date(now.getTime() - confirmInDays * 86_400_000);

/** Who a link belongs to, using nothing up; null where it opens nothing any more. */
export async function findFollowing(on: Database, partnershipId: string, token: string, now: Date): Promise<Following | null> {
  const row = await on.follower.findFirst({
    where: {
      ...{ partnershipId, linkHash: { in: keyedHashes(purpose, token) } },
      OR: [{ confirmedAt: { not: null } }, { askedAt: { gt: waitingSince(now) } }],
    },
  });
  return row && { id: row.id, consultationId: row.consultationId, isConfirmed: row.confirmedAt !== null };
}

export async function confirmFollowing(transaction: Transaction, { id }: Following, now: Date): Promise<void> {
  await transaction.follower.updateMany({ where: { id, confirmedAt: null }, data: { confirmedAt: now } });
}

export async function stopFollowing(transaction: Transaction, { id }: Following): Promise<void> {
  await transaction.follower.deleteMany({ where: { id } });
}

/** How many are to be told: those whose address was confirmed. */
export function countFollowers(on: Database, consultationId: string): Promise<number> {
  return on.follower.count({ where: { consultationId, confirmedAt: { not: null } } });
}

const forgettable = (now: Date) => ({ confirmedAt: null, askedAt: { lt: waitingSince(now) } });

/** How many addresses nobody confirmed in time. */
export function countForgettableFollowers(on: Database, now: Date, partnershipId: string | null): Promise<number> {
  return on.follower.count({ where: { ...forgettable(now), ...(partnershipId !== null && { partnershipId }) } });
}

/** Deletes the addresses that nobody confirmed in time; how many that was. */
export async function forgetFollowers(transaction: Transaction, now: Date): Promise<number> {
  return (await transaction.follower.deleteMany({ where: forgettable(now) })).count;
}

const batch = 200;

/** Writes to everybody who asked and forgets their addresses; how many were told. */
export async function tellFollowers(given: { partnershipId: string; consultationId: string }): Promise<number> {
  let told = 0;
  for (;;) {
    const now = await inTransaction((transaction) => tellSome(transaction, given));
    told += now;
    if (now < batch) return told;
  }
}

async function tellSome(transaction: Transaction, { partnershipId, consultationId }: { partnershipId: string; consultationId: string }): Promise<number> {
  const consultation = await findConsultation(transaction, partnershipId, consultationId);
  const partnership = await findPartnershipById(transaction, partnershipId);
  if (!partnership || !consultation.outcomePublishedAt) return 0;
  const rows = await transaction.$queryRaw<{ id: string; email: string; language: string }[]>`
    SELECT id, email, language FROM "Follower" WHERE "consultationId" = ${consultationId} AND "confirmedAt" IS NOT NULL
    ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  for (const { email, ...row } of rows) {
    const language = isLanguage(row.language) ? row.language : defaultLanguage;
    const link = siteOfPartnership(partnership) + pathInLanguage(outcomePath(partnership, consultation), language);
    const about = { to: email, words: wordsFor(language), consultation: consultation.title, partnership: partnership.name };
    await saveLetter(transaction, senderOf(partnership), outcomeLetter(about, { link }));
  }
  await transaction.follower.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  await transaction.outcome.updateMany({ where: { consultationId }, data: { told: { increment: rows.length } } });
  return rows.length;
}
