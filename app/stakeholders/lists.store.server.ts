// Lists of stakeholders, kept by the partnership for one consultation or many.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { holdStakeholders, type By } from "./stakeholders.store.server.ts";

export type StakeholderList = { id: string; name: string };
/** How many are on it, of them with an e-mail address, and of those, whom no letter goes to. */
export type CountedList = StakeholderList & { all: number; withEmail: number; stopped: number };

const mostLists = 200;

/** Every list by name, with how many are on it. */
export async function listLists(on: Database, partnershipId: string): Promise<CountedList[]> {
  return on.$queryRaw<CountedList[]>`
    SELECT list.id, list.name, count(s.id)::int AS all, count(s.email)::int AS "withEmail", count(stop."keyHash") FILTER (WHERE s.email IS NOT NULL)::int AS stopped
    FROM "StakeholderList" list
    LEFT JOIN "ListedStakeholder" listed ON listed."listId" = list.id
    LEFT JOIN "Stakeholder" s ON s.id = listed."stakeholderId"
    LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = s."partnershipId" AND stop."keyHash" = s."keyHash"
    WHERE list."partnershipId" = ${partnershipId} GROUP BY list.id ORDER BY list.name, list.id LIMIT ${mostLists}`;
}

/** The same of everybody, on however many lists. */
export async function countEverybody(on: Database, partnershipId: string): Promise<Omit<CountedList, "id" | "name">> {
  const [counted] = await on.$queryRaw<[Omit<CountedList, "id" | "name">]>`
    SELECT count(s.id)::int AS all, count(s.email)::int AS "withEmail", count(stop."keyHash") FILTER (WHERE s.email IS NOT NULL)::int AS stopped
    FROM "Stakeholder" s LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = s."partnershipId" AND stop."keyHash" = s."keyHash"
    WHERE s."partnershipId" = ${partnershipId}`;
  return counted;
}

/** A list of the partnership, or 404. */
export async function findList(on: Database, partnershipId: string, id: string | undefined): Promise<StakeholderList> {
  const row = await on.stakeholderList.findFirst({ where: { id: id ?? "", partnershipId }, select: { id: true, name: true } });
  if (!row) throw notFound();
  return row;
}

/** Begins a list, or renames one; null where another has the name, or there are as many as there may be. */
export async function saveList(transaction: Transaction, { partnershipId, personId, now }: By, id: string | null, name: string): Promise<string | null> {
  await holdStakeholders(transaction, partnershipId);
  const other = await transaction.stakeholderList.findUnique({ where: { partnershipId_name: { partnershipId, name } }, select: { id: true } });
  if (other && other.id !== id) return null;
  if (id === null && (await transaction.stakeholderList.count({ where: { partnershipId } })) >= mostLists) return null;
  const saved = id ?? newId();
  if (id === null) await transaction.stakeholderList.create({ data: { id: saved, partnershipId, name, createdAt: now, createdById: personId } });
  else await transaction.stakeholderList.updateMany({ where: { id, partnershipId }, data: { name } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: id === null ? "stakeholders.begin-list" : "stakeholders.rename-list", subjectKind: "stakeholder-list", subjectId: saved },
  });
  return saved;
}

/** Takes a list away, and with it those who are on no other. */
export async function deleteList(transaction: Transaction, { partnershipId, personId }: By, id: string): Promise<number> {
  const gone = await transaction.$executeRaw`
    DELETE FROM "Stakeholder" s USING "ListedStakeholder" listed
    WHERE listed."listId" = ${id} AND listed."stakeholderId" = s.id AND s."partnershipId" = ${partnershipId}
      AND NOT EXISTS (SELECT 1 FROM "ListedStakeholder" other WHERE other."stakeholderId" = s.id AND other."listId" <> ${id})`;
  await transaction.stakeholderList.deleteMany({ where: { id, partnershipId } });
  await recordAudit(transaction, { partnershipId, personId, action: "stakeholders.delete-list", subjectKind: "stakeholder-list", subjectId: id, facts: { count: gone } });
  return gone;
}

/** How many are on this list and on no other. */
export async function countOnlyOn(on: Database, listId: string): Promise<number> {
  const [row] = await on.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM "ListedStakeholder" listed WHERE listed."listId" = ${listId}
      AND NOT EXISTS (SELECT 1 FROM "ListedStakeholder" other WHERE other."stakeholderId" = listed."stakeholderId" AND other."listId" <> ${listId})`;
  return row.count;
}

/** On which lists somebody is. */
export async function listsOf(on: Database, stakeholderId: string): Promise<StakeholderList[]> {
  return on.stakeholderList.findMany({ where: { listed: { some: { stakeholderId } } }, select: { id: true, name: true }, orderBy: { name: "asc" } });
}

/** Puts somebody on these lists and on no others. */
export async function setListsOf(transaction: Transaction, { partnershipId }: By, stakeholderId: string, wanted: readonly string[]): Promise<void> {
  const known = await transaction.stakeholderList.findMany({ where: { partnershipId, id: { in: [...wanted] } }, select: { id: true } });
  await transaction.listedStakeholder.deleteMany({ where: { stakeholderId, listId: { notIn: known.map(({ id }) => id) } } });
  await transaction.listedStakeholder.createMany({ data: known.map(({ id: listId }) => ({ listId, stakeholderId, partnershipId })), skipDuplicates: true });
}

/** Says that everybody on the list is right, so that the time for which they are kept counts anew; how many. */
export async function confirmList(transaction: Transaction, { partnershipId, personId, now }: By, listId: string): Promise<number> {
  const { count } = await transaction.stakeholder.updateMany({ where: { partnershipId, lists: { some: { listId } } }, data: { confirmedAt: now } });
  await recordAudit(transaction, { partnershipId, personId, action: "stakeholders.confirm-list", subjectKind: "stakeholder-list", subjectId: listId, facts: { count } });
  return count;
}
