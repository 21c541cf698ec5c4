// Whoever asks whether they are on the roll: answered by a letter to the address they gave and nowhere else, so that nobody learns who
// is on it; and the link in that letter, by which a voter sees their own entry and has a new code made.
import { senderOf } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newToken } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { electionState, findElection, type Election } from "./elections.store.server.ts";
import { electionPath } from "./paths.ts";
import { findVoter, type Voter } from "./roll.store.server.ts";
import { onRollLetter, type OnRoll } from "./voter-letters.ts";

const purpose = "election roll link";
/** Nobody votes for more entries than these by one address. */
const mostEntries = 20;

/** Whether whoever asks is still answered: from when the roll is made until the poll closes. */
export function mayAsk(election: Election, now: Date): boolean {
  return ["notice-published", "nominations-open", "nominations-closed", "candidates-confirmed", "poll-open"].includes(electionState(election, now));
}

export type Asking = { partnershipId: string; electionId: string; email: string; language: Language; now: Date };

/** Answers an address that is on the roll, or that the network knows; writes to nobody else. Whether it wrote. */
export async function answerAsking(transaction: Transaction, { partnershipId, electionId, email, language, now }: Asking): Promise<boolean> {
  const election = await findElection(transaction, partnershipId, electionId);
  if (!mayAsk(election, now)) return false;
  const ids = await transaction.voter.findMany({ where: { electionId, email, struckReason: null }, select: { id: true }, orderBy: { number: "asc" }, take: mostEntries });
  if (ids.length === 0 && !(await isKnown(transaction, election, email))) return false;
  const partnership = await findPartnershipById(transaction, partnershipId);
  const words = wordsFor(language);
  const whole = (part: string, query: Record<string, string> = {}) => siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, part, query), language);
  const entries: OnRoll[] = [];
  for (const { id } of ids) {
    const token = newToken();
    await transaction.voter.update({ where: { id }, data: { linkHash: keyedHash(purpose, token) } });
    const voter = await findVoter(transaction, election, id);
    entries.push({ ...codeOfEntry(election, voter, words.date), number: voter.number, name: voter.name, delegate: voter.delegate, place: voter.place, link: whole("my-entry", { key: token }) });
  }
  await saveLetter(transaction, senderOf(partnership), onRollLetter({ to: email, words, title: election.title, partnership: partnership.name }, entries, { addLink: whole("") }));
  return true;
}

/** Whether an address is that of somebody who votes for a member of the network, or whose entry was struck off, or who has asked to be put on the roll. */
async function isKnown(on: Database, { id: electionId, network }: Election, email: string): Promise<boolean> {
  const isStruck = (await on.voter.count({ where: { electionId, email } })) > 0;
  const hasAsked = (await on.voterRegistration.count({ where: { electionId, email } })) > 0;
  return isStruck || hasAsked || (await on.networkDelegate.count({ where: { email, member: { networkId: network.id, leftOn: null } } })) > 0;
}

/** What became of an entry's code so far. */
export function codeOfEntry({ timetable }: Pick<Election, "timetable">, { letters: [letter] }: Pick<Voter, "letters">, date: (day: string) => string): Pick<OnRoll, "code" | "on"> {
  if (!letter) return { code: "later", on: timetable ? date(timetable.pollOpensOn) : "" };
  if (letter.delivery === "sent" || letter.delivery === "posted") return { code: letter.delivery, on: date(dayOf(letter.sentAt!)) };
  if (letter.nextAttemptAt && letter.attempts === 0 && timetable) return { code: "later", on: date(timetable.pollOpensOn) };
  return letter.nextAttemptAt ? { code: "waiting", on: "" } : { code: "none", on: "" };
}

/** The entry a link belongs to, using nothing up; null where it opens nothing any more. */
export async function findVoterByLink(on: Database, election: Election, token: string, now: Date): Promise<Voter | null> {
  if (!mayAsk(election, now)) return null;
  const row = await on.voter.findFirst({ where: { electionId: election.id, struckReason: null, linkHash: { in: keyedHashes(purpose, token) } }, select: { id: true } });
  return row && findVoter(on, election, row.id);
}
