// Invitations that wait to be accepted. An account is made, or the one of the address given the roles, when the link's button is
// pressed; until then nothing here asks whether there is one.
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { listAbove } from "#app/partnerships/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textIn } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { mayGrantBelow, mayGrantRoles } from "./granting-policy.ts";
import { invitationExpiresAt, type Invited } from "./invitation.ts";
import { invitationLetter } from "./letters.ts";
import { invitationPath } from "./paths.ts";
import { isRole, rolesIn } from "./role.ts";
import { giveRole, giveRoleInConsultations } from "./roles.store.server.ts";
import { findPersonByEmail, personColumns, readSignedIn, savePerson } from "./store.server.ts";

const purpose = "invitation link";

export type Invitation = Invited & { id: string; invitedById: string; sentAt: Date; expiresAt: Date };

const columns = {
  ...{ id: true, name: true, email: true, language: true, roles: true, includesBelow: true, consultationIds: true },
  ...{ invitedById: true, sentAt: true, expiresAt: true },
} satisfies Prisma.InvitationSelect;

function read({ language, roles, ...row }: Prisma.InvitationGetPayload<{ select: typeof columns }>): Invitation {
  return { ...row, language: isLanguage(language) ? language : defaultLanguage, roles: roles.filter(isRole) };
}

type By = { partnership: Partnership; by: { personId: string; name: string }; now: Date };

async function tell(transaction: Transaction, action: string, invitationId: string, { partnership, by }: Pick<By, "partnership" | "by">, facts = {}) {
  await recordAudit(transaction, {
    ...{ partnershipId: partnership.id, personId: by.personId, action, subjectKind: "invitation", subjectId: invitationId, facts },
  });
}

async function sendLetter(transaction: Transaction, invited: Invited, token: string, { partnership, by }: By): Promise<void> {
  const { language } = invited;
  const letter = invitationLetter(wordsFor(language), invited, {
    by: by.name,
    address: siteOfPartnership(partnership) + pathInLanguage(invitationPath(partnership, token), language),
    site: textIn(partnership.name, language).text,
  });
  await saveLetter(transaction, senderOf(partnership), letter);
}

/** Invites somebody, by a letter with a link; the invitation's id, or null where one to that address waits already. */
export async function saveInvitation(transaction: Transaction, invited: Invited, asked: By): Promise<string | null> {
  const [id, token] = [newId(), newToken()];
  const { partnership, by, now } = asked;
  if ((await transaction.invitation.count({ where: { partnershipId: partnership.id, email: invited.email } })) > 0) return null;
  await transaction.invitation.create({
    data: {
      ...{ id, partnershipId: partnership.id, ...invited, invitedById: by.personId, linkHash: keyedHash(purpose, token) },
      ...{ createdAt: now, sentAt: now, expiresAt: invitationExpiresAt(now) },
    },
  });
  await sendLetter(transaction, invited, token, asked);
  await tell(transaction, "person.invite", id, asked, { roles: invited.roles.length, includesBelow: invited.includesBelow });
  return id;
}

/** Sends an invitation again, now in the name of whoever does: its new link opens for as long as the first did, which opens nothing any more. */
export async function sendInvitationAgain(transaction: Transaction, id: string, asked: By): Promise<void> {
  const token = newToken();
  const { partnership, now } = asked;
  const { count } = await transaction.invitation.updateMany({
    where: { id, partnershipId: partnership.id },
    data: { linkHash: keyedHash(purpose, token), sentAt: now, expiresAt: invitationExpiresAt(now), invitedById: asked.by.personId },
  });
  if (count === 0) throw notFound();
  await sendLetter(transaction, await findInvitation(transaction, partnership.id, id), token, asked);
  await tell(transaction, "person.invite-again", id, asked);
}

/** Withdraws an invitation, with all that was kept of it; false where it is not there any more. */
export async function withdrawInvitation(transaction: Transaction, id: string, asked: By): Promise<boolean> {
  const { count } = await transaction.invitation.deleteMany({ where: { id, partnershipId: asked.partnership.id } });
  if (count > 0) await tell(transaction, "person.withdraw-invitation", id, asked);
  return count > 0;
}

/** An invitation of the partnership that waits, or 404. */
export async function findInvitation(on: Database, partnershipId: string, id: string | null): Promise<Invitation> {
  const row = id === null ? null : await on.invitation.findFirst({ where: { id, partnershipId }, select: columns });
  if (!row) throw notFound();
  return read(row);
}

/** Invitations that wait, newest first, `most` a page, from the one before `before` back. */
export async function listInvitations(
  on: Database,
  { partnershipId, before = null, most = 25 }: { partnershipId: string; before?: string | null; most?: number },
): Promise<{ invitations: Invitation[]; nextBefore: string | null }> {
  const last = before === null ? null : await on.invitation.findFirst({ where: { id: before, partnershipId } });
  const rows = await on.invitation.findMany({
    where: { partnershipId, ...(last && { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most + 1,
    select: columns,
  });
  const invitations = rows.slice(0, most).map(read);
  return { invitations, nextBefore: rows.length > most ? (invitations.at(-1)?.id ?? null) : null };
}

/** How many invitations wait. */
export function countInvitations(on: Database, partnershipId: string): Promise<number> {
  return on.invitation.count({ where: { partnershipId } });
}

/** The invitation of a live link, using nothing up: a mail scanner may follow it. Null when it is dead. */
export async function findInvitationOfLink(on: Database, partnershipId: string, token: string, now: Date): Promise<Invitation | null> {
  const row = await on.invitation.findFirst({
    where: { partnershipId, linkHash: { in: keyedHashes(purpose, token) }, expiresAt: { gt: now } },
    select: columns,
  });
  const invitation = row && read(row);
  return invitation && (await isStillTheirs(on, partnershipId, invitation)) ? invitation : null;
}

/** Whether whoever invited may give those roles today: what they sent does not outlast their office. */
async function isStillTheirs(on: Database, partnershipId: string, { invitedById, includesBelow }: Invitation): Promise<boolean> {
  const by = await on.person.findUnique({ where: { id: invitedById }, select: personColumns });
  if (!by) return false;
  const partnershipAndAbove = await listAbove(on, partnershipId);
  const signedIn = readSignedIn(by);
  return mayGrantRoles(rolesIn(signedIn, partnershipAndAbove)) && (!includesBelow || mayGrantBelow(signedIn.grants, partnershipAndAbove));
}

export type Accepted = { personId: string; isNew: boolean };

/** Accepts by a link: whose account it is now, with the roles given, and whether it was made just now. Null when the link is dead. */
export async function acceptInvitation(transaction: Transaction, partnershipId: string, token: string, now: Date): Promise<Accepted | null> {
  const invitation = await findInvitationOfLink(transaction, partnershipId, token, now);
  return invitation && accept(transaction, partnershipId, invitation);
}

/** Accepts all that an address was invited to and that still waits: whose account it is now. Null when there is nothing. */
export async function acceptInvitationsTo(transaction: Transaction, email: string, now: Date): Promise<string | null> {
  const rows = await transaction.invitation.findMany({
    where: { email, expiresAt: { gt: now } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { ...columns, partnershipId: true },
  });
  let personId: string | null = null;
  for (const { partnershipId, ...row } of rows) {
    const invitation = read(row);
    const accepted = (await isStillTheirs(transaction, partnershipId, invitation)) ? await accept(transaction, partnershipId, invitation) : null;
    personId = accepted?.personId ?? personId;
  }
  return personId;
}

async function accept(transaction: Transaction, partnershipId: string, invitation: Invitation): Promise<Accepted | null> {
  const { id, name, email, language, invitedById } = invitation;
  const { count } = await transaction.invitation.deleteMany({ where: { id } });
  if (count === 0) return null; // because a second press found it first
  // because two invitations to one address may be accepted at once, and make one account
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('folkmoot account'))`;
  const known = (await findPersonByEmail(transaction, email))?.personId;
  const personId = known ?? (await savePerson(transaction, { name, email, language }));
  for (const role of invitation.roles) {
    const given = { personId, partnershipId, role, by: invitedById };
    const { includesBelow, consultationIds } = invitation;
    if (role === "analyst" && consultationIds.length > 0) await giveRoleInConsultations(transaction, { ...given, consultationIds });
    else await giveRole(transaction, { ...given, includesBelow });
  }
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "person.accept-invitation", subjectKind: "person", subjectId: personId, facts: { invitationId: id } },
  });
  return { personId, isNew: known === undefined };
}
