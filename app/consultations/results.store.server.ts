// What the tallies do not hold: one question by another, and what people wrote, a page at a time. Responses that do not count are left out.
import type { Answer } from "#app/forms/answer.ts";
import type { Question } from "#app/forms/definition.ts";
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Part } from "./counted-columns.ts";
import type { Group, Side } from "./cross-tabulation.ts";
import type { Permission } from "./response.ts";

// Where an answer of each type holds somebody's own words.
function withWords(question: Question): Prisma.Sql {
  switch (question.type) {
    case "agreement":
      return Prisma.sql`jsonb_exists(answer, 'reasons')`;
    case "one-choice":
    case "several-choices":
      return Prisma.sql`jsonb_exists(answer, 'other')`;
    default:
      return Prisma.sql`TRUE`;
  }
}

export type WrittenAnswer = {
  id: string;
  receivedAt: Date;
  channel: string;
  language: string;
  respondentType: string;
  permission: Permission;
  confidentialityRequested: boolean;
  answer: Answer;
};

/**
 * What people wrote, in the order it came, a page at a time; `after` is the last response's id of the page before. Those
 * counted are looked through, which say in little room who wrote something; what is shown is what the response says now.
 */
export async function listWritten(
  on: Database,
  consultationId: string,
  question: Question,
  { part = {}, after, most = 25 }: { part?: Part; after?: string | null; most?: number } = {},
): Promise<{ written: WrittenAnswer[]; nextAfter: string | null }> {
  const last = after ? await on.response.findFirst({ where: { id: after, consultationId }, select: { receivedAt: true } }) : null;
  const beyond = last ? Prisma.sql`(counted."receivedAt", counted."responseId") > (${last.receivedAt}, ${after})` : Prisma.sql`TRUE`;
  const rows = await on.$queryRaw<WrittenAnswer[]>`
    SELECT response.id, response."receivedAt", response.channel, response.language, response."respondentType",
      response.permission, response."confidentialityRequested", given.answer
    FROM "CountedResponse" counted
    JOIN "Response" response ON response.id = counted."responseId" AND response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL
    JOIN "ResponseRevision" revision ON revision."responseId" = response.id AND revision.number = response."currentRevision"
    CROSS JOIN LATERAL (SELECT revision.answers -> ${question.id} AS answer) AS given
    WHERE counted."consultationId" = ${consultationId} AND counted.worded @> ARRAY[${question.id}] AND ${beyond} AND ${isIn(part)}
      AND given.answer IS NOT NULL AND ${withWords(question)}
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = response.id AND held."questionId" = ${question.id})
    ORDER BY counted."receivedAt", counted."responseId" LIMIT ${most + 1}`;
  const written = rows.slice(0, most);
  return { written, nextAfter: rows.length > most ? (written.at(-1)?.id ?? null) : null };
}

/** How many of a part wrote something under a question that is held. */
export async function countHeldWritten(on: Database, consultationId: string, questionId: string, part: Part): Promise<number> {
  const [row] = await on.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "HeldAnswer" held JOIN "CountedResponse" counted ON counted."responseId" = held."responseId"
    WHERE held."consultationId" = ${consultationId} AND held."questionId" = ${questionId} AND counted.worded @> ARRAY[${questionId}] AND ${isIn(part)}`;
  return row?.count ?? 0;
}

const heldIn: Record<string, Prisma.Sql> = { ".channel": Prisma.sql`channel`, ".language": Prisma.sql`language`, ".respondent": Prisma.sql`"respondentType"` };

/** Whether a counted response is one of those. */
function isIn({ answered = [], from, until }: Part): Prisma.Sql {
  const wanted = [
    // because jsonb_exists finds a text in a list, and one that stands alone
    ...answered.map(({ key, value }) => (heldIn[key] ? Prisma.sql`counted.${heldIn[key]} = ${value}` : Prisma.sql`jsonb_exists(counted.closed -> ${key}::text, ${value})`)),
    ...(from ? [Prisma.sql`counted."receivedAt" >= ${from}`] : []),
    ...(until ? [Prisma.sql`counted."receivedAt" < ${until}`] : []),
  ];
  return wanted.length === 0 ? Prisma.sql`TRUE` : Prisma.join(wanted, " AND ");
}

function saidUnder({ key }: Side): Prisma.Sql {
  return heldIn[key] ?? Prisma.sql`closed ->> ${key}::text`;
}

/** How many responses said what together, those who answered neither among them. */
export async function countTogether(on: Database, consultationId: string, rows: Side, columns: Side): Promise<Group[]> {
  // because by one value the database knows to count in memory, where by two unknown ones it would sort them all
  const groups = await on.$queryRaw<{ said: [string | null, string | null]; count: number }[]>`
    SELECT ARRAY[${saidUnder(rows)}, ${saidUnder(columns)}] AS said, count(*)::int AS count
    FROM "CountedResponse" WHERE "consultationId" = ${consultationId} GROUP BY said`;
  return groups.map(({ said: [row, column], count }) => ({ row: chosenIn(row), column: chosenIn(column), count }));
}

/** An id, or several as JSON; no id begins with a bracket. */
function chosenIn(said: string | null): Group["row"] {
  return said?.startsWith("[") ? (JSON.parse(said) as string[]) : said;
}

/** Whether a file is part of the current answers of a response that was not withdrawn. */
export async function isFileOfResponses(on: Database, consultationId: string, fileId: string): Promise<boolean> {
  const found = await on.$queryRaw<unknown[]>`
    SELECT 1 FROM "Response" response JOIN "ResponseRevision" revision
      ON revision."responseId" = response.id AND revision.number = response."currentRevision"
    WHERE response."consultationId" = ${consultationId} AND response."withdrawnAt" IS NULL
      AND jsonb_path_exists(revision.answers - ARRAY(SELECT "questionId" FROM "HeldAnswer" held WHERE held."responseId" = response.id), '$.*.fileId ? (@ == $id)', jsonb_build_object('id', ${fileId}::text))
    LIMIT 1`;
  return found.length > 0;
}
