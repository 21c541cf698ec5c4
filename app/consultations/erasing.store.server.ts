// What is deleted of responses when its time is over or somebody asks for it, in runs, so that nobody waits behind a hundred
// thousand. How many there were, when and by which way they came, stays.
import { removeFile } from "#app/files/store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { countInto, emptyTally, type Tally } from "#app/forms/tally.ts";
import { withoutWords } from "#app/forms/without-words.ts";
import { ask, db, inTransaction, type Database, type Transaction } from "#app/shared/db.server.ts";
import { textInAll } from "#app/shared/words.server.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { equalityForm } from "./equality-form.ts";
import { deleteEqualityAnswers, listKeysLeftOut } from "./equality.store.server.ts";
import { findFormVersion } from "./store.server.ts";
import { countUp } from "./tallies.store.server.ts";

type Place = { receivedAt: Date; id: string };
type Of = { id: string; partnershipId: string };

const run = 1000;

const contactsErased = {
  name: "contacts erased",
  text: `
    WITH run AS (
      SELECT id, "receivedAt" FROM "Response" WHERE "consultationId" = $1 AND ("receivedAt", id) > ($2::timestamptz, $3)
      ORDER BY "receivedAt", id LIMIT ${run}),
    contact AS (DELETE FROM "ResponseContact" c USING run WHERE c."responseId" = run.id RETURNING 1),
    draft AS (DELETE FROM "Draft" d USING run WHERE d."responseId" = run.id RETURNING 1),
    entered AS (
      UPDATE "EnteredResponse" e SET helper = NULL, original = NULL, unread = '{}',
        "againDiffers" = CASE WHEN e."againSettledAt" IS NOT NULL THEN e."againDiffers" END
      FROM run WHERE e."responseId" = run.id)
    SELECT id, "receivedAt", (SELECT count(*)::int FROM contact) AS erased FROM run ORDER BY "receivedAt" DESC, id DESC LIMIT 1`,
};

/** Deletes what names or reaches those who answered, and what is left of their drafts; of how many responses. */
export async function eraseContacts(consultationId: string): Promise<number> {
  let erased = 0;
  for (let from: Place | undefined = { receivedAt: new Date(0), id: "" }; from; ) {
    const [last]: (Place & { erased: number })[] = await ask(contactsErased, [consultationId, from.receivedAt, from.id]);
    erased += last?.erased ?? 0;
    from = last;
  }
  return erased;
}

/** Adds the equality answers of responses that count up and deletes all there are, both or neither in each run; how many there were. */
export async function addUpEquality({ id: consultationId, partnershipId }: Of, now: Date): Promise<number> {
  const definition = equalityForm(textInAll, { also: ["gender-identity"] });
  const leftOut = await listKeysLeftOut(db(), consultationId);
  for (let erased = 0; ; ) {
    const added = await inTransaction(async (transaction) => {
      const rows = await transaction.$queryRaw<{ key: string; answers: Answers }[]>`
        DELETE FROM "EqualityAnswer" WHERE key IN (
          SELECT key FROM "EqualityAnswer" WHERE "consultationId" = ${consultationId} LIMIT ${run} FOR UPDATE)
        RETURNING key, answers`;
      if (rows.length === 0) return 0;
      const counting = rows.filter(({ key }) => !leftOut.has(key));
      const before = await transaction.equalityTally.findUnique({ where: { consultationId } });
      const held: Tally = before ? { responses: before.responses, questions: before.counts as Tally["questions"] } : emptyTally();
      const { responses, questions } = countInto(held, definition, counting.map(({ answers }) => ({ answers, sign: 1 })));
      const counted = { counts: questions as Prisma.InputJsonObject, responses, countedAt: now };
      await transaction.equalityTally.upsert({
        where: { consultationId },
        create: { consultationId, partnershipId, ...counted },
        update: counted,
      });
      return rows.length;
    });
    if (added === 0) return erased;
    erased += added;
  }
}

/**
 * Deletes what these responses said, with the files they sent: what names a person, drafts, equality answers, every revision.
 * None of them may wait to be counted. What stays is that there was one, when and how it came.
 */
async function eraseAnswersOf(transaction: Transaction, partnershipId: string, responseIds: readonly string[]): Promise<void> {
  const ids = [...responseIds];
  const of = { responseId: { in: ids } };
  await eraseRevisions(transaction, partnershipId, ids, 0);
  await transaction.countedResponse.deleteMany({ where: of });
  // how many a set has stays; its texts go with the revisions
  await transaction.setResponse.updateMany({ where: of, data: { closed: {}, worded: [] } });
  await transaction.analysisSet.updateMany({ where: { partnershipId, responses: { some: of } }, data: { erasures: { increment: 1 } } });
  // after the sets are held, because columns of one are only written while it is
  await transaction.setColumns.deleteMany({ where: { partnershipId, set: { responses: { some: of } } } });
  // what the texts of a campaign share goes with the last of them
  await transaction.campaign.deleteMany({ where: { partnershipId, members: { none: {} } } });
  await transaction.enteredResponse.deleteMany({ where: of });
  await transaction.entryDraft.deleteMany({ where: of });
  await transaction.responseLook.deleteMany({ where: of });
  await transaction.responseContact.deleteMany({ where: of });
  await transaction.draft.deleteMany({ where: { ...of, partnershipId } });
  await deleteEqualityAnswers(transaction, ids);
  await transaction.response.updateMany({ where: { id: { in: ids }, partnershipId }, data: { reference: null, draftId: null, importKey: null } });
}

/** Forgets what is kept beside the answers: what they were compared by; who helped, the letter in its own words, what could not be read. */
async function forgetOriginals(transaction: Transaction, responseIds: string[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "EnteredResponse" SET helper = NULL, original = NULL, unread = '{}', "againDiffers" = NULL WHERE "responseId" = ANY(${responseIds})`;
  await transaction.entryDraft.deleteMany({ where: { responseId: { in: responseIds } } });
  await transaction.responseLook.deleteMany({ where: { responseId: { in: responseIds } } });
}

/** Deletes revisions, all or those before a number, with the files that only they name. */
async function eraseRevisions(transaction: Transaction, partnershipId: string, responseIds: string[], before: number): Promise<void> {
  const files = await transaction.$queryRaw<{ id: string }[]>`
    WITH gone AS (
      DELETE FROM "ResponseRevision" WHERE "responseId" = ANY(${responseIds}) AND (${before} = 0 OR number < ${before})
      RETURNING "responseId", answers)
    SELECT DISTINCT answer.value->>'fileId' AS id FROM gone, jsonb_each(gone.answers) answer
    WHERE jsonb_typeof(answer.value) = 'object' AND answer.value ? 'fileId'
      AND NOT EXISTS (SELECT FROM "ResponseRevision" kept, jsonb_each(kept.answers) still
        WHERE ${before} > 0 AND kept."responseId" = gone."responseId" AND kept.number >= ${before}
          AND still.value->>'fileId' = answer.value->>'fileId')`;
  for (const { id } of files) await removeFile(transaction, partnershipId, id);
}

type ListRun = (on: Database, from: Place) => Promise<Place[]>;

async function eraseInRuns(partnershipId: string, listRun: ListRun): Promise<number> {
  let erased = 0;
  for (let from: Place | undefined = { receivedAt: new Date(0), id: "" }; from; ) {
    const after: Place = from;
    const run = await inTransaction(async (transaction) => {
      const rows = await listRun(transaction, after);
      if (rows.length > 0) await eraseAnswersOf(transaction, partnershipId, rows.map(({ id }) => id));
      return rows;
    });
    erased += run.length;
    from = run.at(-1);
  }
  return erased;
}

/** So many at once, because each may have files. */
const answersAtOnce = 500;

/**
 * Deletes what was answered in a consultation, for good: its tallies are counted up first and are what is left. Does nothing
 * while responses wait to be counted. Of how many responses.
 */
export async function eraseAnswers({ id: consultationId, partnershipId }: Of, now: Date): Promise<number> {
  await countUp(consultationId, now);
  if ((await db().tallyChange.count({ where: { consultationId } })) > 0) return 0;
  // because what is counted again from then on would be counted from what is left
  await db().consultation.updateMany({ where: { id: consultationId, answersErasedAt: null }, data: { answersErasedAt: now } });
  return eraseInRuns(partnershipId, (on, { receivedAt, id }) => on.$queryRaw<Place[]>`
    SELECT r.id, r."receivedAt" FROM "Response" r
    WHERE r."consultationId" = ${consultationId} AND (r."receivedAt", r.id) > (${receivedAt}::timestamptz, ${id})
      AND EXISTS (SELECT FROM "ResponseRevision" v WHERE v."responseId" = r.id)
    ORDER BY r."receivedAt", r.id LIMIT ${answersAtOnce}`);
}

/** Withdrawn before the freeze and before `until`, counted out, and not deleted yet. */
const withdrawn = `
  "Response" r JOIN "Consultation" c ON c.id = r."consultationId"
  WHERE r."withdrawnAt" <= $1::timestamptz AND (c."frozenAt" IS NULL OR r."withdrawnAt" < c."frozenAt")
    AND NOT EXISTS (SELECT FROM "TallyChange" t WHERE t."responseId" = r.id AND t."consultationId" = c.id)
    AND EXISTS (SELECT FROM "ResponseRevision" v WHERE v."responseId" = r.id) AND NOT c.id = ANY($2)`;

/** How many withdrawn responses of each consultation are still there, those of the consultations held left out. */
export function countWithdrawn(until: Date, held: readonly string[]): Promise<{ partnershipId: string; consultationId: string; count: number }[]> {
  const text = `SELECT c."partnershipId", c.id AS "consultationId", count(*)::int AS count FROM ${withdrawn} GROUP BY c.id`;
  return ask({ name: "withdrawn counted", text }, [until, held]);
}

/** Deletes what the withdrawn responses of a consultation said; of how many. */
export function eraseWithdrawn({ id: consultationId, partnershipId }: Of, until: Date): Promise<number> {
  const text = `SELECT r.id, r."receivedAt" FROM ${withdrawn} AND c.id = $3 AND (r."receivedAt", r.id) > ($4::timestamptz, $5)
    ORDER BY r."receivedAt", r.id LIMIT ${answersAtOnce}`;
  return eraseInRuns(partnershipId, (on, { receivedAt, id }) => on.$queryRawUnsafe<Place[]>(text, until, [], consultationId, receivedAt, id));
}

export type Kept = { contacts: number; equality: number; answers: number };

/** Of how many responses there still are contacts, equality answers and answers, by consultation. */
export async function countKept(on: Database, consultationIds: readonly string[]): Promise<Map<string, Kept>> {
  const ids = [...consultationIds];
  const rows = await on.$queryRaw<({ id: string } & Kept)[]>`
    SELECT c.id,
      (SELECT count(*)::int FROM "Response" r JOIN "ResponseContact" k ON k."responseId" = r.id WHERE r."consultationId" = c.id) AS contacts,
      (SELECT count(*)::int FROM "EqualityAnswer" e WHERE e."consultationId" = c.id) AS equality,
      (SELECT count(*)::int FROM "Response" r JOIN "ResponseRevision" v ON v."responseId" = r.id AND v.number = r."currentRevision"
        WHERE r."consultationId" = c.id) AS answers
    FROM "Consultation" c WHERE c.id = ANY(${ids})`;
  return new Map(rows.map(({ id, ...kept }) => [id, kept]));
}

type OneResponse = { id: string; partnershipId: string; consultationId: string };

/**
 * Takes a response out of everything, as if it had never been counted, with what names or reaches the person; false where it was
 * taken out before.
 */
export async function takeOut(transaction: Transaction, { id: responseId, partnershipId, consultationId }: OneResponse, now: Date): Promise<boolean> {
  // because a change takes the draft before the response, and two that wait for each other in turn would never end
  await transaction.draft.deleteMany({ where: { responseId, partnershipId } });
  const [taken] = await transaction.response.updateManyAndReturn({
    where: { id: responseId, partnershipId, withdrawnAt: null },
    data: { withdrawnAt: now },
    select: { currentRevision: true, excludedAt: true },
  });
  if (!taken) return false;
  if (taken.excludedAt === null) {
    await transaction.tallyChange.create({ data: { partnershipId, consultationId, responseId, revision: taken.currentRevision, sign: -1 } });
  }
  await transaction.responseContact.deleteMany({ where: { responseId } });
  await deleteEqualityAnswers(transaction, [responseId]);
  return true;
}

/** Deletes all that a response said once it was taken out and counted out; while it is still being counted, the clock does so later. */
export async function eraseTakenOut({ id, partnershipId, consultationId }: OneResponse, now: Date): Promise<boolean> {
  await countUp(consultationId, now);
  return inTransaction(async (transaction) => {
    if ((await transaction.tallyChange.count({ where: { responseId: id, consultationId } })) > 0) return false;
    await eraseAnswersOf(transaction, partnershipId, [id]);
    return true;
  });
}

/** Deletes what names or reaches whoever sent a response that has to stay, and its equality answers. */
export async function eraseContactOf(transaction: Transaction, { id: responseId, partnershipId }: OneResponse): Promise<void> {
  await transaction.draft.deleteMany({ where: { responseId, partnershipId } });
  await transaction.responseContact.deleteMany({ where: { responseId } });
  await deleteEqualityAnswers(transaction, [responseId]);
  await transaction.response.updateMany({ where: { id: responseId, partnershipId }, data: { reference: null, draftId: null, importKey: null } });
  await forgetOriginals(transaction, [responseId]);
}

/** Leaves of a response that has to stay only what was chosen: a new revision without words takes the place of those before it. */
export async function eraseWordsOf({ id: responseId, partnershipId, consultationId }: OneResponse, now: Date): Promise<void> {
  const number = await inTransaction(async (transaction) => {
    const changed = await transaction.response.update({
      where: { id: responseId, partnershipId },
      data: { currentRevision: { increment: 1 } },
      select: { currentRevision: true, excludedAt: true },
    });
    const last = await transaction.responseRevision.findUniqueOrThrow({ where: { responseId_number: { responseId, number: changed.currentRevision - 1 } } });
    const { definition } = await findFormVersion(transaction, last.formVersionId);
    const answers = withoutWords(definition, last.answers as Answers) as Prisma.InputJsonObject;
    await transaction.responseRevision.create({
      data: { partnershipId, responseId, number: changed.currentRevision, formVersionId: last.formVersionId, answers, sentAt: last.sentAt },
    });
    if (changed.excludedAt === null) {
      const change = { partnershipId, consultationId, responseId };
      await transaction.tallyChange.create({ data: { ...change, revision: changed.currentRevision - 1, sign: -1 } });
      await transaction.tallyChange.create({ data: { ...change, revision: changed.currentRevision, sign: 1 } });
    }
    await forgetOriginals(transaction, [responseId]);
    return changed.currentRevision;
  });
  await countUp(consultationId, now);
  await inTransaction(async (transaction) => {
    if ((await transaction.tallyChange.count({ where: { responseId, consultationId } })) === 0) await eraseRevisions(transaction, partnershipId, [responseId], number);
  });
}
