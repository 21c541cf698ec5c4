// Dates that move after the notice: saved with their reason, and told once by letter to everybody concerned whom an e-mail reaches.
import { z } from "zod";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { defaultLanguage, isLanguage, textSchema, type Language, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetters } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { datesLetter, extendedLetter } from "./date-letters.ts";
import { changedDays } from "./dates-form.ts";
import { electionState, findElection, saveTimetable, takeStep, type By, type Election } from "./elections.store.server.ts";
import { listNoticeReaders } from "./notice.store.server.ts";
import { electionPath } from "./paths.ts";
import { isPrepared } from "./steps.ts";
import { pollClosesAt, timetableDays, type Timetable, type TimetableDay } from "./timetable.ts";

type Reader = { email: string; language: Language };

/**
 * Those who are told of other dates, each once, and how many on the roll have no address. Before the roll is frozen they are those who vote for
 * members, whoever is on the roll already, and those who stand; afterwards the roll and those who stand.
 */
export async function listMovedReaders(on: Database, election: Election, now: Date): Promise<{ readers: Reader[]; withoutAddress: number }> {
  const { id: electionId } = election;
  const members = isPrepared(election) ? null : await listNoticeReaders(on, election, now);
  const voters = await on.voter.findMany({ where: { electionId, struckReason: null }, select: { email: true, language: true } });
  const standing = await on.nomination.findMany({ where: { electionId, consentedAt: { not: null }, withdrawnAt: null, OR: [{ ruling: null }, { ruling: "valid" }] }, select: { email: true, language: true } });
  const readers = new Map<string, Reader>((members?.readers ?? []).map((one) => [one.email.toLowerCase(), one]));
  for (const { email, language } of [...voters, ...standing]) {
    if (email && !readers.has(email.toLowerCase())) readers.set(email.toLowerCase(), { email, language: isLanguage(language) ? language : defaultLanguage });
  }
  const withoutAddress = members && voters.length === 0 ? members.withoutAddress : voters.filter(({ email }) => email === null).length;
  return { readers: [...readers.values()], withoutAddress };
}

/** Whether the poll is open and its close is moved: that is an extension, because it is never made shorter. */
export function isExtension(election: Election, after: Timetable, now: Date): boolean {
  return election.timetable !== null && electionState(election, now) === "poll-open" && pollClosesAt(after).getTime() !== pollClosesAt(election.timetable).getTime();
}

/** More letters than these are written by a job, so that nobody waits for them. */
export const mostAtOnce = 300;

const daySchema = z.string();
const timetableSchema = z.object({ ...(Object.fromEntries(timetableDays.map((day) => [day, daySchema])) as Record<TimetableDay, typeof daySchema>), pollClosesTime: z.string() });
const changeSchema = z.object({ before: timetableSchema, after: timetableSchema, reason: textSchema, isExtended: z.boolean() });
type Change = z.infer<typeof changeSchema>;

/** Moves dates of an election that is held, after its notice; how many letters tell of it. The caller has argued with the dates. */
export async function moveDates(transaction: Transaction, by: By, partnership: Partnership, election: Election, after: Timetable, reason: Text): Promise<number> {
  const before = election.timetable;
  if (before === null) throw new Error("An election without dates has none that move.");
  const isExtended = isExtension(election, after, by.now);
  const { readers } = await listMovedReaders(transaction, election, by.now);
  await saveTimetable(transaction, by, election, after);
  const facts = { count: changedDays(before, after).length, letters: readers.length };
  const instants = { from: pollClosesAt(before).toISOString(), until: pollClosesAt(after).toISOString() };
  await takeStep(transaction, by, election, isExtended ? { kind: "poll-extended", reason, facts: { ...facts, ...instants } } : { kind: "dates-changed", reason, facts });
  const change: Change = { before, after, reason, isExtended };
  if (readers.length <= mostAtOnce) await writeTo(transaction, partnership, election, readers, change);
  else await addJob(transaction, "tell-of-dates", { partnershipId: partnership.id, electionId: election.id, change });
  return readers.length;
}

/** Writes the letters of a change that was left to a job: all of them or none. */
export async function tellOfDates({ partnershipId, electionId, change }: { partnershipId: string; electionId: string; change: unknown }, now: Date): Promise<void> {
  const read = changeSchema.parse(change);
  const partnership = await findPartnershipById(db(), partnershipId);
  await inTransaction(async (transaction) => {
    const election = await findElection(transaction, partnershipId, electionId);
    await writeTo(transaction, partnership, election, (await listMovedReaders(transaction, election, now)).readers, read);
  }, 120_000);
}

async function writeTo(transaction: Transaction, partnership: Partnership, election: Election, readers: readonly Reader[], { isExtended, ...change }: Change): Promise<void> {
  const letters = readers.map(({ email, language }) => {
    const whole = (part: string) => siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, part), language);
    const about = { to: email, words: wordsFor(language), partnership: partnership.name };
    const moved = { title: election.title, network: election.network.name, ...change, link: whole("") };
    return isExtended ? extendedLetter(about, { ...moved, method: election.method, voteLink: whole("vote"), checkLink: whole("on-the-roll") }) : datesLetter(about, moved);
  });
  for (let from = 0; from < letters.length; from += 500) await saveLetters(transaction, senderOf(partnership), letters.slice(from, from + 500));
}
