// The notice of an election is published once, and everybody who votes for a member is told of it in their language.
import { listMembers } from "#app/networks/members.store.server.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import { writtenTo } from "#app/networks/delegate.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetters } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { takeStep, type By, type Election } from "./elections.store.server.ts";
import { noticeLetter } from "./notice-letter.ts";
import { electionPath } from "./paths.ts";

/** In either of these a member belongs, and votes. */
const belonging = ["active", "due"] as const;

type Reader = { email: string; language: Language };

/** Those who are written to: of every member that belongs now, and to the part that votes; one person once. And how many members have no address. */
export async function listNoticeReaders(on: Database, election: Election, now: Date): Promise<{ readers: Reader[]; withoutAddress: number }> {
  const network = await findNetwork(on, election.partnershipId, election.network.slug);
  const readers = new Map<string, Reader>();
  let withoutAddress = 0;
  for (const state of belonging) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listMembers>> = await listMembers(on, network, { state, part: election.constituencyId, after, most: 500, today: dayOf(now) });
      for (const { delegate, deputy } of page.members) {
        const to = writtenTo([...(delegate ? [{ role: "delegate", ...delegate }] : []), ...(deputy ? [{ role: "deputy", ...deputy }] : [])]);
        if (to === null) withoutAddress += 1;
        else readers.set(to.email, { email: to.email, language: to.language });
      }
      after = page.nextAfter;
    } while (after !== null);
  }
  return { readers: [...readers.values()], withoutAddress };
}

/** Publishes the notice of an election that is held and planned, with letters to all who are to know; how many letters. */
export async function publishNotice(transaction: Transaction, by: By, partnership: Partnership, election: Election): Promise<number> {
  const { timetable, title, role, seats, delegates } = election;
  if (timetable === null) throw new Error("An election without dates has no notice.");
  const { readers } = await listNoticeReaders(transaction, election, by.now);
  await takeStep(transaction, by, election, { kind: "notice-published", facts: { letters: readers.length } });
  const letters = readers.map(({ email, language }) => {
    const whole = (part = "") => siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, part), language);
    return noticeLetter({ to: email, words: wordsFor(language), partnership: partnership.name }, { title, role, seats, delegates, timetable, network: election.network.name, link: whole(), rollLink: whole("on-the-roll") });
  });
  for (let from = 0; from < letters.length; from += 500) await saveLetters(transaction, senderOf(partnership), letters.slice(from, from + 500));
  return letters.length;
}
