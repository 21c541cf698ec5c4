// Letters with codes that go by post: which are to be printed, and what each says, made this moment from the poll's key and kept nowhere.
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { db } from "#app/shared/db.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { printedParts } from "./courier.server.ts";
import type { By, Election } from "./elections.store.server.ts";
import { pollKey } from "./poll-key.server.ts";
import type { LetterPart } from "./voter-letters.ts";

/** How many letters are printed at a time. */
export const printedAtOnce = 50;

export type PrintedLetter = { id: string; number: number; to: string; language: Language; address: string[]; parts: LetterPart[] };

/** The next letters to be printed, in the order of the roll from after `after`; how many there are to print in all. */
export async function printLetters({ partnershipId, personId }: By, election: Election, after: number): Promise<{ letters: PrintedLetter[]; nextAfter: number | null }> {
  const key = pollKey(election.id);
  if (key === null) return { letters: [], nextAfter: null };
  const partnership = await findPartnershipById(db(), partnershipId);
  const rows = await db().$queryRaw<{ id: string; voterId: string; issue: number; number: number; name: string; delegate: string; place: number | null; post: string | null; language: string }[]>`
    SELECT l.id, v.id AS "voterId", v.issue, v.number, v.name, v.delegate, v.place, v.post, v.language
    FROM "VoterLetter" l JOIN "Voter" v ON v.id = l."voterId" AND v.issue = l.issue
    WHERE v."electionId" = ${election.id} AND v."struckReason" IS NULL AND v.number > ${after}
      AND l.way = 'post' AND l."sentAt" IS NULL AND l."nextAttemptAt" IS NOT NULL
    ORDER BY v.number LIMIT ${printedAtOnce + 1}`;
  const shown = rows.slice(0, printedAtOnce);
  const letters = shown.map(({ id, ...voter }) => {
    const language = isLanguage(voter.language) ? voter.language : defaultLanguage;
    const address = [voter.delegate, voter.name, ...(voter.post ?? "").split("\n")].filter((part) => part !== "");
    return { id, number: voter.number, to: voter.name, language, address, parts: printedParts({ election, partnership, key }, voter, language) };
  });
  const facts = { count: letters.length };
  if (letters.length > 0) await recordAudit(db(), { partnershipId, ...(personId && { personId }), action: "roll.print", subjectKind: "election", subjectId: election.id, facts });
  return { letters, nextAfter: rows.length > printedAtOnce ? shown.at(-1)!.number : null };
}
