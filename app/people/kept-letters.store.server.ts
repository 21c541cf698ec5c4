// A partnership's letters for its administrators: how many wait, which failed and why; tried again or given up.
import { recordAudit } from "#app/shared/audit.server.ts";
import { db, isDemonstration, type Database, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { letterState, maskAddress, type LetterState } from "#app/shared/sending.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { LetterFilter } from "./kept-letters.ts";

export type KeptLetter = {
  id: string;
  kind: string;
  /** Masked. */
  to: string;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date | null;
  state: LetterState;
  attempts: number;
  lastProblem: string | null;
};

const columns = {
  ...{ id: true, kind: true, toAddress: true, createdAt: true, sentAt: true, failedAt: true, givenUpAt: true },
  ...{ sendingAt: true, nextAttemptAt: true, attempts: true, lastProblem: true },
} satisfies Prisma.LetterSelect;

function read({ toAddress, failedAt, givenUpAt, sendingAt, ...row }: Prisma.LetterGetPayload<{ select: typeof columns }>, now: Date): KeptLetter {
  const { sentAt, nextAttemptAt } = row;
  return { ...row, to: maskAddress(toAddress), state: letterState({ sentAt, failedAt, givenUpAt, sendingAt, nextAttemptAt }, now) };
}

const chosen: Record<LetterFilter, Prisma.LetterWhereInput> = {
  waiting: { sentAt: null, failedAt: null, givenUpAt: null },
  failed: { sentAt: null, failedAt: { not: null }, givenUpAt: null },
  sent: { sentAt: { not: null } },
  "given-up": { sentAt: null, givenUpAt: { not: null } },
};

type Asked = { partnershipId: string; filter: LetterFilter; before?: string | null; most?: number; now: Date };

/** Letters newest first, `most` a page, from the one before `before` back; those that have gone by when they went. */
export async function listKeptLetters(
  on: Database,
  { partnershipId, filter, before = null, most = 25, now }: Asked,
): Promise<{ letters: KeptLetter[]; nextBefore: string | null }> {
  const time = filter === "sent" ? "sentAt" : "createdAt";
  const last = before === null ? null : await on.letter.findFirst({ where: { id: before, partnershipId }, select: columns });
  const at = last?.[time];
  const rows = await on.letter.findMany({
    where: { partnershipId, ...chosen[filter], ...(last && at && { OR: [{ [time]: { lt: at } }, { [time]: at, id: { lt: last.id } }] }) },
    orderBy: [{ [time]: "desc" }, { id: "desc" }],
    take: most + 1,
    select: columns,
  });
  const letters = rows.slice(0, most).map((row) => read(row, now));
  return { letters, nextBefore: rows.length > most ? (letters.at(-1)?.id ?? null) : null };
}

/** A letter of the partnership, or 404. */
export async function findKeptLetter(on: Database, partnershipId: string, id: string | null, now: Date): Promise<KeptLetter> {
  const row = id === null ? null : await on.letter.findFirst({ where: { id, partnershipId }, select: columns });
  if (!row) throw notFound();
  return read(row, now);
}

/** Neither gone nor given up, and not in a process's hands just now. */
function inOurHands(now: Date): Prisma.LetterWhereInput {
  return { sentAt: null, givenUpAt: null, OR: [{ sendingAt: null }, { nextAttemptAt: null }, { nextAttemptAt: { lte: now } }] };
}

type Deed = { partnershipId: string; personId: string; now: Date };

/** Has one letter, or all that wait or failed, tried again now; how many that is. */
export async function retryLetters(
  transaction: Transaction,
  which: { id: string } | { filter: "waiting" | "failed" },
  { partnershipId, personId, now }: Deed,
): Promise<number> {
  const where = "id" in which ? { id: which.id } : chosen[which.filter];
  const { count } = await transaction.letter.updateMany({
    where: { AND: [{ partnershipId }, where, inOurHands(now)] },
    data: { failedAt: null, sendingAt: null, nextAttemptAt: now, retriedAt: now },
  });
  if (count === 0) return 0;
  const what =
    "id" in which
      ? { subjectKind: "letter", subjectId: which.id }
      : { subjectKind: "partnership", subjectId: partnershipId, facts: { filter: which.filter, letters: count } };
  await recordAudit(transaction, { partnershipId, personId, action: "letter.try-again", ...what });
  await addJob(transaction, "send-letters", {}, { key: "send-letters" });
  return count;
}

/** Gives a letter up: it is never sent, and its text is not kept; false when it has gone, or is being sent just now. */
export async function giveLetterUp(transaction: Transaction, id: string, { partnershipId, personId, now }: Deed): Promise<boolean> {
  const { count } = await transaction.letter.updateMany({
    where: { AND: [{ partnershipId, id }, inOurHands(now)] },
    data: { givenUpAt: now, sendingAt: null, nextAttemptAt: null, unsubscribeUrl: null, ...(isDemonstration() ? {} : { text: "" }) },
  });
  if (count === 0) return false;
  await recordAudit(transaction, { partnershipId, personId, action: "letter.give-up", subjectKind: "letter", subjectId: id });
  return true;
}

// What nobody sends any more, since before some time.
const done = (until: Date) => Prisma.sql`coalesce("sentAt", "givenUpAt", "failedAt") < ${until} AND ("sentAt" IS NOT NULL OR "nextAttemptAt" IS NULL)`;

/** How many letters are done with since before `until`, of one partnership or, given null, of all. */
export async function countForgettableLetters(on: Database, until: Date, partnershipId: string | null): Promise<number> {
  const [row] = await on.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Letter"
    WHERE ${done(until)} AND (${partnershipId}::text IS NULL OR "partnershipId" = ${partnershipId})`;
  return row?.count ?? 0;
}

const lettersAtOnce = 5_000;

/** Forgets letters that are done with since before `until`, and with them to whom they went; how many. */
export async function forgetLetters(until: Date): Promise<number> {
  for (let forgotten = 0; ; ) {
    const count = await db().$executeRaw`
      DELETE FROM "Letter" WHERE id IN (SELECT id FROM "Letter" WHERE ${done(until)} LIMIT ${lettersAtOnce})`;
    forgotten += count;
    if (count < lettersAtOnce) return forgotten;
  }
}
