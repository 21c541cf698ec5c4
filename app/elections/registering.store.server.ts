// Every query about residents who put themselves on a roll: asked for, confirmed by whoever reads the address, forgotten. The caller holds
// the election and has asked whether they may.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { addDays, dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Election } from "./elections.store.server.ts";
import { tellOnceClosed } from "./officer-letters.store.server.ts";
import { electionPath } from "./paths.ts";
import { registeringLetter, type Answer } from "./registering-letter.ts";
import { confirmInDays, isSameAddress, mostOfOneAddress } from "./registering.ts";
import type { VoterHead } from "./roll.ts";

const purpose = "voter registration link";

type Asking = { partnership: Partnership; election: Election; now: Date };
export type Registration = { id: string; name: string; email: string; post: string | null; language: Language; confirmedAt: Date | null };

/**
 * Takes down that somebody wants to be on the roll. Whoever gives an e-mail address is written to and comes onto it when they answer;
 * whoever gives a postal address alone comes onto it now, because the code in the post is what proves the address.
 */
export async function askToRegister(transaction: Transaction, asking: Asking, head: VoterHead): Promise<void> {
  const { email } = head;
  if (email !== null) return writeTo(transaction, asking, { ...head, email });
  const namesakes = await transaction.$queryRaw<{ post: string }[]>`
    SELECT post FROM "Voter" WHERE "electionId" = ${asking.election.id} AND post IS NOT NULL AND lower(name) = lower(${head.name})`;
  if (namesakes.some(({ post }) => isSameAddress(post, head.post ?? ""))) return;
  await putOnRoll(transaction, asking, head);
  await tellOnceClosed(transaction, asking.election);
}

async function writeTo(transaction: Transaction, { partnership, election, now }: Asking, head: VoterHead & { email: string }): Promise<void> {
  const { name, email, post, language } = head;
  const words = wordsFor(language);
  const whole = (part: string, query: Record<string, string> = {}) => siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, part, query), language);
  const why = await whyNot(transaction, election, head);
  const send = (answer: Answer) => saveLetter(transaction, senderOf(partnership), registeringLetter({ to: email, words, partnership: partnership.name, title: election.title, name }, answer));
  if (why !== null) return send({ kind: why, link: whole(why === "on-roll" ? "on-the-roll" : "") });
  await transaction.$executeRaw`DELETE FROM "VoterRegistration" WHERE "electionId" = ${election.id} AND email = ${email} AND lower(name) = lower(${name}) AND "confirmedAt" IS NULL`;
  const token = newToken();
  await transaction.voterRegistration.create({ data: { id: newId(), partnershipId: partnership.id, electionId: election.id, name, email, post, language, askedAt: now, linkHash: keyedHash(purpose, token) } });
  const within = addDays(dayOf(now), confirmInDays);
  const { withdrawalsUntil } = election.timetable!;
  await send({ kind: "asked", link: whole("registration", { key: token }), until: words.date(within < withdrawalsUntil ? within : withdrawalsUntil) });
}

/** Why whoever reads this address cannot come onto the roll by themselves: one person comes onto it once. */
async function whyNot(on: Database, { id: electionId }: Pick<Election, "id">, { name, email }: { name: string; email: string }): Promise<"on-roll" | "struck" | "too-many" | null> {
  const rows = await on.$queryRaw<{ isSame: boolean; isStruck: boolean }[]>`
    SELECT lower(name) = lower(${name}) AS "isSame", "struckReason" IS NOT NULL AS "isStruck" FROM "Voter" WHERE "electionId" = ${electionId} AND email = ${email}`;
  const same = rows.filter(({ isSame }) => isSame);
  if (same.some(({ isStruck }) => !isStruck)) return "on-roll";
  if (same.length > 0) return "struck";
  return rows.length >= mostOfOneAddress ? "too-many" : null;
}

async function putOnRoll(transaction: Transaction, { partnership, election, now }: Asking, { name, email, post, language }: Omit<VoterHead, "delegate">): Promise<void> {
  const last = await transaction.voter.aggregate({ where: { electionId: election.id }, _max: { number: true } });
  const id = newId();
  await transaction.voter.create({ data: { id, partnershipId: partnership.id, electionId: election.id, number: (last._max.number ?? 0) + 1, name, email, post, language, declaredAt: now } });
  await recordAudit(transaction, { partnershipId: partnership.id, action: "roll.register", subjectKind: "voter", subjectId: id, facts: { electionId: election.id } });
}

/** What a link belongs to, using nothing up; null where it opens nothing any more. */
export async function findRegistration(on: Database, { id: electionId }: Pick<Election, "id">, token: string, now: Date): Promise<Registration | null> {
  const row = await on.voterRegistration.findFirst({
    where: { electionId, linkHash: { in: keyedHashes(purpose, token) }, OR: [{ confirmedAt: { not: null } }, { askedAt: { gt: waitingSince(now) } }] },
    select: { id: true, name: true, email: true, post: true, language: true, confirmedAt: true },
  });
  return row && { ...row, language: isLanguage(row.language) ? row.language : defaultLanguage };
}

/** Whoever reads the address says that it was they who asked: they are on the roll from now on, once. */
export async function confirmRegistration(transaction: Transaction, asking: Asking, { id, ...head }: Registration): Promise<void> {
  const { count } = await transaction.voterRegistration.updateMany({ where: { id, confirmedAt: null }, data: { confirmedAt: asking.now, name: "", email: "", post: null } });
  if (count > 0 && (await whyNot(transaction, asking.election, head)) === null) await putOnRoll(transaction, asking, head);
}

const waitingSince = (now: Date) => new Date(now.getTime() - confirmInDays * 86_400_000);
const forgettable = (now: Date) => ({ confirmedAt: null, askedAt: { lt: waitingSince(now) } });

/** How many letters nobody answered in time. */
export function countForgettableRegistrations(on: Database, now: Date, partnershipId: string | null): Promise<number> {
  return on.voterRegistration.count({ where: { ...forgettable(now), ...(partnershipId !== null && { partnershipId }) } });
}

/** Forgets whom they were to; how many. */
export async function forgetRegistrations(transaction: Transaction, now: Date): Promise<number> {
  return (await transaction.voterRegistration.deleteMany({ where: forgettable(now) })).count;
}
