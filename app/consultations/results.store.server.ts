// What the tallies do not hold: how figures spread, and what people wrote, a page at a time. Responses withdrawn are left out.
import type { Answer } from "#app/forms/answer.ts";
import type { Question } from "#app/forms/definition.ts";
import type { Database } from "#app/shared/db.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Permission } from "./response.ts";
import { rangesFor, stepsIn, type Quantity, type Spread, type Summary } from "./spread.ts";

/** The current answers to one question, as `answer`. */
function currentAnswers(consultationId: string, questionId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT response.id, response."receivedAt", response.channel, response.language, response."respondentType",
      response.permission, response."confidentialityRequested", revision.answers -> ${questionId} AS answer
    FROM "Response" response JOIN "ResponseRevision" revision
      ON revision."responseId" = response.id AND revision.number = response."currentRevision"
    WHERE response."consultationId" = ${consultationId} AND response."withdrawnAt" IS NULL
      AND jsonb_exists(revision.answers, ${questionId})`;
}

function inSteps(question: Quantity): Prisma.Sql {
  switch (question.type) {
    case "number":
      return Prisma.sql`round((answer #>> '{}')::numeric * ${stepsIn(question)}::int)::float8`;
    case "money":
      return Prisma.sql`(answer #>> '{}')::float8`;
    case "date":
      return Prisma.sql`((answer #>> '{}')::date - date '1970-01-01')::float8`;
  }
}

/** How the answers to a question for a number, money or a date spread; null when nobody answered. */
export async function findSpread(on: Database, consultationId: string, question: Quantity): Promise<Spread | null> {
  const values = Prisma.sql`
    SELECT ${inSteps(question)} AS value FROM (${currentAnswers(consultationId, question.id)}) AS given`;
  const [found] = await on.$queryRaw<(Omit<Summary, "lower" | "middle" | "upper"> & { quartiles: number[] | null })[]>`
    SELECT count(*)::int AS count, min(value) AS least, max(value) AS most, avg(value) AS mean,
      percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY value) AS quartiles
    FROM (${values}) AS stepped`;
  const [lower, middle, upper] = found?.quartiles ?? [];
  if (!found || lower === undefined || middle === undefined || upper === undefined) return null;
  const ranges = rangesFor(found.least, found.most);
  const [first] = ranges;
  if (!first) return null;
  const width = first.to - first.from + 1;
  const counted = await on.$queryRaw<{ place: number; count: number }[]>`
    SELECT floor((value - ${first.from}::float8) / ${width}::float8)::int AS place, count(*)::int AS count
    FROM (${values}) AS stepped GROUP BY place`;
  const counts = new Map(counted.map(({ place, count }) => [place, count]));
  const { count, least, most, mean } = found;
  return {
    summary: { count, least, most, mean, lower, middle, upper },
    ranges: ranges.map((range, place) => ({ ...range, count: counts.get(place) ?? 0 })),
  };
}

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

/** How many responses answered the question in their own words. */
export async function countWritten(on: Database, consultationId: string, question: Question): Promise<number> {
  const [found] = await on.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${currentAnswers(consultationId, question.id)}) AS given WHERE ${withWords(question)}`;
  return found?.count ?? 0;
}

/** What people wrote, in the order it came, a page at a time; `after` is the last response's id of the page before. */
export async function listWritten(
  on: Database,
  consultationId: string,
  question: Question,
  { after, most = 25 }: { after?: string | null; most?: number } = {},
): Promise<{ written: WrittenAnswer[]; nextAfter: string | null }> {
  const last = after ? await on.response.findFirst({ where: { id: after, consultationId }, select: { receivedAt: true } }) : null;
  const beyond = last ? Prisma.sql`("receivedAt", id) > (${last.receivedAt}, ${after})` : Prisma.sql`TRUE`;
  const rows = await on.$queryRaw<WrittenAnswer[]>`
    SELECT * FROM (${currentAnswers(consultationId, question.id)}) AS given
    WHERE ${withWords(question)} AND ${beyond} ORDER BY "receivedAt", id LIMIT ${most + 1}`;
  const written = rows.slice(0, most);
  return { written, nextAfter: rows.length > most ? (written.at(-1)?.id ?? null) : null };
}

/** Whether a file is part of the current answers of a response that was not withdrawn. */
export async function isFileOfResponses(on: Database, consultationId: string, fileId: string): Promise<boolean> {
  const found = await on.$queryRaw<unknown[]>`
    SELECT 1 FROM "Response" response JOIN "ResponseRevision" revision
      ON revision."responseId" = response.id AND revision.number = response."currentRevision"
    WHERE response."consultationId" = ${consultationId} AND response."withdrawnAt" IS NULL
      AND jsonb_path_exists(revision.answers, '$.*.fileId ? (@ == $id)', jsonb_build_object('id', ${fileId}::text))
    LIMIT 1`;
  return found.length > 0;
}
