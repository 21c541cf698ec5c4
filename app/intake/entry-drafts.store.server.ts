// Every query about responses being entered: begun, kept page by page, and gone once they are saved.
import type { Entries } from "#app/forms/entries.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import type { Consultation } from "#app/consultations/consultation.ts";
import { keptForDays } from "#app/consultations/draft.ts";
import type { DetailsEntries } from "./details.ts";
import { purposes, type EntryDraft, type Purpose } from "./entry.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

type Begun = {
  formVersionId: string;
  personId: string;
  purpose: Purpose;
  responseId?: string;
  details?: DetailsEntries;
  entries?: Entries;
  illegible?: string[];
};

/** Begins an entry; its id. What the same person began for the same purpose about the same response is gone on with. */
export async function beginEntry(on: Database, { id: consultationId, partnershipId }: Of, begun: Begun, now: Date): Promise<string> {
  const { formVersionId, personId, purpose, responseId, details = {}, entries = {}, illegible = [] } = begun;
  if (responseId !== undefined) {
    const there = await on.entryDraft.findFirst({ where: { consultationId, personId, purpose, responseId }, select: { id: true } });
    if (there) return there.id;
  }
  const id = newId();
  const typed = { details, entries, illegible };
  await on.entryDraft.create({
    data: { id, partnershipId, consultationId, formVersionId, personId, purpose, responseId: responseId ?? null, ...typed, startedAt: now, savedAt: now },
  });
  return id;
}

function readDraft(row: { purpose: string; details: unknown; entries: unknown } & Omit<EntryDraft, "purpose" | "details" | "entries">): EntryDraft {
  const purpose = purposes.find((one) => one === row.purpose) ?? "first";
  return { ...row, purpose, details: row.details as DetailsEntries, entries: row.entries as Entries };
}

const columns = {
  ...{ id: true, consultationId: true, formVersionId: true, purpose: true, responseId: true },
  ...{ details: true, entries: true, illegible: true, savedAt: true },
};

/** An entry of this person's own, or 404: nobody else opens it. */
export async function findEntry(on: Database, { id: consultationId }: Of, personId: string, id: string | undefined): Promise<EntryDraft> {
  const row = id === undefined ? null : await on.entryDraft.findFirst({ where: { id, consultationId, personId }, select: columns });
  if (!row) throw notFound();
  return readDraft(row);
}

/** Keeps what was typed on a page, under another version of the form where that is what the paper was printed from. */
export async function saveEntry(
  on: Database,
  { id }: Pick<EntryDraft, "id">,
  typed: Partial<Pick<EntryDraft, "details" | "entries" | "illegible" | "formVersionId">>,
  now: Date,
): Promise<void> {
  await on.entryDraft.updateMany({ where: { id }, data: { ...typed, savedAt: now } });
}

/** Takes the entry away as it is saved for good, or given up; false where that was done already. */
export async function removeEntry(transaction: Transaction, { id }: Pick<EntryDraft, "id">): Promise<boolean> {
  return (await transaction.entryDraft.deleteMany({ where: { id } })).count > 0;
}

/** What somebody began to enter here and has not saved, the latest first. */
export async function listOwnEntries(on: Database, { id: consultationId }: Of, personId: string): Promise<EntryDraft[]> {
  const rows = await on.entryDraft.findMany({ where: { consultationId, personId }, select: columns, orderBy: { savedAt: "desc" }, take: 20 });
  return rows.map(readDraft);
}

const oldAt = (now: Date) => ({ savedAt: { lt: new Date(now.getTime() - keptForDays * 86_400_000) } });

/** How many nobody has worked on for 28 days, of one partnership or, given null, of all. */
export function countOldEntries(on: Database, now: Date, partnershipId: string | null): Promise<number> {
  return on.entryDraft.count({ where: { ...oldAt(now), ...(partnershipId !== null && { partnershipId }) } });
}

/** Deletes those; how many. */
export async function deleteOldEntries(on: Database, now: Date): Promise<number> {
  return (await on.entryDraft.deleteMany({ where: oldAt(now) })).count;
}

/** Deletes one of a partnership, whoever began it; false where it is gone. */
export async function eraseEntry(on: Database, partnershipId: string, id: string): Promise<boolean> {
  return (await on.entryDraft.deleteMany({ where: { id, partnershipId } })).count > 0;
}
