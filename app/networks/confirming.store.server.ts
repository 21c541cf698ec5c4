// Asking members once a year whether they still belong: by a letter with a link, and a reminder before they lapse.
import { dayIn } from "#app/bodies/columns.server.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPartnershipById } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newToken } from "#app/shared/keys.server.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { writtenTo, type DelegateRole } from "./delegate.ts";
import { confirmMemberLetter } from "./letters.ts";
import { belongsUntil, letterDue } from "./member.ts";
import { memberColumns, readMember, setDetails, stateInRows, type Delegates, type Member } from "./members.store.server.ts";
import { listNetworks, type Network } from "./networks.store.server.ts";
import { confirmLinkPath } from "./paths.ts";

const purpose = "network confirmation link";

/** To whom a member's letters go: null where nobody has an e-mail address, who is asked by post. */
function addressedOf({ delegate, deputy }: Delegates) {
  const named = ([["delegate", delegate], ["deputy", deputy]] as const).flatMap(([role, head]): { role: DelegateRole; name: string; email: string | null; language: NonNullable<typeof head>["language"] }[] =>
    head ? [{ role, ...head }] : [],
  );
  return writtenTo(named);
}

/** Writes to every member to whom a letter is due; how many letters. */
export async function askMembers(now: Date): Promise<number> {
  const partnerships = await db().body.findMany({ where: { kind: "network", endedOn: null, network: { members: { some: {} } } }, distinct: ["partnershipId"], select: { partnershipId: true } });
  let letters = 0;
  for (const { partnershipId } of partnerships) {
    const partnership = await findPartnershipById(db(), partnershipId);
    for (const network of await listNetworks(db(), partnershipId)) letters += await askThose(partnership, network, now);
  }
  return letters;
}

async function askThose(partnership: Partnership, network: Network, now: Date): Promise<number> {
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT m.id FROM "NetworkMember" m JOIN "Organisation" o ON o.id = m."organisationId"
    WHERE m."networkId" = ${network.id} AND m."remindedOn" IS NULL AND ${stateInRows(network, dayOf(now))} = 'due' ORDER BY m.id`;
  let letters = 0;
  for (const { id } of due) if (await inTransaction((transaction) => askOne(transaction, partnership, network, id, now))) letters += 1;
  return letters;
}

async function askOne(transaction: Transaction, partnership: Partnership, network: Network, id: string, now: Date): Promise<boolean> {
  // because two job runners may come to it at once
  await transaction.$executeRaw`SELECT 1 FROM "NetworkMember" WHERE id = ${id} FOR UPDATE`;
  const row = await transaction.networkMember.findUnique({ where: { id }, select: memberColumns });
  if (!row) return false;
  const member = readMember(row);
  const today = dayOf(now);
  const which = letterDue(member, member.organisation.closedOn, network, today);
  const to = addressedOf(member);
  if (which === null || to === null) return false;
  const token = newToken();
  const asked = which === "ask" ? { ...member, askedOn: today } : member;
  const day = dayIn(today);
  await transaction.networkMember.update({ where: { id }, data: { linkHash: keyedHash(purpose, token), ...(which === "ask" ? { askedOn: day } : { remindedOn: day }) } });
  const link = siteOfPartnership(partnership) + pathInLanguage(confirmLinkPath(partnership, network, token), to.language);
  const about = { to: to.email, words: wordsFor(to.language), partnership: partnership.name, network: network.name, organisation: member.organisation.name };
  await saveLetter(transaction, senderOf(partnership), confirmMemberLetter(about, { link, until: belongsUntil(asked, network)!, isReminder: which === "remind" }));
  return true;
}

/** The member a link belongs to, using nothing up; null where it opens nothing any more. */
export async function findMemberByLink(on: Database, network: Network, token: string): Promise<Member | null> {
  const row = await on.networkMember.findFirst({ where: { networkId: network.id, leftOn: null, linkHash: { in: keyedHashes(purpose, token) } }, select: memberColumns });
  return row && readMember(row);
}

/** The member itself says that it belongs, and who votes for it. The link goes on opening until it is asked anew. */
export async function confirmBelonging(transaction: Transaction, partnershipId: string, member: Member, details: Delegates, now: Date): Promise<void> {
  const today = dayIn(dayOf(now));
  await transaction.networkMember.update({ where: { id: member.id }, data: { confirmedOn: today, askedOn: null, remindedOn: null } });
  await transaction.organisation.update({ where: { id: member.organisation.id }, data: { confirmedOn: today } });
  await setDetails(transaction, partnershipId, member.id, { ...details, constituencies: member.constituencies });
  await recordAudit(transaction, { partnershipId, action: "network-member.answer", subjectKind: "network-member", subjectId: member.id });
  await dropPublishedPages(transaction, partnershipId);
}

/** The member itself says that it leaves. */
export async function leaveBySelf(transaction: Transaction, partnershipId: string, member: Member, now: Date): Promise<void> {
  await transaction.networkMember.update({ where: { id: member.id }, data: { leftOn: dayIn(dayOf(now)), linkHash: null } });
  await recordAudit(transaction, { partnershipId, action: "network-member.leave", subjectKind: "network-member", subjectId: member.id });
  await dropPublishedPages(transaction, partnershipId);
}
