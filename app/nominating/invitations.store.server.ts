// Every query about the organisations that are invited to name somebody, and the letters that ask them. The caller has asked the policy.
import { z } from "zod";
import { listContacts } from "#app/bodies/contacts.store.server.ts";
import { readCode, spellCode } from "#app/elections/voting-code.ts";
import { organisationOf } from "#app/elections/nominations.store.server.ts";
import { rulingReasons, rulings } from "#app/elections/nomination.ts";
import { listMembers } from "#app/networks/members.store.server.ts";
import type { Network } from "#app/networks/networks.store.server.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, type Language, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetters } from "#app/shared/mail.server.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { invitationLetter } from "./letters.ts";
import type { InvitationHead } from "./naming.ts";
import { roundPath } from "./paths.ts";
import { answerOf, wayOf, type Answer, type Way } from "./round.ts";
import type { By, Round } from "./rounds.store.server.ts";

const reasonSchema = z.union([z.object({ code: z.enum(rulingReasons), words: z.string() }), z.object({}).strict().transform(() => null)]);
const namedSchema = z.object({
  ...{ id: z.string(), invitationId: z.string(), namedBy: z.string(), name: z.string(), email: z.string().nullable(), telephone: z.string().nullable(), howChosen: z.string(), statement: z.string(), substitute: z.string() },
  ...{ language: z.string().transform((said): Language => (isLanguage(said) ? said : defaultLanguage)), sentAt: z.date(), consentedAt: z.date().nullable(), withdrawnAt: z.date().nullable() },
  ...{ ruling: z.enum(rulings).nullable(), ruledAt: z.date().nullable(), rulingReason: reasonSchema, appointmentId: z.string().nullable() },
});
export type NamedPerson = z.infer<typeof namedSchema>;

export type Invitation = {
  id: string;
  organisationId: string | null;
  organisation: Text;
  contact: string;
  email: string | null;
  post: string | null;
  language: Language;
  letterId: string | null;
  postedAt: Date | null;
  remindedAt: Date | null;
  declinedAt: Date | null;
  named: NamedPerson | null;
  answer: Answer;
};

const columns = { organisationBody: { select: { name: true, sortName: true } }, named: true } satisfies Prisma.NominatingInvitationInclude;
type Row = Prisma.NominatingInvitationGetPayload<{ include: typeof columns }>;

function read(row: Row): Invitation {
  const { id, organisationId, contact, email, post, letterId, postedAt, remindedAt, declinedAt } = row;
  const named = row.named && namedSchema.parse(row.named);
  const language = isLanguage(row.language) ? row.language : defaultLanguage;
  return { id, organisationId, organisation: organisationOf(row), contact, email, post, language, letterId, postedAt, remindedAt, declinedAt, named, answer: answerOf({ declinedAt, named }) };
}

/** A round has no more: each is looked at by an officer, and read by everybody on one page. */
export const mostInvited = 200;

/** All that a round invites, by their names. */
export async function listInvitations(on: Database, { id: roundId, partnershipId }: Pick<Round, "id" | "partnershipId">): Promise<Invitation[]> {
  const rows = await on.nominatingInvitation.findMany({ where: { roundId, partnershipId }, include: columns, orderBy: { id: "asc" }, take: mostInvited });
  const sortName = (row: Row) => row.organisationBody?.sortName ?? row.organisation.toLowerCase();
  return rows.sort((one, other) => (sortName(one) < sortName(other) ? -1 : 1)).map(read);
}

/** One of them, or 404. */
export async function findInvitation(on: Database, { id: roundId, partnershipId }: Pick<Round, "id" | "partnershipId">, id: string | undefined): Promise<Invitation> {
  const row = await on.nominatingInvitation.findFirst({ where: { roundId, partnershipId, id: id ?? "" }, include: columns });
  if (!row) throw notFound();
  return read(row);
}

/** How each invitation is on its way, by its id. */
export async function waysOf(on: Database, round: Pick<Round, "invitedAt">, invitations: readonly Invitation[]): Promise<Map<string, Way>> {
  const letters = await on.letter.findMany({ where: { id: { in: invitations.flatMap(({ letterId }) => letterId ?? []) } }, select: { id: true, sentAt: true, failedAt: true, givenUpAt: true } });
  return new Map(invitations.map((one) => [one.id, wayOf({ ...one, letter: letters.find(({ id }) => id === one.letterId) ?? null }, round.invitedAt !== null)]));
}

const purpose = "nominating code";
// Made of the invitation alone, so that a letter can be printed again and a reminder brings the same code.
const codeOf = (id: string) => spellCode(BigInt(`0x${keyedHash("nominating code of", id)}`));

/** The code of an invitation and its whole address. After a secret was replaced it is another one. */
export async function linkOf(transaction: Transaction, partnership: Partnership, round: Pick<Round, "id">, { id, language }: Pick<Invitation, "id" | "language">): Promise<{ code: string; link: string }> {
  const code = codeOf(id);
  await transaction.nominatingInvitation.update({ where: { id }, data: { linkHash: keyedHash(purpose, code) } });
  return { code, link: siteOfPartnership(partnership) + pathInLanguage(roundPath(partnership, round, "answer", { key: code }), language) };
}

/** The invitation that a code belongs to, as it was typed; null where it opens nothing. */
export async function findByCode(on: Database, { id: roundId, partnershipId }: Pick<Round, "id" | "partnershipId">, typed: string): Promise<Invitation | null> {
  const code = readCode(typed);
  const row = code === null ? null : await on.nominatingInvitation.findFirst({ where: { roundId, partnershipId, linkHash: { in: keyedHashes(purpose, code) } }, include: columns });
  return row && read(row);
}

/** What letters of a round are about. */
export function aboutOf(partnership: Partnership, round: Round, { organisation }: Pick<Invitation, "organisation">, to: string, language: Language) {
  return { to, words: wordsFor(language), partnership: partnership.name, round, body: round.line.body.name, organisation };
}

type Of = { partnership: Partnership; round: Round };

/** Sends the letter that invites an organisation, or reminds it, where it has an e-mail address. */
async function sendLetter(transaction: Transaction, { partnership, round }: Of, invitation: Invitation, isReminder: boolean): Promise<void> {
  if (invitation.email === null) return;
  const { link } = await linkOf(transaction, partnership, round, invitation);
  const about = aboutOf(partnership, round, invitation, invitation.email, invitation.language);
  const [letterId = null] = await saveLetters(transaction, senderOf(partnership), [invitationLetter(about, { link, isReminder })]);
  await transaction.nominatingInvitation.update({ where: { id: invitation.id }, data: { letterId } });
}

/** Adds an organisation to a round, and writes to it at once where the others have been invited; false where it is there or there are as many as there may be. */
export async function invite(transaction: Transaction, { partnershipId, personId }: By, of: Of, head: InvitationHead): Promise<boolean> {
  const there = await listInvitations(transaction, of.round);
  const isThere = there.some(({ organisationId, organisation }) => (head.organisationId === null ? Object.values(organisation).includes(head.organisation) : organisationId === head.organisationId));
  if (isThere || there.length >= mostInvited) return false;
  const id = newId();
  await transaction.nominatingInvitation.create({ data: { id, partnershipId, roundId: of.round.id, ...head, linkHash: keyedHash(purpose, codeOf(id)) } });
  await recordAudit(transaction, { partnershipId, personId, action: "nominating-round.add-body", subjectKind: "nominating-round", subjectId: of.round.id, facts: { invitationId: id } });
  if (of.round.invitedAt !== null) {
    await sendLetter(transaction, of, await findInvitation(transaction, of.round, id), false);
    await dropPublishedPages(transaction, partnershipId);
  }
  return true;
}

/** Whom an organisation of the register is written to: its first contact who can be reached; null where it has none. */
export async function findReach(on: Database, partnershipId: string, organisationId: string): Promise<Pick<InvitationHead, "contact" | "email" | "post" | "language"> | null> {
  const contact = (await listContacts(on, partnershipId, { organisationId })).find(({ email, post }) => email !== null || post !== null);
  return contact ? { contact: contact.name, email: contact.email, post: contact.post, language: contact.language } : null;
}

/** Adds every organisation that belongs to a network and can be reached, by its delegate or its contact; how many. */
export async function inviteMembers(transaction: Transaction, by: By, of: Of, network: Network): Promise<number> {
  const { members } = await listMembers(transaction, network, { most: mostInvited, today: dayOf(by.now) });
  let added = 0;
  for (const { organisation, delegate, state } of members) {
    if (state !== "active" && state !== "due") continue;
    const isReached = delegate !== null && (delegate.email !== null || delegate.post !== null);
    const reach = isReached ? { contact: delegate.name, email: delegate.email, post: delegate.post, language: delegate.language } : await findReach(transaction, by.partnershipId, organisation.id);
    if (reach && (await invite(transaction, by, of, { organisationId: organisation.id, organisation: "", ...reach }))) added += 1;
  }
  return added;
}

/** Takes an organisation out of a round before the invitations have gone. */
export async function takeOut(transaction: Transaction, { partnershipId, personId }: By, { id: roundId }: Pick<Round, "id">, id: string): Promise<void> {
  const { count } = await transaction.nominatingInvitation.deleteMany({ where: { id, roundId, partnershipId } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "nominating-round.remove-body", subjectKind: "nominating-round", subjectId: roundId, facts: { invitationId: id } });
}

/** Invites everybody: the round is announced, and letters go to those with an e-mail address. */
export async function sendInvitations(transaction: Transaction, { partnershipId, personId, now }: By, of: Of): Promise<void> {
  const invitations = await listInvitations(transaction, of.round);
  await transaction.nominatingRound.update({ where: { id: of.round.id }, data: { invitedAt: now, revision: { increment: 1 } } });
  for (const invitation of invitations) await sendLetter(transaction, of, invitation, false);
  await recordAudit(transaction, { partnershipId, personId, action: "nominating-round.invite", subjectKind: "nominating-round", subjectId: of.round.id, facts: { count: invitations.length, letters: invitations.filter(({ email }) => email !== null).length } });
  await dropPublishedPages(transaction, partnershipId);
}

/** Reminds those who have said nothing, by e-mail where they have an address; how many letters went. */
export async function remind(transaction: Transaction, { partnershipId, now }: { partnershipId: string; now: Date }, of: Of): Promise<number> {
  const silent = (await listInvitations(transaction, of.round)).filter(({ answer, email }) => answer === "none" && email !== null);
  for (const invitation of silent) {
    await sendLetter(transaction, of, invitation, true);
    await transaction.nominatingInvitation.update({ where: { id: invitation.id }, data: { remindedAt: now } });
  }
  await transaction.nominatingRound.update({ where: { id: of.round.id }, data: { remindedAt: now } });
  await recordAudit(transaction, { partnershipId, action: "nominating-round.remind", subjectKind: "nominating-round", subjectId: of.round.id, facts: { letters: silent.length } });
  return silent.length;
}

/** Writes down that printed letters were posted; those that were, stay as they are. */
export async function markPosted(transaction: Transaction, { partnershipId, personId, now }: By, { id: roundId }: Pick<Round, "id">, ids: readonly string[]): Promise<number> {
  const { count } = await transaction.nominatingInvitation.updateMany({ where: { roundId, partnershipId, id: { in: [...ids] }, postedAt: null }, data: { postedAt: now } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "nominating-round.post", subjectKind: "nominating-round", subjectId: roundId, facts: { count } });
  return count;
}
