// The courier: carries codes to voters by e-mail while their poll is open. Each letter is made from the poll's key as it goes out; what
// is written down is that it went, or why not. Whoever is killed in between sends it again, with the same code. [COUNTING 4.1]
import { setTimeout as wait } from "node:timers/promises";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { config } from "#app/shared/config.server.ts";
import { db } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { logConcern } from "#app/shared/log.server.ts";
import { sendingLasts, verdictOn, waitAfter, writeSendingProblem, type SendingProblem } from "#app/shared/sending.ts";
import { lanes, longestSending, mailServerAt, type MailServer } from "#app/shared/smtp.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionState, findElection, type Election } from "./elections.store.server.ts";
import { electionPath } from "./paths.ts";
import { codeOf, pollKey, type PollKey } from "./poll-key.server.ts";
import { pollClosesAt } from "./timetable.ts";
import { codeLetter, codeLetterParts, votesOnline, type CodeFacts } from "./voter-letters.ts";

/** How many letters a lane takes at once. */
const handful = 10;

export type Courier = {
  /** Carries every letter that is due; returns when none is, or at once when it is under way already. */
  carry(): Promise<void>;
  /** The mail server it carries to, for letters that are not written down at all. */
  server: MailServer;
  /** Finishes the letters in hand and takes no other. */
  close(): void;
};

type Claimed = { id: string; voterId: string; issue: number; attempts: number; until: Date; number: number; name: string; delegate: string; place: number | null; email: string; language: string };

/** A courier with connections of its own. */
export function hireCourier(smtpUrl: string | undefined, clock: () => Date): Courier {
  const server = mailServerAt(smtpUrl);
  let [isAtWork, isLeaving] = [false, false];

  async function carryOf(which: Pick<Election, "id" | "partnershipId">): Promise<void> {
    const election = await findElection(db(), which.partnershipId, which.id);
    const key = pollKey(election.id);
    if (key === null || electionState(election, clock()) !== "poll-open") return;
    const partnership = await findPartnershipById(db(), which.partnershipId);
    let isAway = false;
    const lane = async () => {
      for (;;) {
        const claimed = isAway || isLeaving ? [] : await claim(election.id, clock());
        if (claimed.length === 0) return;
        for (const letter of claimed) {
          // because the rest of the handful is due again in a moment
          const verdict = isAway || isLeaving ? await putBack(letter, clock()) : await carryOne(letter, { server, election, partnership, key, clock });
          if (verdict === "away") isAway = true;
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  return {
    server,
    async carry() {
      if (isAtWork) return;
      isAtWork = true;
      try {
        for (const one of await listDue(clock())) await carryOf(one);
      } finally {
        isAtWork = false;
      }
    },
    close() {
      isLeaving = true;
      server.close();
    },
  };
}

async function listDue(now: Date): Promise<{ id: string; partnershipId: string }[]> {
  return db().$queryRaw`
    SELECT DISTINCT e.id, e."partnershipId" FROM "VoterLetter" l JOIN "Voter" v ON v.id = l."voterId" JOIN "NetworkElection" e ON e.id = v."electionId"
    WHERE l."nextAttemptAt" <= ${now} AND l.way = 'email' AND l."sentAt" IS NULL AND e."pollClosesAt" > ${now}`;
}

/** Takes a handful of due letters for this process alone; when whoever took them dies, they are due again after `sendingLasts`. */
async function claim(electionId: string, now: Date): Promise<Claimed[]> {
  const until = new Date(now.getTime() + sendingLasts);
  return db().$queryRaw<Claimed[]>`
    UPDATE "VoterLetter" l SET attempts = l.attempts + 1, "nextAttemptAt" = ${until}
    FROM "Voter" v
    WHERE v.id = l."voterId" AND l.id IN (
      SELECT due.id FROM "VoterLetter" due JOIN "Voter" whose ON whose.id = due."voterId" AND whose.issue = due.issue
      WHERE whose."electionId" = ${electionId} AND whose."struckReason" IS NULL AND whose.email IS NOT NULL
        AND due.way = 'email' AND due."sentAt" IS NULL AND due."nextAttemptAt" <= ${now}
      ORDER BY due."nextAttemptAt" LIMIT ${handful} FOR UPDATE OF due SKIP LOCKED)
    RETURNING l.id, l."voterId", l.issue, l.attempts, l."nextAttemptAt" AS until, v.number, v.name, v.delegate, v.place, v.email, v.language`;
}

type At = { election: Election; partnership: Partnership; key: PollKey };
export type Addressed = { voterId: string; issue: number; number: number; name: string; delegate: string; place: number | null };

/** What a voter's letter says, worked out from the poll's key this moment. */
export function codeFacts({ election, partnership, key }: At, { voterId, issue, number, name, delegate, place }: Addressed, language: Language): CodeFacts {
  const whole = (part: string) => siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, part), language);
  return {
    ...{ number, name, delegate, place, method: election.method, closesAt: pollClosesAt(election.timetable!), isReplacement: issue > 1 },
    ...{ code: votesOnline(election.method) ? codeOf(key, voterId, issue) : null, link: whole("vote"), checkLink: whole("on-the-roll") },
  };
}

/** The same letter on paper, part by part. */
export function printedParts(at: At, voter: Addressed, language: Language) {
  return codeLetterParts({ words: wordsFor(language), title: at.election.title, partnership: at.partnership.name }, codeFacts(at, voter, language));
}

async function carryOne(letter: Claimed, { server, clock, ...at }: At & { server: MailServer; clock: () => Date }): Promise<"sent" | "refused" | "later" | "away"> {
  const language = isLanguage(letter.language) ? letter.language : defaultLanguage;
  const about = { to: letter.email, words: wordsFor(language), title: at.election.title, partnership: at.partnership.name };
  const problem = await server.hand({ id: letter.id, from: senderOf(at.partnership), ...codeLetter(about, codeFacts(at, letter, language)) });
  if (problem === null) {
    await markSent(letter, clock);
    return "sent";
  }
  const verdict = verdictOn(problem);
  logConcern("code letter", { letter: letter.id, outcome: verdict, problem: writeSendingProblem(problem), attempts: letter.attempts });
  await putOff(letter, problem, clock());
  return verdict;
}

/** Writes down that a letter has gone, and tries to for as long as nobody else may take it: unwritten, it would go again. */
async function markSent({ id, until }: Claimed, clock: () => Date): Promise<void> {
  const sentAt = clock();
  for (;;) {
    try {
      await db().voterLetter.updateMany({ where: { id, sentAt: null }, data: { sentAt, nextAttemptAt: null, failedAt: null, lastProblem: null } });
      return;
    } catch (problem) {
      if (clock().getTime() > until.getTime() - 2 * longestSending) throw problem;
      await wait(500);
    }
  }
}

/** Writes down why a letter has not gone, and when it is tried again: for as long as the poll is open, unless its address is refused for good. */
async function putOff({ id, until, attempts }: Claimed, problem: SendingProblem, now: Date): Promise<void> {
  const verdict = verdictOn(problem);
  const next = verdict === "refused" ? { failedAt: now, nextAttemptAt: null } : { nextAttemptAt: new Date(now.getTime() + waitAfter(verdict, attempts)) };
  await db().voterLetter.updateMany({ where: { id, nextAttemptAt: until, sentAt: null }, data: { lastProblem: writeSendingProblem(problem), ...next } });
}

async function putBack({ id, until }: Claimed, now: Date): Promise<"later"> {
  await db().voterLetter.updateMany({ where: { id, nextAttemptAt: until, sentAt: null }, data: { attempts: { decrement: 1 }, nextAttemptAt: now } });
  return "later";
}

let ours: Courier | undefined;

/** The courier of this process. */
export function courier(): Courier {
  ours ??= hireCourier(config().smtpUrl, () => new Date());
  return ours;
}
