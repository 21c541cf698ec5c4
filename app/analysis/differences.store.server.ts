// Texts on which their two readers differ, and what was settled to hold of them. The caller has asked the policy.
import type { Consultation } from "#app/consultations/consultation.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { fail, succeed, type Result } from "#app/shared/result.ts";
import { Prisma } from "#prisma/client/client.ts";
import { givenIn, textsOf } from "./coded-texts.store.server.ts";
import type { Coding } from "./coding.ts";
import { listCodings, listShared } from "./codings.store.server.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

/** The texts of a set that both readers are done with, and whether one of them gave a code that the other did not. */
function readTwice(setId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT said.id, said."questionId", said."responseId", first."coderId" AS "firstId", second."coderId" AS "secondId",
      EXISTS (
        SELECT FROM (${givenIn(setId)}) given
        WHERE given."textId" = said.id AND (given.pass = 'first' OR (given.pass = 'second' AND given."coderId" = second."coderId"))
        GROUP BY given."codeId" HAVING count(DISTINCT given.pass) = 1) AS differs
    FROM (${textsOf(setId)}) said
    JOIN "CodingTask" first ON first."textId" = said.id AND first.pass = 'first' AND first."doneAt" IS NOT NULL
    JOIN "CodingTask" second ON second."textId" = said.id AND second.pass = 'second' AND second."doneAt" IS NOT NULL`;
}

export type DifferenceCounts = { both: number; differing: number; settled: number; waiting: number };

/** How many texts both have read, on how many they differ, how many of those were settled and how many wait. */
export async function countDifferences(on: Database, setId: string): Promise<DifferenceCounts> {
  const [row] = await on.$queryRaw<[DifferenceCounts]>`
    SELECT count(*)::int AS both, count(*) FILTER (WHERE differs)::int AS differing, count(settled."textId")::int AS settled,
      count(*) FILTER (WHERE differs AND settled."textId" IS NULL)::int AS waiting
    FROM (${readTwice(setId)}) twice LEFT JOIN "Settlement" settled ON settled."textId" = twice.id`;
  return row;
}

export type Difference = { id: string; questionId: string; text: string; language: string; firstId: string; secondId: string; settledAt: Date | null };

/** Those on which they differ and nothing is settled, or those that were settled, by their ids, which have no order in time; a page at a time. */
export async function listDifferences(on: Database, setId: string, { isSettled, after, most = 25 }: { isSettled: boolean; after: string | null; most?: number }): Promise<{ differences: Difference[]; nextAfter: string | null }> {
  const rows = await on.$queryRaw<Difference[]>`
    SELECT twice.id, twice."questionId", text.text, text.language, twice."firstId", twice."secondId", settled."settledAt"
    FROM (${readTwice(setId)}) twice JOIN "AnswerText" text ON text.id = twice.id LEFT JOIN "Settlement" settled ON settled."textId" = twice.id
    WHERE ${isSettled ? Prisma.sql`settled."textId" IS NOT NULL` : Prisma.sql`differs AND settled."textId" IS NULL`} AND twice.id COLLATE "C" > ${after ?? ""}
    ORDER BY twice.id COLLATE "C" LIMIT ${most + 1}`;
  const differences = rows.slice(0, most);
  return { differences, nextAfter: rows.length > most ? (differences.at(-1)?.id ?? null) : null };
}

export type ReadTwice = {
  id: string;
  questionId: string;
  responseId: string;
  text: string;
  language: string;
  firstId: string;
  secondId: string;
  first: Coding[];
  second: Coding[];
  agreed: Coding[];
  settlement: { settledById: string; settledAt: Date; isTogether: boolean; note: string } | null;
};

/** One text that both readers are done with, with what each gave; null where there is none, or one of them is not done: then nobody is shown both. */
export async function findReadTwice(on: Database, { id: consultationId, partnershipId }: Of, setId: string, id: string | undefined): Promise<ReadTwice | null> {
  const [row] = await on.$queryRaw<Omit<ReadTwice, "first" | "second" | "agreed" | "settlement">[]>`
    SELECT twice.id, twice."questionId", twice."responseId", text.text, text.language, twice."firstId", twice."secondId"
    FROM (${readTwice(setId)}) twice JOIN "AnswerText" text ON text.id = twice.id WHERE twice.id = ${id ?? ""}`;
  if (!row) return null;
  const [own, shared] = [await listCodings(on, partnershipId, [row.id]), await listShared(on, { setId, consultationId }, [row.id])];
  // because what was given to another text of the campaign stands on no part of this one
  const codings = [...(own.get(row.id) ?? []), ...(shared.get(row.id) ?? []).map((coding) => ({ ...coding, span: null }))];
  const settlement = await on.settlement.findUnique({ where: { textId: row.id }, select: { settledById: true, settledAt: true, isTogether: true, note: true } });
  const of = (pass: Coding["pass"]) => codings.filter((coding) => coding.pass === pass);
  return { ...row, first: of("first"), second: of("second").filter(({ coderId }) => coderId === row.secondId), agreed: (own.get(row.id) ?? []).filter(({ pass }) => pass === "agreed"), settlement };
}

type Settling = {
  setId: string;
  textId: string;
  /** The codes that hold, whoever gave them; none is a decision too. */
  codeIds: readonly string[];
  note: string;
  isTogether: boolean;
  personId: string;
  now: Date;
};

/**
 * Writes down which codes hold of a text. Each stands where the first reader put it, or else the second; one that neither gave
 * stands on the whole text. Settled already, nothing is done.
 */
export async function settle(transaction: Transaction, of: Of, { setId, textId, codeIds, note, isTogether, personId, now }: Settling): Promise<Result<{ isNew: boolean }, "not-read-twice" | "code-gone">> {
  const { id: consultationId, partnershipId } = of;
  await transaction.$queryRaw`SELECT id FROM "AnswerText" WHERE id = ${textId} AND "consultationId" = ${consultationId} FOR UPDATE`;
  const text = await findReadTwice(transaction, of, setId, textId);
  if (!text) return fail("not-read-twice");
  if (text.settlement) return succeed({ isNew: false });
  const codes = await transaction.code.findMany({
    where: { id: { in: [...codeIds] }, partnershipId, codeframe: { consultationId, questionIds: { has: text.questionId } } },
    select: { id: true, codeframe: { select: { version: true } } },
  });
  if (codes.length !== new Set(codeIds).size) return fail("code-gone");
  const rows = codes.flatMap(({ id: codeId, codeframe: { version } }) => {
    const given = [text.first, text.second].map((all) => all.filter((coding) => coding.codeId === codeId)).find((all) => all.length > 0);
    const places = given?.map(({ span, stance }) => ({ start: span?.start ?? null, end: span?.end ?? null, stance })) ?? [{ start: null, end: null, stance: null }];
    return places.map((place) => ({ id: newId(), partnershipId, textId, codeId, coderId: personId, ...place, version, pass: "agreed", at: now }));
  });
  // because several gave the first reading, one part may be coded twice with the same code
  await transaction.coding.createMany({ data: rows, skipDuplicates: true });
  await transaction.settlement.create({ data: { textId, partnershipId, consultationId, questionId: text.questionId, settledById: personId, settledAt: now, isTogether, note } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "coding.settle", subjectKind: "response", subjectId: text.responseId },
    facts: { consultationId, questionId: text.questionId, codings: codes.length },
  });
  return succeed({ isNew: true });
}

/** Takes back what was settled: the two readings are there as they were. */
export async function unsettle(transaction: Transaction, { id: consultationId, partnershipId }: Of, { textId, personId }: { textId: string; personId: string }): Promise<void> {
  const there = await transaction.settlement.findFirst({ where: { textId, partnershipId, consultationId }, select: { questionId: true, text: { select: { responseId: true } } } });
  if (!there) return;
  await transaction.settlement.delete({ where: { textId } });
  await transaction.coding.deleteMany({ where: { textId, partnershipId, pass: "agreed" } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "coding.unsettle", subjectKind: "response", subjectId: there.text.responseId },
    facts: { consultationId, questionId: there.questionId },
  });
}
