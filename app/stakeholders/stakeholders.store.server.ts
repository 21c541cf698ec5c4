// Stakeholders of a partnership: each once, on as many lists as one likes.
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId, sha256 } from "#app/shared/keys.server.ts";
import { defaultLanguage, isLanguage } from "#app/shared/languages.ts";
import { partPattern } from "#app/shared/like.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { Prisma } from "#prisma/client/client.ts";
import { fillIn, keyOf, type StakeholderField, type StakeholderHead } from "./stakeholder.ts";

export type WhyStopped = "unsubscribed" | "bounced";
export type Stakeholder = StakeholderHead & { id: string; keyHash: string; confirmedAt: Date; stopped: WhyStopped | null };
export type By = { partnershipId: string; personId: string; now: Date };

/** The partnership is part of it, so that nobody can tell by it whom another invites. */
function keyHashOf(partnershipId: string, head: StakeholderHead): string {
  return sha256(`stakeholder ${partnershipId} ${keyOf(head)}`);
}

type Row = Omit<StakeholderHead, "language"> & { id: string; keyHash: string; confirmedAt: Date; language: string; stopped: string | null };

function read({ language, stopped, ...row }: Row): Stakeholder {
  return { ...row, language: isLanguage(language) ? language : defaultLanguage, stopped: stopped === "unsubscribed" || stopped === "bounced" ? stopped : null };
}

const columns = Prisma.sql`s.id, s.name, s.organisation, s.email, s.telephone, s.post, s.language, s.audience, s.source, s."keyHash", s."confirmedAt", stop.why AS stopped`;
const fromAll = Prisma.sql`"Stakeholder" s LEFT JOIN "StoppedAddress" stop ON stop."partnershipId" = s."partnershipId" AND stop."keyHash" = s."keyHash"`;

const onList = (listId: string | null) => (listId === null ? Prisma.empty : Prisma.sql`AND EXISTS (SELECT 1 FROM "ListedStakeholder" l WHERE l."stakeholderId" = s.id AND l."listId" = ${listId})`);

/** Those of a list or, given none, of all, by organisation and name; `search` finds a part of a name or an address. */
export async function listStakeholders(
  on: Database,
  { partnershipId, listId = null, search = "", after = null, most = 50 }: { partnershipId: string; listId?: string | null; search?: string; after?: string | null; most?: number },
): Promise<{ stakeholders: Stakeholder[]; nextAfter: string | null }> {
  const part = partPattern(search);
  const found = search === "" ? Prisma.empty : Prisma.sql`AND (s.name ILIKE ${part} OR s.organisation ILIKE ${part} OR s.email ILIKE ${part})`;
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (s.organisation, s.name, s.id) > (SELECT organisation, name, id FROM "Stakeholder" WHERE id = ${after} AND "partnershipId" = ${partnershipId})`;
  const rows = await on.$queryRaw<Row[]>`
    SELECT ${columns} FROM ${fromAll} WHERE s."partnershipId" = ${partnershipId} ${onList(listId)} ${found} ${from}
    ORDER BY s.organisation, s.name, s.id LIMIT ${most + 1}`;
  const stakeholders = rows.slice(0, most).map(read);
  return { stakeholders, nextAfter: rows.length > most ? (stakeholders.at(-1)?.id ?? null) : null };
}

/** A stakeholder of the partnership, or 404. */
export async function findStakeholder(on: Database, partnershipId: string, id: string | undefined): Promise<Stakeholder> {
  const [row] = await on.$queryRaw<Row[]>`SELECT ${columns} FROM ${fromAll} WHERE s."partnershipId" = ${partnershipId} AND s.id = ${id ?? ""}`;
  if (!row) throw notFound();
  return read(row);
}

const atOnce = 1_000;

function* inBatches<One>(all: readonly One[]): Generator<One[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce);
}

/** What bringing them in does, or would do: how many are new, known already, and among those on the list already. */
export type BroughtIn = { added: number; known: number; listed: number; filled: number; differs: { of: string; fields: StakeholderField[] }[] };

async function compare(on: Database, partnershipId: string, listId: string, heads: readonly StakeholderHead[]) {
  const hashed = heads.map((head) => ({ head, keyHash: keyHashOf(partnershipId, head) }));
  const rows = await on.$queryRaw<(Row & { isListed: boolean })[]>`
    SELECT ${columns}, EXISTS (SELECT 1 FROM "ListedStakeholder" l WHERE l."stakeholderId" = s.id AND l."listId" = ${listId}) AS "isListed"
    FROM ${fromAll} WHERE s."partnershipId" = ${partnershipId} AND s."keyHash" = ANY(${hashed.map(({ keyHash }) => keyHash)})`;
  const known = new Map(rows.map(({ isListed, ...row }) => [row.keyHash, { stakeholder: read(row), isListed }]));
  return hashed.map(({ head, keyHash }) => ({ head, keyHash, there: known.get(keyHash) ?? null }));
}

/** What bringing them in would do. */
export async function foresee(on: Database, partnershipId: string, listId: string, heads: readonly StakeholderHead[]): Promise<BroughtIn> {
  const sum: BroughtIn = { added: 0, known: 0, listed: 0, filled: 0, differs: [] };
  for (const batch of inBatches(heads)) {
    for (const { head, there } of await compare(on, partnershipId, listId, batch)) addTo(sum, head, there);
  }
  return sum;
}

function addTo(sum: BroughtIn, head: StakeholderHead, there: { stakeholder: Stakeholder; isListed: boolean } | null) {
  if (!there) return void (sum.added += 1);
  const { filled, differs } = fillIn(there.stakeholder, head);
  sum.known += 1;
  if (there.isListed) sum.listed += 1;
  if (filled.length > 0) sum.filled += 1;
  if (differs.length > 0) sum.differs.push({ of: there.stakeholder.id, fields: differs });
}

/** Holds the stakeholders of a partnership and their lists, because whoever is looked for and not found is added, and two may do so at once. */
export async function holdStakeholders(transaction: Transaction, partnershipId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`folkmoot stakeholders ${partnershipId}`}, 0))`;
}

/** Puts them on the list: who is known stays as they are, with what was lacking filled in. */
export async function bringIn(transaction: Transaction, by: By, listId: string, heads: readonly StakeholderHead[]): Promise<BroughtIn> {
  const { partnershipId, personId, now } = by;
  await holdStakeholders(transaction, partnershipId);
  const sum: BroughtIn = { added: 0, known: 0, listed: 0, filled: 0, differs: [] };
  for (const batch of inBatches(heads)) {
    const compared = await compare(transaction, partnershipId, listId, batch);
    const fresh = compared.filter(({ there }) => there === null).map(({ head, keyHash }) => ({ ...head, id: newId(), keyHash }));
    await transaction.stakeholder.createMany({ data: fresh.map((one) => ({ ...one, partnershipId, createdAt: now, createdById: personId, confirmedAt: now })) });
    const known = compared.flatMap(({ head, there }) => (there ? [{ head, ...there }] : []));
    for (const { head, stakeholder } of known) {
      const { merged, filled } = fillIn(stakeholder, head);
      if (filled.length === 0) continue;
      await transaction.stakeholder.update({ where: { id: stakeholder.id }, data: Object.fromEntries(filled.map((field) => [field, merged[field]])) });
    }
    await transaction.stakeholder.updateMany({ where: { id: { in: known.map(({ stakeholder }) => stakeholder.id) } }, data: { confirmedAt: now } });
    const ids = [...fresh.map(({ id }) => id), ...known.map(({ stakeholder }) => stakeholder.id)];
    await transaction.listedStakeholder.createMany({ data: ids.map((stakeholderId) => ({ partnershipId, listId, stakeholderId })), skipDuplicates: true });
    for (const { head, there } of compared) addTo(sum, head, there);
  }
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "stakeholders.bring-in", subjectKind: "stakeholder-list", subjectId: listId },
    facts: { added: sum.added, known: sum.known },
  });
  return sum;
}

/** Writes one down, or changes them; where somebody else is there who is told apart by nothing, says who. */
export async function saveStakeholder(transaction: Transaction, by: By, id: string | null, head: StakeholderHead): Promise<Result<string, { id: string }>> {
  const { partnershipId, personId, now } = by;
  await holdStakeholders(transaction, partnershipId);
  const keyHash = keyHashOf(partnershipId, head);
  const other = await transaction.stakeholder.findUnique({ where: { partnershipId_keyHash: { partnershipId, keyHash } }, select: { id: true } });
  if (other && other.id !== id) return fail({ id: other.id });
  const saved = id ?? newId();
  if (id === null) await transaction.stakeholder.create({ data: { id: saved, partnershipId, ...head, keyHash, createdAt: now, createdById: personId, confirmedAt: now } });
  else {
    const before = await findStakeholder(transaction, partnershipId, id);
    await transaction.stakeholder.update({ where: { id }, data: { ...head, keyHash, confirmedAt: now } });
    // what did not arrive at an address says nothing about the next
    if (before.keyHash !== keyHash) {
      await transaction.stakeholderBounce.deleteMany({ where: { stakeholderId: id } });
      await moveWaitingLetters(transaction, id, keyHash);
    }
  }
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: id === null ? "stakeholder.add" : "stakeholder.change", subjectKind: "stakeholder", subjectId: saved },
  });
  return succeed(saved);
}

/** A letter that waits goes to the new address, unless somebody else was invited there. */
async function moveWaitingLetters(transaction: Transaction, stakeholderId: string, keyHash: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "MailedLetter" mailed SET "keyHash" = ${keyHash} WHERE mailed."stakeholderId" = ${stakeholderId} AND mailed.state = 'waiting'
      AND NOT EXISTS (SELECT 1 FROM "MailedLetter" other WHERE other."consultationId" = mailed."consultationId" AND other.kind = mailed.kind AND other."keyHash" = ${keyHash})`;
}

/** Erases somebody: from every list, with the letters that did not arrive. That they are not to be written to stays, as a hash. */
export async function eraseStakeholder(transaction: Transaction, { partnershipId, personId }: By, id: string, action: "stakeholder.erase" | "personal-data.erase"): Promise<boolean> {
  const { count } = await transaction.stakeholder.deleteMany({ where: { id, partnershipId } });
  if (count === 0) return false;
  await recordAudit(transaction, { partnershipId, personId, action, subjectKind: "stakeholder", subjectId: id });
  return true;
}
