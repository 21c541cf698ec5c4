// Letters to the returning officer of an election that nobody's press writes: jobs do, when their day has come.
import { senderOf } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { addDays, dayOf, instantAt } from "#app/shared/dates.ts";
import { inTransaction, type Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { defaultLanguage, isLanguage, type Text } from "#app/shared/languages.ts";
import type { Letter } from "#app/shared/letters.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import type { Words } from "#app/shared/words.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { holdElection, standingOf, type Election } from "./elections.store.server.ts";
import { papersAskedAgainInDays, waitsForPapers } from "./keeping.ts";
import { papersLetter } from "./keeping-letter.ts";
import { officeElectionPath } from "./paths.ts";
import { mayRegister } from "./registering.ts";
import { byPostLetter } from "./registering-letter.ts";
import { isPrepared } from "./steps.ts";
import { registeringClosesAt } from "./timetable.ts";

type Which = { partnershipId: string; electionId: string };
type About = { to: string; words: Words; partnership: Text };

/** Writes to the returning officer about a page of the office; nobody where there is none. */
async function writeToOfficer(transaction: Transaction, { id, partnershipId, returningOfficerId }: Election, part: string, make: (about: About, link: string) => Letter): Promise<void> {
  const officer = returningOfficerId === null ? null : await transaction.person.findUnique({ where: { id: returningOfficerId }, select: { email: true, language: true } });
  if (!officer) return;
  const partnership = await findPartnershipById(transaction, partnershipId);
  const language = isLanguage(officer.language) ? officer.language : defaultLanguage;
  const link = siteOfPartnership(partnership) + pathInLanguage(officeElectionPath(partnership, { id }, part), language);
  await saveLetter(transaction, senderOf(partnership), make({ to: officer.email, words: wordsFor(language), partnership: partnership.name }, link));
}

/** Asks to destroy the papers of an election whose file is destroyed, and again every four weeks until somebody says that it is done. */
export async function askToDestroyPapers(transaction: Transaction, election: Election, now: Date): Promise<void> {
  const { id: electionId, partnershipId, title } = election;
  await writeToOfficer(transaction, election, "kept", (about, link) => papersLetter(about, { title, link }));
  const runAt = instantAt(addDays(dayOf(now), papersAskedAgainInDays), "09:00");
  await addJob(transaction, "ask-for-papers", { partnershipId, electionId }, { key: `ask-for-papers ${electionId}`, runAt });
}

/** Asks again where nobody has said so yet. */
export async function askForPapersAgain({ partnershipId, electionId }: Which, now: Date): Promise<void> {
  await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnershipId, electionId);
    if (waitsForPapers(election)) await askToDestroyPapers(transaction, election, now);
  });
}

/** Has the returning officer told, when residents can no longer put themselves on the roll, that some are on it by their word alone. */
export function tellOnceClosed(transaction: Transaction, { id: electionId, partnershipId, timetable }: Election): Promise<void> {
  return addJob(transaction, "tell-of-registered", { partnershipId, electionId }, { key: `tell-of-registered ${electionId}`, runAt: registeringClosesAt(timetable!) });
}

/** Tells it; later where the day has moved, and not where nobody is left of whom it would tell, or the roll is frozen already. */
export async function tellOfRegistered({ partnershipId, electionId }: Which, now: Date): Promise<void> {
  await inTransaction(async (transaction) => {
    const election = await holdElection(transaction, partnershipId, electionId);
    const standing = standingOf(election);
    if (mayRegister(election, standing, now)) return tellOnceClosed(transaction, election);
    const byPost = await transaction.voter.count({ where: { electionId, declaredAt: { not: null }, email: null, struckReason: null } });
    const isOver = isPrepared(election) || standing.steps.some((kind) => kind === "abandoned" || kind === "annulled");
    if (isOver || byPost === 0) return;
    await writeToOfficer(transaction, election, "roll", (about, link) => byPostLetter(about, { title: election.title, count: byPost, link }));
  });
}
