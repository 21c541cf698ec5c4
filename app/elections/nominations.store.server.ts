// Every query about nominations as candidates make them: sent, agreed to, changed, withdrawn. The caller has asked what may be done now.
import { z } from "zod";
import { removeFile, saveFileRow, type StoredFile } from "#app/files/store.server.ts";
import { senderOf, type Partnership } from "#app/partnerships/partnership.ts";
import { siteOfPartnership } from "#app/partnerships/sites.server.ts";
import { findPerson } from "#app/people/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { keyedHash, keyedHashes, newId, newToken } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage, textSchema, type Language, type Text } from "#app/shared/languages.ts";
import { pathInLanguage } from "#app/shared/local-path.ts";
import { saveLetter } from "#app/shared/mail.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Election } from "./elections.store.server.ts";
import { nominatedLetter, withdrawalLetter, withdrawnLetter } from "./letters.ts";
import { formVersion, type NominationHead, type OwnHead } from "./nomination-form.ts";
import { rulingReasons, rulings, supportParts } from "./nomination.ts";
import { electionPath, officeElectionPath } from "./paths.ts";
import { askSupporters } from "./supports.store.server.ts";

const linkPurpose = "nomination link";

const supportSchema = z.object({
  ...{ part: z.enum(supportParts), memberId: z.string(), confirmedAt: z.date().nullable(), declinedAt: z.date().nullable() },
  member: z.object({ organisationId: z.string(), organisation: z.object({ name: textSchema }) }),
});
const reasonSchema = z.object({ code: z.enum(rulingReasons), words: z.string() });

const storedSchema = z.object({
  ...{ id: z.string(), electionId: z.string(), name: z.string(), organisationId: z.string().nullable(), organisation: z.string(), email: z.string(), telephone: z.string().nullable() },
  ...{ language: z.string(), statement: textSchema, conflicts: z.string(), service: z.string(), answers: z.object({ by: z.enum(["self", "other"]).default("other"), eligible: z.boolean().default(false) }) },
  ...{ photoId: z.string().nullable(), photoAlt: textSchema, groups: z.record(z.string(), z.string()), sentAt: z.date(), consentedAt: z.date().nullable(), withdrawnAt: z.date().nullable() },
  ...{ ruling: z.enum(rulings).nullable(), ruledAt: z.date().nullable(), rulingReason: z.union([reasonSchema, z.object({}).strict().transform(() => null)]) },
  ...{ number: z.number().nullable(), revision: z.number(), organisationBody: z.object({ name: textSchema }).nullable(), supports: z.array(supportSchema) },
});

export const nominationColumns = {
  organisationBody: { select: { name: true } },
  supports: { orderBy: { part: "asc" }, include: { member: { select: { organisationId: true, organisation: { select: { name: true } } } } } },
} satisfies Prisma.NominationInclude;

type Stored = z.infer<typeof storedSchema>;
export type Support = Omit<Stored["supports"][number], "member"> & { organisationId: string; organisation: Text };
export type Nomination = Omit<Stored, "language" | "organisation" | "organisationBody" | "supports" | "answers" | "rulingReason"> & {
  language: Language;
  /** For whom they stand; empty for nobody. */
  organisation: Text;
  by: "self" | "other";
  isEligible: boolean;
  reason: z.infer<typeof reasonSchema> | null;
  supports: Support[];
};

/** What stands beside a name: the organisation of the register, or else what was typed. */
export function organisationOf({ organisation, organisationBody, language }: { organisation: string; organisationBody: { name: unknown } | null; language: string }): Text {
  if (organisationBody) return textSchema.parse(organisationBody.name);
  return organisation === "" ? {} : { [language]: organisation };
}

export function readNominationRow(row: unknown): Nomination {
  const { language: said, organisation, organisationBody, supports, answers, rulingReason, ...rest } = storedSchema.parse(row);
  const language = isLanguage(said) ? said : defaultLanguage;
  return {
    ...{ ...rest, language, by: answers.by, isEligible: answers.eligible, reason: rulingReason },
    organisation: organisationOf({ organisation, organisationBody, language }),
    supports: supports.map(({ member, ...one }) => ({ ...one, organisationId: member.organisationId, organisation: member.organisation.name })),
  };
}

// Made of the nomination alone, so that every letter to a candidate brings the same link and none puts out an older one.
const tokenOf = (id: string) => keyedHash("nomination link of", id);

/** The whole address by which a candidate comes back. */
export function candidateLink(partnership: Partnership, election: Pick<Election, "id">, nomination: Pick<Nomination, "id" | "language">): string {
  return siteOfPartnership(partnership) + pathInLanguage(electionPath(partnership, election, "candidate", { key: tokenOf(nomination.id) }), nomination.language);
}

/** The same, to be sent: after a secret was replaced the link is another one. */
export async function renewedLink(transaction: Transaction, partnership: Partnership, election: Pick<Election, "id">, nomination: Pick<Nomination, "id" | "language">): Promise<string> {
  await transaction.nomination.update({ where: { id: nomination.id }, data: { linkHash: keyedHash(linkPurpose, tokenOf(nomination.id)) } });
  return candidateLink(partnership, election, nomination);
}

/** The nomination that a link belongs to, using nothing up; null where it opens nothing. */
export async function findByCandidateLink(on: Database, election: Pick<Election, "id">, token: string): Promise<Nomination | null> {
  const row = await on.nomination.findFirst({ where: { electionId: election.id, linkHash: { in: keyedHashes(linkPurpose, token) } }, include: nominationColumns });
  return row && readNominationRow(row);
}

/** A nomination in the election, or 404. */
export async function findNomination(on: Database, election: Pick<Election, "id">, id: string | undefined): Promise<Nomination> {
  const row = await on.nomination.findFirst({ where: { electionId: election.id, id: id ?? "" }, include: nominationColumns });
  if (!row) throw notFound();
  return readNominationRow(row);
}

const nominationsAPage = 50;

/** Nominations, the oldest first; `after` is the last of the page before. */
export async function listNominations(on: Database, election: Pick<Election, "id">, after: string | null = null): Promise<{ nominations: Nomination[]; nextAfter: string | null }> {
  const rows = await on.nomination.findMany({
    ...{ where: { electionId: election.id }, include: nominationColumns, orderBy: [{ sentAt: "asc" }, { id: "asc" }], take: nominationsAPage + 1 },
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const nominations = rows.slice(0, nominationsAPage).map(readNominationRow);
  return { nominations, nextAfter: rows.length > nominationsAPage ? nominations.at(-1)!.id : null };
}

/** All of them, for those who rule on and confirm them. */
export async function listAllNominations(on: Database, election: Pick<Election, "id">): Promise<Nomination[]> {
  return (await on.nomination.findMany({ where: { electionId: election.id }, include: nominationColumns, orderBy: [{ sentAt: "asc" }, { id: "asc" }] })).map(readNominationRow);
}

async function removeNomination(transaction: Transaction, partnershipId: string, { id, photoId }: { id: string; photoId: string | null }, keptPhotoId: string | null = null): Promise<void> {
  await transaction.nomination.delete({ where: { id } });
  if (photoId !== null && photoId !== keptPhotoId) await removeFile(transaction, partnershipId, photoId);
}

async function savePhoto(transaction: Transaction, photo: StoredFile | null): Promise<void> {
  if (photo && (await transaction.file.count({ where: { id: photo.id } })) === 0) await saveFileRow(transaction, photo);
}

type Sending = { partnership: Partnership; election: Election; language: Language; now: Date };

/** Takes a nomination down in an election that is held, and asks the candidate. Sent again before they agree, it takes the place of the first. */
export async function nominate(transaction: Transaction, { partnership, election, language, now }: Sending, head: NominationHead, photo: StoredFile | null): Promise<string> {
  const earlier = await transaction.nomination.findMany({ where: { electionId: election.id, email: head.email, name: head.name, consentedAt: null }, select: { id: true, photoId: true } });
  for (const one of earlier) await removeNomination(transaction, partnership.id, one, photo?.id);
  await savePhoto(transaction, photo);
  const { by, supporters, photoAlt, ...rest } = head;
  const [id, partnershipId] = [newId(), partnership.id];
  await transaction.nomination.create({
    data: {
      ...{ ...rest, id, partnershipId, electionId: election.id, language, sentAt: now, answers: { by, formVersion }, linkHash: keyedHash(linkPurpose, tokenOf(id)) },
      ...{ photoId: photo?.id ?? null, photoAlt: photo ? { [language]: photoAlt } : {} },
      // The organisations are written to once the candidate has agreed; until then their links open nothing.
      supports: { create: supporters.map(({ part, memberId }) => ({ part, memberId, linkHash: keyedHash(linkPurpose, newToken()) })) },
    },
  });
  await recordAudit(transaction, { partnershipId, action: "nomination.send", subjectKind: "nomination", subjectId: id, facts: { electionId: election.id } });
  const about = { to: head.email, words: wordsFor(language), partnership: partnership.name, election: election.title, name: head.name };
  await saveLetter(transaction, senderOf(partnership), nominatedLetter(about, { link: candidateLink(partnership, election, { id, language }), by, until: election.timetable!.nominationsCloseOn }));
  return id;
}

/** Holds a nomination until the transaction ends, because its candidate, an organisation and the returning officer may come at once. */
export async function holdNomination(transaction: Transaction, election: Pick<Election, "id">, id: string | undefined): Promise<Nomination> {
  await transaction.$queryRaw`SELECT id FROM "Nomination" WHERE id = ${id ?? ""} AND "electionId" = ${election.id} FOR UPDATE`;
  return findNomination(transaction, election, id);
}

type Changing = { partnership: Partnership; election: Election; nomination: Nomination; now: Date };
/** The photograph from now on: another, none, or the one that is there. */
export type PhotoChange = StoredFile | "none" | "same";

async function changeWords(transaction: Transaction, { partnership, nomination }: Changing, { photoAlt, ...own }: OwnHead, photo: PhotoChange): Promise<void> {
  const photoId = photo === "same" ? nomination.photoId : photo === "none" ? null : photo.id;
  if (typeof photo !== "string") await savePhoto(transaction, photo);
  await transaction.nomination.update({
    where: { id: nomination.id },
    // What was ruled on is no longer what stands here.
    data: { ...own, photoId, photoAlt: photoId === null ? {} : { [nomination.language]: photoAlt }, ruling: null, ruledAt: null, rulingReason: {}, revision: { increment: 1 } },
  });
  if (nomination.photoId !== null && nomination.photoId !== photoId) await removeFile(transaction, partnership.id, nomination.photoId);
}

const toldBy = ({ partnership, nomination }: Changing, action: string) => ({ partnershipId: partnership.id, action, subjectKind: "nomination", subjectId: nomination.id });

/** The candidate says, from their own address, that they stand and may be elected; only then are organisations written to. */
export async function consent(transaction: Transaction, changing: Changing, own: OwnHead, photo: PhotoChange): Promise<void> {
  const { election, nomination, now, partnership } = changing;
  await changeWords(transaction, changing, own, photo);
  await transaction.nomination.update({ where: { id: nomination.id }, data: { consentedAt: now, answers: { by: nomination.by, eligible: true, formVersion } } });
  await recordAudit(transaction, { ...toldBy(changing, "nomination.agree"), facts: { electionId: election.id } });
  await askSupporters(transaction, { partnership, election, nomination });
}

/** The candidate says that they do not stand: nothing is kept of what somebody wrote about them. */
export async function refuse(transaction: Transaction, changing: Changing): Promise<void> {
  await removeNomination(transaction, changing.partnership.id, changing.nomination);
  await recordAudit(transaction, toldBy(changing, "nomination.refuse"));
}

/** The candidate changes their words while nominations are open. */
export async function changeNomination(transaction: Transaction, changing: Changing, own: OwnHead, photo: PhotoChange): Promise<void> {
  await changeWords(transaction, changing, own, photo);
  await recordAudit(transaction, toldBy(changing, "nomination.change"));
}

/** The candidate withdraws: it is confirmed to them, and the returning officer is told. */
export async function withdrawNomination(transaction: Transaction, changing: Changing): Promise<void> {
  const { partnership, election, nomination, now } = changing;
  await transaction.nomination.update({ where: { id: nomination.id }, data: { withdrawnAt: now, revision: { increment: 1 } } });
  await recordAudit(transaction, toldBy(changing, "nomination.withdraw"));
  const about = { partnership: partnership.name, election: election.title, name: nomination.name };
  const toCandidate = { ...about, to: nomination.email, words: wordsFor(nomination.language) };
  await saveLetter(transaction, senderOf(partnership), withdrawnLetter(toCandidate, { link: await renewedLink(transaction, partnership, election, nomination) }));
  if (election.returningOfficerId === null) return;
  const { email, language } = await findPerson(transaction, election.returningOfficerId);
  const link = siteOfPartnership(partnership) + pathInLanguage(officeElectionPath(partnership, election, `nominations/${nomination.id}`), language);
  await saveLetter(transaction, senderOf(partnership), withdrawalLetter({ ...about, to: email, words: wordsFor(language) }, { link }));
}

/** Forgets nominations that nobody agreed to, once candidates are confirmed. */
export async function forgetUnanswered(transaction: Transaction, partnershipId: string, election: Pick<Election, "id">): Promise<void> {
  const rows = await transaction.nomination.findMany({ where: { electionId: election.id, consentedAt: null }, select: { id: true, photoId: true } });
  for (const one of rows) await removeNomination(transaction, partnershipId, one);
}
