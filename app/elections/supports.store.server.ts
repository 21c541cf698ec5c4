// Every query about organisations that stand behind nominations: their delegates are written to, and confirm or decline.
import { writtenTo } from "#app/networks/delegate.ts";
import { stateInRows } from "#app/networks/members.store.server.ts";
import { findNetwork } from "#app/networks/networks.store.server.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textSchema, type Language, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Election } from "./elections.store.server.ts";
import { supportLetter } from "./letters.ts";
import type { Choosable } from "./nomination-form.ts";
import { supportParts, type SupportPart } from "./nomination.ts";
import { electionPath } from "./paths.ts";

const purpose = "nomination support link";

/** Members that belong to the network on a day, by name: they may be chosen as organisations, proposers and seconders. */
export async function listChoosable(on: Database, election: Election, now: Date): Promise<Choosable[]> {
  const today = dayOf(now);
  const network = await findNetwork(on, election.partnershipId, election.network.slug);
  const rows = await on.$queryRaw<{ id: string; organisationId: string; name: unknown }[]>`
    SELECT m.id, m."organisationId", o.name FROM "NetworkMember" m JOIN "Organisation" o ON o.id = m."organisationId"
    WHERE m."networkId" = ${network.id} AND m."joinedOn" <= ${today}::date AND ${stateInRows(network, today)} IN ('active', 'due') ORDER BY o."sortName"`;
  return rows.map(({ name, ...ids }) => ({ ...ids, name: textSchema.parse(name) }));
}

type Asking = { partnership: Partnership; election: Election; nomination: { id: string; name: string; supports: readonly { part: SupportPart; memberId: string }[] } };

/** Writes to the delegate of each organisation that is named; where none has an address, the office asks in another way. */
export async function askSupporters(transaction: Transaction, { partnership, election, nomination }: Asking): Promise<void> {
  for (const { part, memberId } of nomination.supports) {
    const { delegates, organisation } = await transaction.networkMember.findUniqueOrThrow({
      where: { id: memberId },
      select: { delegates: { select: { role: true, email: true, language: true } }, organisation: { select: { name: true } } },
    });
    const to = writtenTo(delegates);
    if (to === null) continue;
    const token = newToken();
    await transaction.nominationSupport.update({ where: { nominationId_part: { nominationId: nomination.id, part } }, data: { linkHash: keyedHash(purpose, token) } });
    const language: Language = isLanguage(to.language) ? to.language : defaultLanguage;
    const link = siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, "support", { key: token }), language);
    const about = { to: to.email, words: wordsFor(language), partnership: partnership.name, election: election.title, name: nomination.name };
    await saveLetter(transaction, senderOf(partnership), supportLetter(about, { link, part, organisation: textSchema.parse(organisation.name), until: election.timetable!.withdrawalsUntil }));
  }
}

type Replacing = { partnership: Partnership; election: Election; nomination: { id: string; name: string } };

/** The candidate names another organisation in place of one that does not stand behind them; it is asked, and what was ruled holds no more. */
export async function replaceSupporter(transaction: Transaction, { partnership, election, nomination }: Replacing, part: SupportPart, memberId: string): Promise<void> {
  await transaction.nominationSupport.update({
    where: { nominationId_part: { nominationId: nomination.id, part } },
    // the link of the one before opens nothing any more
    data: { memberId, confirmedAt: null, declinedAt: null, linkHash: keyedHash(purpose, newToken()) },
  });
  await transaction.nomination.update({ where: { id: nomination.id }, data: { ruling: null, ruledAt: null, rulingReason: {}, revision: { increment: 1 } } });
  await recordAudit(transaction, { partnershipId: partnership.id, action: "nomination.replace-support", subjectKind: "nomination", subjectId: nomination.id, facts: { part } });
  await askSupporters(transaction, { partnership, election, nomination: { ...nomination, supports: [{ part, memberId }] } });
}

export type AskedSupport = {
  nominationId: string;
  part: SupportPart;
  confirmedAt: Date | null;
  declinedAt: Date | null;
  organisation: Text;
  candidate: { name: string; statement: Text; withdrawnAt: Date | null };
};

/** What the link of a letter to a delegate is about; null where it opens nothing. */
export async function findBySupportLink(on: Database, election: Pick<Election, "id">, token: string): Promise<AskedSupport | null> {
  const row = await on.nominationSupport.findFirst({
    where: { linkHash: { in: keyedHashes(purpose, token) }, nomination: { electionId: election.id } },
    include: { member: { select: { organisation: { select: { name: true } } } }, nomination: { select: { name: true, statement: true, withdrawnAt: true } } },
  });
  if (!row) return null;
  return {
    ...{ nominationId: row.nominationId, part: supportParts.find((one) => one === row.part) ?? "proposer", confirmedAt: row.confirmedAt, declinedAt: row.declinedAt },
    ...{ organisation: textSchema.parse(row.member.organisation.name), candidate: { ...row.nomination, statement: textSchema.parse(row.nomination.statement) } },
  };
}

type Answering = { partnershipId: string; /** Who wrote it down for the organisation; null where it answered by its link. */ personId: string | null; now: Date };

/** An organisation says that it stands behind a nomination, or that it does not; it may change its mind while it may still say so. */
export async function answerSupport(transaction: Transaction, { partnershipId, personId, now }: Answering, { nominationId, part }: Pick<AskedSupport, "nominationId" | "part">, stands: boolean): Promise<void> {
  const data = { confirmedAt: stands ? now : null, declinedAt: stands ? null : now };
  await transaction.nominationSupport.update({ where: { nominationId_part: { nominationId, part } }, data });
  await recordAudit(transaction, {
    ...{ partnershipId, ...(personId && { personId }), action: stands ? "nomination.support" : "nomination.decline-support", subjectKind: "nomination", subjectId: nominationId },
    facts: { part },
  });
}
