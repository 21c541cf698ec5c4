// The postman: sends the letters that are due, several at a time, until each has gone or is past trying.
// docs/decisions/0011 tells what "each arrives once" means and where it ends.
import { setTimeout as wait } from "node:timers/promises";
import { Prisma } from "#prisma/client/client.ts";
import { config } from "./config.server.ts";
import { db, isDemonstration } from "./db.server.ts";
import type { Language } from "./languages.ts";
import { logConcern } from "./log.server.ts";
import {
  sendingLasts,
  triedFor,
  verdictOn,
  waitAfter,
  writeSendingProblem,
  type SendingProblem,
  type Verdict,
} from "./sending.ts";
import { lanes, longestSending, mailServerAt, type MailServer } from "./smtp.server.ts";

/** After the server was found away, a process leaves it in peace for so long. */
const peace = 30_000;

/** How attempts of this process ended, since it began. */
export const letterOutcomes = { sent: 0, refused: 0, "put-off": 0, "server-away": 0 };

const outcomeOf = { refused: "refused", later: "put-off", away: "server-away" } as const;

/** How long a postman who leaves waits for the server to take the letters in hand. */
const longestFarewell = 20_000;

type ClaimedLetter = {
  id: string;
  toAddress: string;
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
  language: Language;
  subject: string;
  text: string;
  unsubscribeUrl: string | null;
  attempts: number;
  lastProblem: string | null;
  triedSince: Date;
  claimedAt: Date;
};

export type Postman = {
  /** Sends what is due, the letter named first; returns when nothing is due, or at once when all lanes are at work. */
  send(letterId?: string): Promise<void>;
  /** Finishes the letters in hand, takes no other, and hangs up. */
  close(): void;
};

/** A postman with connections of his own. Without a mail server the demonstration's letters count as sent: its outbox is where they are read. */
export function hirePostman(smtpUrl: string | undefined, clock: () => Date): Postman {
  const server = mailServerAt(smtpUrl);
  const atWork = new Set<number>();
  let moreCame = false;
  let awayUntil = 0;
  let isLeaving = false;

  async function work(lane: number, letterId: string | undefined): Promise<void> {
    atWork.add(lane);
    try {
      let which: { id?: string; newestFirst?: boolean } = letterId === undefined ? {} : { id: letterId };
      while (!isLeaving && clock().getTime() >= awayUntil) {
        moreCame = false;
        const letter = await claimLetter(clock(), which);
        if (letter && (await deliver(letter, server, clock)) === "away") awayUntil = clock().getTime() + peace;
        if (!letter && which.id === undefined && !moreCame) return;
        which = { newestFirst: lane === 0 };
      }
    } finally {
      atWork.delete(lane);
    }
  }

  return {
    async send(letterId) {
      const lane = [...Array(lanes).keys()].find((one) => !atWork.has(one));
      if (lane !== undefined) return work(lane, letterId);
      moreCame = true; // because a lane that has just found nothing due must look again before it rests
    },
    close() {
      isLeaving = true;
      server.close();
      setTimeout(() => server.close({ force: true }), longestFarewell).unref();
    },
  };
}

/**
 * Takes a due letter for this process alone: the row's lock keeps others from it while that is written down, and from then
 * on it is not due. When whoever took it dies, it is due again after `sendingLasts`. One lane takes the newest first, because
 * somebody may wait at a screen for a code while thousands of other letters go out.
 */
async function claimLetter(now: Date, which: { id?: string; newestFirst?: boolean }): Promise<ClaimedLetter | undefined> {
  const until = new Date(now.getTime() + sendingLasts);
  const named = which.id === undefined ? Prisma.empty : Prisma.sql`AND id = ${which.id}`;
  const order = which.newestFirst ? Prisma.sql`"nextAttemptAt" DESC` : Prisma.sql`"nextAttemptAt"`;
  const [claimed] = await db().$queryRaw<ClaimedLetter[]>`
    UPDATE "Letter" SET "sendingAt" = ${now}, "nextAttemptAt" = ${until}, attempts = attempts + 1
    WHERE id = (
      SELECT id FROM "Letter"
      WHERE "nextAttemptAt" <= ${now} AND "sentAt" IS NULL ${named}
      ORDER BY ${order} LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, "toAddress", "fromName", "fromAddress", "replyTo", language, subject, text, "unsubscribeUrl", attempts, "lastProblem",
      COALESCE("retriedAt", "createdAt") AS "triedSince", "sendingAt" AS "claimedAt"`;
  return claimed;
}

async function deliver(letter: ClaimedLetter, server: MailServer, clock: () => Date): Promise<"sent" | Verdict> {
  const { fromName: name, fromAddress: address, replyTo, toAddress: to } = letter;
  const problem = await server.hand({ ...letter, to, from: { name, address, replyTo } });
  if (problem) {
    const verdict = verdictOn(problem);
    letterOutcomes[outcomeOf[verdict]] += 1;
    logConcern("letter", { letter: letter.id, outcome: outcomeOf[verdict], problem: writeSendingProblem(problem), attempts: letter.attempts });
    await putOff(letter, problem, clock());
    return verdict;
  }
  letterOutcomes.sent += 1;
  await markSent(letter, clock);
  if (letter.lastProblem !== null) await bringForward(letter.lastProblem, clock());
  return "sent";
}

/** Writes down that a letter has gone, and tries to for as long as nobody else may take it: unwritten, it would go again. */
async function markSent({ id }: ClaimedLetter, clock: () => Date): Promise<void> {
  const sentAt = clock();
  const text = isDemonstration() ? {} : { text: "" };
  const gone = { sentAt, sendingAt: null, nextAttemptAt: null, failedAt: null, lastProblem: null, unsubscribeUrl: null, ...text };
  const patience = sentAt.getTime() + sendingLasts - 2 * longestSending;
  for (;;) {
    try {
      await db().letter.updateMany({ where: { id, sentAt: null }, data: gone });
      return;
    } catch (problem) {
      if (clock().getTime() > patience) throw problem;
      await wait(500);
    }
  }
}

/** Writes down why a letter has not gone, and when it is tried again, unless somebody else has taken it meanwhile. */
async function putOff(letter: ClaimedLetter, problem: SendingProblem, now: Date): Promise<void> {
  const verdict = verdictOn(problem);
  const isPast = verdict === "refused" || now.getTime() - letter.triedSince.getTime() > triedFor;
  await db().letter.updateMany({
    where: { id: letter.id, sendingAt: letter.claimedAt, sentAt: null },
    data: {
      sendingAt: null,
      lastProblem: writeSendingProblem(problem),
      ...(isPast
        ? { failedAt: now, nextAttemptAt: null }
        : { nextAttemptAt: new Date(now.getTime() + waitAfter(verdict, letter.attempts)) }),
    },
  });
}

/** When a letter that had been put off has gone, what was put off for the same reason need not wait any longer. */
async function bringForward(lastProblem: string, now: Date): Promise<void> {
  await db().letter.updateMany({
    where: { lastProblem, nextAttemptAt: { gt: now }, sendingAt: null, sentAt: null },
    data: { nextAttemptAt: now },
  });
}

let ours: Postman | undefined;

/** The postman of this process. */
export function postman(): Postman {
  ours ??= hirePostman(config().smtpUrl, () => new Date());
  return ours;
}
