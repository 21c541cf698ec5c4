// What follows on the count: signatures, challenges and rulings, confirmation or annulment. The caller has asked the policy and the rules.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textIn, textSchema, type Language, type Text } from "#app/shared/languages.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { challengeLetter, rulingLetter } from "./challenge-letters.ts";
import { takeStep, type By, type Election } from "./elections.store.server.ts";

type Signing = By & { personId: string };

/** A scrutineer signs the count with a report; signing again changes the report until the result is declared. */
export async function signCount(transaction: Transaction, by: Signing, { id }: Pick<Election, "id">, report: string): Promise<void> {
  await transaction.electionScrutineer.update({ where: { electionId_personId: { electionId: id, personId: by.personId } }, data: { signedAt: by.now, report } });
  await takeStep(transaction, by, { id }, { kind: "signed" });
}

export type Challenge = { id: string; name: string; email: string; language: string; grounds: string; sentAt: Date; ruling: string | null; ruledAt: Date | null; rulingReason: Text };

/** Every challenge to a result, the first one first. */
export async function listChallenges(on: Database, { id, partnershipId }: Pick<Election, "id" | "partnershipId">): Promise<Challenge[]> {
  const rows = await on.electionChallenge.findMany({ where: { electionId: id, partnershipId }, orderBy: [{ sentAt: "asc" }, { id: "asc" }], take: 500 });
  return rows.map(({ rulingReason, ...row }) => ({ ...row, rulingReason: textSchema.parse(rulingReason) }));
}

type Sent = { name: string; email: string; grounds: string; language: Language };

/** Takes a challenge in; the same sent twice is one. Whoever sent it gets a letter. */
export async function challenge(transaction: Transaction, now: Date, partnership: Partnership, election: Election, { name, email, grounds, language }: Sent): Promise<void> {
  const same = await transaction.electionChallenge.findFirst({ where: { electionId: election.id, email, grounds } });
  if (same) return;
  await transaction.electionChallenge.create({ data: { id: newId(), partnershipId: partnership.id, electionId: election.id, name, email, grounds, language, sentAt: now } });
  await takeStep(transaction, { partnershipId: partnership.id, personId: null, now }, election, { kind: "challenged" });
  await saveLetter(transaction, senderOf(partnership), challengeLetter({ to: email, words: wordsFor(language), partnership: partnership.name }, { title: election.title }));
}

export type Ruling = { ruling: "upheld" | "dismissed"; reason: Text };

/** Rules on a challenge, once; whoever sent it is told why. */
export async function ruleOnChallenge(transaction: Transaction, by: Signing, partnership: Partnership, election: Election, challengeId: string, { ruling, reason }: Ruling): Promise<void> {
  const { count } = await transaction.electionChallenge.updateMany({
    where: { id: challengeId, electionId: election.id, ruling: null },
    data: { ruling, ruledAt: by.now, rulingReason: reason },
  });
  if (count === 0) return;
  await takeStep(transaction, by, election, { kind: "challenge-ruled", facts: { ruling } });
  const { email, language } = await transaction.electionChallenge.findUniqueOrThrow({ where: { id: challengeId } });
  if (email === "") return;
  const words = wordsFor(language as Language);
  await saveLetter(transaction, senderOf(partnership), rulingLetter({ to: email, words, partnership: partnership.name }, { title: election.title, ruling, reason: textIn(reason, words.language).text }));
}

/** That an office page with people's grounds was read. */
export async function recordChallengesRead(on: Database, { partnershipId, personId }: Signing, { id }: Pick<Election, "id">): Promise<void> {
  await recordAudit(on, { partnershipId, personId, action: "election.read-challenges", subjectKind: "election", subjectId: id });
}
