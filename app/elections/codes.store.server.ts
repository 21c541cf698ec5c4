// Codes of an election: made when the poll is prepared, replaced one by one, and what became of the letters that carry them. A code is
// made from the poll's key whenever it is needed; nothing here keeps one. [COUNTING 4.1]
import { recordAudit } from "#app/shared/audit.server.ts";
import { instantAt } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { takeStep, type By, type Election } from "./elections.store.server.ts";
import { codeHashOf, codeOf, makePollKey, pollKey, type PollKey } from "./poll-key.server.ts";
import { wayOf } from "./roll.ts";
import { stopLetters } from "./roll.store.server.ts";
import { votesOnline } from "./voter-letters.ts";

/** The first moment at which codes go out: when the day of the opening begins. */
export function codesGoAt({ timetable }: Pick<Election, "timetable">, now: Date): Date {
  const opens = instantAt(timetable!.pollOpensOn, "00:00");
  return opens > now ? opens : now;
}

/** Prepares the poll of an election that is held: its key, a code for each entry that stands, and a letter to each, due when the poll opens. How many. */
export async function preparePoll(transaction: Transaction, by: By, election: Election): Promise<number> {
  makePollKey(election.id);
  const key = pollKey(election.id)!;
  const voters = await transaction.voter.findMany({ where: { electionId: election.id, struckReason: null }, select: { id: true, issue: true, email: true } });
  const rows = voters.map(({ id, issue, email }) => ({
    ...{ id, letterId: newId(), issue, way: wayOf({ email }) },
    codeHash: votesOnline(election.method) ? codeHashOf(key, codeOf(key, id, issue)) : null,
  }));
  await transaction.$executeRaw`
    UPDATE "Voter" v SET "codeHash" = one."codeHash" FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one(id text, "codeHash" text) WHERE v.id = one.id`;
  await transaction.$executeRaw`
    INSERT INTO "VoterLetter" (id, "partnershipId", "voterId", issue, way, "askedAt", "nextAttemptAt")
    SELECT one."letterId", ${by.partnershipId}, one.id, one.issue, one.way, ${by.now}, ${codesGoAt(election, by.now)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one(id text, "letterId" text, issue int, way text)`;
  // because nobody can answer any more
  await transaction.voterRegistration.deleteMany({ where: { electionId: election.id } });
  await transaction.networkElection.update({ where: { id: election.id }, data: { issued: voters.length } });
  await takeStep(transaction, by, election, { kind: "poll-prepared", facts: { issued: voters.length } });
  await addJob(transaction, "send-codes", {}, { key: "send-codes" });
  return voters.length;
}

/** Makes an entry's next code: the one before dies at once, and letters with it that have not gone never will. The new one is due in the way asked for. */
export async function replaceCode(transaction: Transaction, by: By, election: Election, voterId: string, { way, reason }: { way: "email" | "post"; reason: string }): Promise<void> {
  const key = pollKey(election.id);
  if (key === null) throw new Error("The poll has no key here");
  const { issue } = await transaction.voter.update({ where: { id: voterId }, data: { issue: { increment: 1 }, linkHash: null }, select: { issue: true } });
  await issueCode(transaction, by, election, { voterId, issue, way, reason, key });
  await recordAudit(transaction, { partnershipId: by.partnershipId, ...(by.personId && { personId: by.personId }), action: "roll.replace-code", subjectKind: "voter", subjectId: voterId, facts: { issue } });
}

/** Makes the first code of an entry that came onto the roll after the poll was prepared, which counts among those issued. */
export async function issueFirstCode(transaction: Transaction, by: By, election: Election, voterId: string, way: "email" | "post"): Promise<void> {
  const key = pollKey(election.id);
  if (key === null) throw new Error("The poll has no key here");
  await issueCode(transaction, by, election, { voterId, issue: 1, way, reason: "", key });
}

async function issueCode(transaction: Transaction, { partnershipId, now }: By, election: Election, { voterId, issue, way, reason, key }: { voterId: string; issue: number; way: "email" | "post"; reason: string; key: PollKey }): Promise<void> {
  const codeHash = votesOnline(election.method) ? codeHashOf(key, codeOf(key, voterId, issue)) : null;
  await transaction.voter.update({ where: { id: voterId }, data: { codeHash } });
  await stopLetters(transaction, voterId);
  await transaction.voterLetter.create({ data: { id: newId(), partnershipId, voterId, issue, way, reason, askedAt: now, nextAttemptAt: codesGoAt(election, now) } });
  await countIssued(transaction, election);
  await addJob(transaction, "send-codes", {}, { key: "send-codes" });
}

/** Counts anew how many may vote, where an entry came onto the roll or was struck off after the poll was prepared. */
export async function countIssued(transaction: Transaction, { id }: Pick<Election, "id">): Promise<void> {
  await transaction.networkElection.update({ where: { id }, data: { issued: await transaction.voter.count({ where: { electionId: id, struckReason: null } }) } });
}

export type Sending = { email: number; sent: number; failed: number; returned: number; waiting: number; post: number; posted: number };

/** How far the letters with the last code of each entry that stands have come. */
export async function countLetters(on: Database, { id: electionId }: Pick<Election, "id">): Promise<Sending> {
  const [counts] = await on.$queryRaw<[Sending]>`
    SELECT (count(*) FILTER (WHERE way = 'email'))::int AS email, (count(*) FILTER (WHERE way = 'email' AND "sentAt" IS NOT NULL AND "returnedAt" IS NULL))::int AS sent,
      (count(*) FILTER (WHERE way = 'email' AND "failedAt" IS NOT NULL))::int AS failed, (count("returnedAt"))::int AS returned,
      (count(*) FILTER (WHERE way = 'email' AND "sentAt" IS NULL AND "failedAt" IS NULL))::int AS waiting,
      (count(*) FILTER (WHERE way = 'post'))::int AS post, (count(*) FILTER (WHERE way = 'post' AND "sentAt" IS NOT NULL AND "returnedAt" IS NULL))::int AS posted
    FROM "VoterLetter" l JOIN "Voter" v ON v.id = l."voterId" AND v.issue = l.issue
    WHERE v."electionId" = ${electionId} AND v."struckReason" IS NULL AND (l."sentAt" IS NOT NULL OR l."failedAt" IS NOT NULL OR l."nextAttemptAt" IS NOT NULL)`;
  return counts;
}

/** Notes that printed letters were posted: those of them that were printed with the last code; how many. */
export async function markPosted(transaction: Transaction, { partnershipId, personId, now }: By, { id: electionId }: Pick<Election, "id">, letterIds: readonly string[]): Promise<number> {
  const count = await transaction.$executeRaw`
    UPDATE "VoterLetter" l SET "sentAt" = ${now}, "nextAttemptAt" = NULL FROM "Voter" v
    WHERE v.id = l."voterId" AND v.issue = l.issue AND v."electionId" = ${electionId} AND v."struckReason" IS NULL
      AND l.id = ANY(${[...letterIds]}) AND l.way = 'post' AND l."sentAt" IS NULL AND l."nextAttemptAt" IS NOT NULL`;
  if (count > 0) await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: "roll.posted", subjectKind: "election", subjectId: electionId, facts: { count } });
  return count;
}

/** Notes that a letter came back; or that this was a mistake. */
export async function markReturned(transaction: Transaction, { partnershipId, personId, now }: By, voterId: string, letterId: string, isReturned: boolean): Promise<void> {
  const { count } = await transaction.voterLetter.updateMany({ where: { id: letterId, voterId, sentAt: { not: null }, returnedAt: isReturned ? null : { not: null } }, data: { returnedAt: isReturned ? now : null } });
  if (count > 0) await recordAudit(transaction, { partnershipId, ...(personId && { personId }), action: isReturned ? "roll.returned" : "roll.not-returned", subjectKind: "voter", subjectId: voterId });
}
