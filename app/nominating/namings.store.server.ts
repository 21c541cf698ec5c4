// Every query about those whom organisations name: named, agreed to, withdrawn, ruled on. The caller holds the round and has asked what may be done now.
import type { RulingHead } from "#app/elections/ruling.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId } from "#app/shared/keys.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { aboutOf, findInvitation, linkOf, type Invitation, type NamedPerson } from "./invitations.store.server.ts";
import { namedLetter, rulingLetter } from "./letters.ts";
import type { Naming } from "./naming.ts";
import { roundPath } from "./paths.ts";
import type { By, Round } from "./rounds.store.server.ts";

const purpose = "nominated link";
// Made of the nomination alone, so that every letter brings the same link.
const tokenOf = (id: string) => keyedHash("nominated link of", id);

type Of = { partnership: Partnership; round: Round; invitation: Invitation };
type Told = { partnershipId: string; personId: string | null };

async function record(transaction: Transaction, { partnershipId, personId }: Told, action: string, id: string, facts: Record<string, string> = {}): Promise<void> {
  await recordAudit(transaction, { partnershipId, ...(personId !== null && { personId }), action, subjectKind: "body-nomination", subjectId: id, facts });
}

const isSameNaming = (named: NamedPerson, naming: Naming) => (Object.keys(naming) as (keyof Naming)[]).every((field) => named[field] === naming[field]);

/** Takes down whom an organisation names, in the place of whomever it named before, and asks them. Sent twice, once. */
export async function namePerson(transaction: Transaction, { partnership, round, invitation }: Of, naming: Naming, now: Date): Promise<void> {
  const [partnershipId, before] = [partnership.id, invitation.named];
  if (before && isSameNaming(before, naming)) return;
  // because what was said of one person, and what they agreed to, is not said of another
  if (before) await transaction.bodyNomination.delete({ where: { id: before.id } });
  const id = newId();
  await transaction.nominatingInvitation.update({ where: { id: invitation.id }, data: { declinedAt: null } });
  await transaction.bodyNomination.create({ data: { id, partnershipId, invitationId: invitation.id, ...naming, linkHash: keyedHash(purpose, tokenOf(id)), sentAt: now } });
  await record(transaction, { partnershipId, personId: null }, "body-nomination.name", id, { invitationId: invitation.id });
  if (naming.email === null) return;
  const link = siteOfPartnership(partnership) + pathInLanguage(roundPath(partnership, round, "consent", { key: tokenOf(id) }), naming.language);
  const { name: person, howChosen, substitute } = naming;
  await saveLetter(transaction, senderOf(partnership), namedLetter(aboutOf(partnership, round, invitation, naming.email, naming.language), { link, name: person, howChosen, isSubstitute: substitute !== "" }));
}

/** Takes down that an organisation names nobody. Whomever it had named goes. */
export async function decline(transaction: Transaction, partnershipId: string, { id, named }: Invitation, now: Date): Promise<void> {
  if (named) await transaction.bodyNomination.delete({ where: { id: named.id } });
  const { count } = await transaction.nominatingInvitation.updateMany({ where: { id, declinedAt: null }, data: { declinedAt: now } });
  if (count > 0) await record(transaction, { partnershipId, personId: null }, "body-nomination.decline", id);
}

/** The invitation of whoever a link belongs to; null where it opens nothing. */
export async function findByConsentLink(on: Database, round: Pick<Round, "id" | "partnershipId">, token: string): Promise<(Invitation & { named: NamedPerson }) | null> {
  const row = await on.bodyNomination.findFirst({ where: { linkHash: { in: keyedHashes(purpose, token) }, invitation: { roundId: round.id, partnershipId: round.partnershipId } }, select: { invitationId: true } });
  const found = row && (await findInvitation(on, round, row.invitationId));
  return found?.named ? { ...found, named: found.named } : null;
}

/** Takes down that somebody agrees, or does not. `personId` is the officer who has it on paper; null where they said so by their link. */
export async function answerConsent(transaction: Transaction, by: Told & { now: Date }, { id, consentedAt, withdrawnAt }: NamedPerson, agrees: boolean): Promise<void> {
  if (agrees ? consentedAt !== null && withdrawnAt === null : withdrawnAt !== null) return;
  // because a ruling was on somebody who stood
  const data = agrees ? { consentedAt: by.now, withdrawnAt: null } : { withdrawnAt: by.now, ruling: null, ruledAt: null, rulingReason: {} };
  await transaction.bodyNomination.update({ where: { id }, data });
  await record(transaction, by, agrees ? "body-nomination.agree" : "body-nomination.withdraw", id);
}

/** Writes down what an officer ruled, and tells the organisation and whom it named; ruled the same again, nobody is told twice. */
export async function rule(transaction: Transaction, by: By, { partnership, round, invitation }: Of, named: NamedPerson, { ruling, reason }: RulingHead): Promise<void> {
  if (named.ruling === ruling && named.rulingReason?.code === reason?.code && named.rulingReason?.words === reason?.words) return;
  await transaction.bodyNomination.update({ where: { id: named.id }, data: { ruling, ruledAt: by.now, rulingReason: reason ?? {} } });
  await record(transaction, by, "body-nomination.rule", named.id, { ruling, ...(reason && { reason: reason.code }) });
  const { link } = await linkOf(transaction, partnership, round, invitation);
  const told = [
    ...(invitation.email === null ? [] : [{ to: invitation.email, language: invitation.language, link: ruling === "invalid" ? link : null }]),
    ...(named.email === null || named.email === invitation.email ? [] : [{ to: named.email, language: named.language, link: null }]),
  ];
  for (const { to, language, link: again } of told) await saveLetter(transaction, senderOf(partnership), rulingLetter(aboutOf(partnership, round, invitation, to, language), { name: named.name, reason, link: again }));
}
