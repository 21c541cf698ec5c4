// Papers of meetings: kept, sent out, read and said something about. The caller holds the meeting.
import { removeFile, saveFileRow, type StoredFile } from "#app/files/store.server.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import type { Language } from "#app/shared/languages.ts";
import { dropPublishedPages } from "#app/shared/published-pages.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { isSame } from "#app/shared/same.ts";
import type { By } from "./meetings.store.server.ts";
import type { PaperDetails } from "./paper-form.ts";
import { paperSchema, type Paper } from "./paper.ts";

type Of = { id: string; partnershipId: string };

const include = { file: { select: { id: true, name: true, mimeType: true, sizeInBytes: true } } } as const;

/** All papers of a meeting, in the order in which they were put. */
export async function listPapers(on: Database, { id: meetingId, partnershipId }: Of): Promise<Paper[]> {
  const rows = await on.paper.findMany({ where: { meetingId, partnershipId }, orderBy: [{ position: "asc" }, { id: "asc" }], include });
  return rows.map((row) => paperSchema.parse(row));
}

/** A paper of the meeting, or 404. */
export async function findPaper(on: Database, { id: meetingId, partnershipId }: Of, id: string | undefined): Promise<Paper> {
  const row = await on.paper.findFirst({ where: { id: id ?? "", meetingId, partnershipId }, include });
  if (!row) throw notFound();
  return paperSchema.parse(row);
}

async function record(transaction: Transaction, { partnershipId, personId }: By, meetingId: string, action: string, facts: Record<string, string | number | boolean>): Promise<void> {
  await dropPublishedPages(transaction, partnershipId);
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "meeting", subjectId: meetingId, facts });
}

/** More than anybody reads before a meeting. */
export const mostPapers = 100;

/** Adds a paper to an item, with its file where it has one; its id. The same pressed twice is one; null where there is no room. */
export async function addPaper(transaction: Transaction, by: By, meeting: Of, itemId: string, details: PaperDetails, kept: StoredFile | null): Promise<string | null> {
  const { partnershipId, now } = by;
  const there = await transaction.paper.findMany({ where: { meetingId: meeting.id }, include: { file: { select: { sha256: true } } } });
  const alike = there.find((one) => one.itemId === itemId && isSame(one.title, details.title) && isSame(one.text, details.text) && (one.file?.sha256 ?? null) === (kept?.sha256 ?? null));
  if (alike) return alike.id;
  if (there.length >= mostPapers) return null;
  if (kept) await saveFileRow(transaction, kept);
  const id = newId();
  const position = Math.max(0, ...there.map((one) => one.position)) + 1;
  await transaction.paper.create({ data: { id, partnershipId, meetingId: meeting.id, itemId, position, fileId: kept?.id ?? null, ...details, createdAt: now } });
  await record(transaction, by, meeting.id, "meeting.add-paper", { paperId: id });
  return id;
}

/** Changes a paper that is not sent yet; another file takes the place of the one it had. */
export async function changePaper(transaction: Transaction, by: By, meeting: Of, { id, file }: Pick<Paper, "id" | "file">, details: PaperDetails, kept: StoredFile | null): Promise<void> {
  if (kept) await saveFileRow(transaction, kept);
  await transaction.paper.update({ where: { id }, data: { ...details, ...(kept && { fileId: kept.id }), revision: { increment: 1 } } });
  if (kept && file) await removeFile(transaction, by.partnershipId, file.id);
  await record(transaction, by, meeting.id, "meeting.change-paper", { paperId: id });
}

/** Marks papers as sent, those of them that came late too. */
export async function markSent(transaction: Transaction, by: By, meeting: Of, papers: readonly { id: string; isLate: boolean }[]): Promise<void> {
  for (const { id, isLate } of papers) {
    await transaction.paper.update({ where: { id }, data: { sentAt: by.now, isLate, revision: { increment: 1 } } });
  }
  if (papers.length > 0) await record(transaction, by, meeting.id, "meeting.send-papers", { papers: papers.length, late: papers.filter(({ isLate }) => isLate).length });
}

/** Takes a paper away that was not sent. */
export async function removePaper(transaction: Transaction, by: By, meeting: Of, { id, file }: Pick<Paper, "id" | "file">): Promise<void> {
  await transaction.paper.delete({ where: { id } });
  if (file) await removeFile(transaction, by.partnershipId, file.id);
  await record(transaction, by, meeting.id, "meeting.remove-paper", { paperId: id });
}

export type Comment = { id: string; name: string; text: string; language: string; createdAt: Date; appointmentId: string };

export const mostComments = 200;

/** What was said about a paper, the first first. */
export async function listComments(on: Database, { id: paperId }: Pick<Paper, "id">): Promise<Comment[]> {
  const rows = await on.paperComment.findMany({
    where: { paperId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: mostComments,
    include: { appointment: { select: { name: true } } },
  });
  return rows.map(({ appointment, ...row }) => ({ ...row, name: appointment.name }));
}

/** Says something about a paper; the same pressed twice is said once. False where as much was said as there is room for. */
export async function addComment(
  transaction: Transaction,
  by: By,
  { paper, appointmentId, text, language }: { paper: Pick<Paper, "id">; appointmentId: string; text: string; language: Language },
): Promise<boolean> {
  const { partnershipId, personId, now } = by;
  await transaction.$executeRaw`SELECT 1 FROM "Paper" WHERE id = ${paper.id} FOR UPDATE`;
  if ((await transaction.paperComment.count({ where: { paperId: paper.id, appointmentId, text } })) > 0) return true;
  if ((await transaction.paperComment.count({ where: { paperId: paper.id } })) >= mostComments) return false;
  await transaction.paperComment.create({ data: { id: newId(), partnershipId, paperId: paper.id, appointmentId, text, language, createdAt: now } });
  await recordAudit(transaction, { partnershipId, personId, action: "meeting.comment", subjectKind: "paper", subjectId: paper.id });
  return true;
}

/** Whoever wrote a comment takes it back. */
export async function removeComment(transaction: Transaction, { partnershipId, personId }: By, paper: Pick<Paper, "id">, id: string, appointmentIds: readonly string[]): Promise<void> {
  const { count } = await transaction.paperComment.deleteMany({ where: { id, paperId: paper.id, partnershipId, appointmentId: { in: [...appointmentIds] } } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "meeting.uncomment", subjectKind: "paper", subjectId: paper.id });
}
