// The notices of partnerships and of consultations, version by version. The database refuses to change one.
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { db } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { languages, textSchema, type Text } from "#app/shared/languages.ts";
import { dropPublishedPages, keepRecord } from "#app/shared/published-pages.server.ts";
import { wordsFor } from "#app/shared/words.server.ts";
import type { Consultation } from "./consultation.ts";
import { noticeKinds, standardNotices, upTo, versionBeforePins, type Notice, type NoticeKind } from "./notice.ts";

type Of = Pick<Consultation, "id" | "partnershipId" | "publishedAt" | "privacyVersion" | "disclosureVersion">;

/** Ours in every language, the newest first. */
function listStandard(kind: NoticeKind): Notice[] {
  return standardNotices[kind].map(({ version, paragraphs }) => {
    const text = Object.fromEntries(languages.map((language) => [language, paragraphs.map((key) => wordsFor(language).t(key)).join("\n\n")]));
    return { version, of: "standard", text, createdAt: null };
  });
}

/** A partnership's versions and ours, the newest first: what its consultations that have none of their own go by. */
export async function listPartnershipNotices(on: Database, partnershipId: string, kind: NoticeKind): Promise<Notice[]> {
  return [...(await listOwn(on, { partnershipId, consultationId: null }, kind)), ...listStandard(kind)];
}

async function listOwn(on: Database, where: { partnershipId: string; consultationId: string | null }, kind: NoticeKind): Promise<Notice[]> {
  const rows = await on.notice.findMany({ where: { ...where, kind }, orderBy: { number: "desc" } });
  const of = where.consultationId === null ? "partnership" : "consultation";
  return rows.map(({ id, text, createdAt }) => ({ version: id, of, text: textSchema.parse(text), createdAt }));
}

/** The version a consultation goes by and those before it, the newest first. Once published it keeps the one it was published with. */
export async function listNotices(on: Database, consultation: Of, kind: NoticeKind): Promise<[Notice, ...Notice[]]> {
  const own = await listOwn(on, { partnershipId: consultation.partnershipId, consultationId: consultation.id }, kind);
  const all = [...own, ...(await listPartnershipNotices(on, consultation.partnershipId, kind))];
  const pinned = consultation[`${kind}Version`] ?? versionBeforePins[kind];
  const inForce = consultation.publishedAt ? upTo(all, pinned) : all;
  const [first, ...rest] = inForce.length > 0 ? inForce : listStandard(kind);
  return [first!, ...rest];
}

export type NoticeTexts = Record<NoticeKind, Text>;

/** What is said to whoever is about to send. */
export async function findNoticeTexts(on: Database, consultation: Of): Promise<NoticeTexts> {
  const [privacy, disclosure] = await Promise.all(noticeKinds.map((kind) => listNotices(on, consultation, kind)));
  return { privacy: privacy![0].text, disclosure: disclosure![0].text };
}

/** The same from memory. */
export function recallNoticeTexts(consultation: Of, now: Date): Promise<NoticeTexts> {
  return keepRecord(`notices ${consultation.id}`, now, () => findNoticeTexts(db(), consultation), () => consultation.partnershipId);
}

/** The versions that a consultation is published with. */
export async function findVersions(on: Database, consultation: Of): Promise<{ privacyVersion: string; disclosureVersion: string }> {
  const [privacy, disclosure] = await Promise.all(noticeKinds.map((kind) => listNotices(on, consultation, kind)));
  return { privacyVersion: privacy![0].version, disclosureVersion: disclosure![0].version };
}

type NewNotice = { partnershipId: string; consultationId: string | null; kind: NoticeKind; text: Text; personId: string; now: Date };

/** Adds a version; its id. The caller holds what it is of. */
export async function addNotice(transaction: Transaction, { personId, now, ...notice }: NewNotice): Promise<string> {
  const { partnershipId, consultationId, kind } = notice;
  const last = await transaction.notice.aggregate({ where: { partnershipId, consultationId, kind }, _max: { number: true } });
  const id = newId();
  await transaction.notice.create({ data: { id, ...notice, number: (last._max.number ?? 0) + 1, createdAt: now, createdById: personId } });
  await dropPublishedPages(transaction, partnershipId);
  return id;
}

/** Has a published consultation go by a version from now on. */
export async function pinNotice(transaction: Transaction, { id, partnershipId }: Of, kind: NoticeKind, version: string): Promise<void> {
  await transaction.consultation.updateMany({ where: { id, partnershipId }, data: { [`${kind}Version`]: version } });
}

/** Holds a partnership so that nobody else adds a notice to it until this transaction has ended. */
export async function holdPartnership(transaction: Transaction, partnershipId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Partnership" WHERE id = ${partnershipId} FOR NO KEY UPDATE`;
}
