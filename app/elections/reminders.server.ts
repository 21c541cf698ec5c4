// Reminders to those who have not voted. Who that is, only the poll's key can tell, and only while it lives; it is worked out as the
// letters go and written down nowhere: each reminder leaves a mark under a name that nobody without the key can make, in no order that
// means anything, and how many went is told to nobody. [COUNTING 4.2, 4.8]
import { randomInt } from "node:crypto";
import { senderOf } from "#app/partnerships/partnership.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { db, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import { PlainError } from "#app/shared/plain-error.ts";
import { verdictOn } from "#app/shared/sending.ts";
import { lanes, type MailServer } from "#app/shared/smtp.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { codeFacts } from "./courier.server.ts";
import { electionState, findElection, takeStep, type By, type Election } from "./elections.store.server.ts";
import { markOf, pollKey, slotOf } from "./poll-key.server.ts";
import { reminderLetter } from "./voter-letters.ts";

/** When reminders were asked for, the first one first. */
export function remindedAt({ steps }: Pick<Election, "steps">): Date[] {
  return steps.filter(({ kind }) => kind === "reminded").map(({ at }) => at);
}

/** Has those reminded who have not voted; the caller holds the election and has asked the rule. */
export async function askToRemind(transaction: Transaction, by: By, election: Election): Promise<void> {
  await takeStep(transaction, by, election, { kind: "reminded" });
  await addJob(transaction, "send-reminders", { partnershipId: election.partnershipId, electionId: election.id });
}

type Reminded = { id: string; issue: number; number: number; name: string; delegate: string; place: number | null; email: string; language: string; isByEmail: boolean };

/** Sends the reminder that was asked for last to whoever has not voted and has not had it. Fails, to be tried again, where the mail server would not take all. */
export async function sendReminders(which: { partnershipId: string; electionId: string }, server: MailServer, clock: () => Date): Promise<void> {
  const election = await findElection(db(), which.partnershipId, which.electionId);
  const key = pollKey(election.id);
  const count = remindedAt(election).length;
  if (key === null || count === 0 || electionState(election, clock()) !== "poll-open") return;
  const partnership = await findPartnershipById(db(), election.partnershipId);
  const at = { election, partnership, key };
  const voters = shuffled(await listReachable(election.id));
  let isUnfinished = false;
  const lane = async () => {
    for (let voter = voters.pop(); voter && !isUnfinished; voter = voters.pop()) {
      if (await hasVoted(election.id, slotOf(key, voter.id))) continue;
      const mark = { electionId: election.id, mark: markOf(key, voter.id, `reminder-${count}`) };
      const { count: marked } = await db().pollMark.createMany({ data: [mark], skipDuplicates: true });
      if (marked === 0) continue;
      const language = isLanguage(voter.language) ? voter.language : defaultLanguage;
      const facts = codeFacts(at, { ...voter, voterId: voter.id }, language);
      const about = { to: voter.email, words: wordsFor(language), title: election.title, partnership: partnership.name };
      // because a code that went by post may have been sent so for a reason
      const letter = reminderLetter(about, voter.isByEmail ? facts : { ...facts, code: null });
      const problem = await server.hand({ id: newId(), from: senderOf(partnership), ...letter });
      if (problem === null || verdictOn(problem) === "refused") continue;
      await db().pollMark.deleteMany({ where: mark });
      isUnfinished = true;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (isUnfinished) throw new PlainError("The mail server did not take all reminders: the rest is tried again.");
}

/** Those on the roll whom an e-mail reaches, with whether their last code went by one. */
async function listReachable(electionId: string): Promise<Reminded[]> {
  return db().$queryRaw<Reminded[]>`
    SELECT v.id, v.issue, v.number, v.name, v.delegate, v.place, v.email, v.language, l.way = 'email' AS "isByEmail"
    FROM "Voter" v JOIN "VoterLetter" l ON l."voterId" = v.id AND l.issue = v.issue
    WHERE v."electionId" = ${electionId} AND v."struckReason" IS NULL AND v.email IS NOT NULL AND l."sentAt" IS NOT NULL AND l."returnedAt" IS NULL`;
}

async function hasVoted(electionId: string, slot: string): Promise<boolean> {
  return (await db().ballotBox.count({ where: { electionId, slot } })) > 0;
}

/** In an order drawn by chance, so that the order of the marks says nothing of the roll's. */
function shuffled<One>(all: One[]): One[] {
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    [all[index], all[other]] = [all[other]!, all[index]!];
  }
  return all;
}
