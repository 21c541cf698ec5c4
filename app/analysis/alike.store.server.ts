// The texts of a set that are most like one of them, found by the words they share. What is held is not among them.
import type { Database } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { nearestTo, searchTerms } from "./alike.ts";
import { termsIn } from "./suggestion.ts";
import { textsInSet } from "./suggestions.store.server.ts";

type Row = { id: string; terms: [string, number[] | null][] | null };

const ofText = Prisma.sql`text.id, (SELECT jsonb_agg(jsonb_build_array(one.lexeme, one.positions)) FROM unnest(text.search) AS one) AS terms`;

/** How rare a term is, is taken from so many texts; the ids are drawn by chance, so that the first of them are a sample. */
const sampled = 2000;
/** So many that share a rare term are ranked in the database, and so many of those compared word by word. */
const [mostFound, mostCompared] = [4000, 300];

/** The ids of those nearest to a text of the set, the nearest first; 404 where that one is not there to be read. */
export async function findAlike(
  on: Database,
  { consultationId, setId, questionId, textId }: { consultationId: string; setId: string; questionId: string; textId: string },
  most = 20,
): Promise<{ textId: string; nearness: number }[]> {
  const inQuestion = Prisma.sql`${textsInSet(setId)} AND text."consultationId" = ${consultationId} AND text."questionId" = ${questionId}`;
  const [one] = await on.$queryRaw<Row[]>`SELECT ${ofText} FROM ${inQuestion} AND text.id = ${textId}`;
  if (!one) throw notFound();
  const terms = termsIn(one.terms ?? []);
  const [{ all, texts, counts }] = await on.$queryRaw<[{ all: number; texts: number; counts: Record<string, number> | null }]>`
    WITH drawn AS MATERIALIZED (SELECT text.id, text.search FROM ${inQuestion} ORDER BY text.id LIMIT ${sampled}),
      told AS (SELECT term, count(*) AS count FROM drawn, unnest(tsvector_to_array(drawn.search)) AS term GROUP BY 1)
    SELECT (SELECT count(*)::int FROM "AnswerText" text WHERE text."consultationId" = ${consultationId} AND text."questionId" = ${questionId}) AS "all",
      (SELECT count(*)::int FROM drawn) AS texts, (SELECT jsonb_object_agg(term, count) FROM told) AS counts`;
  const rarity = { texts, of: new Map(Object.entries(counts ?? {})) };
  const wanted = searchTerms(terms, rarity, { all, mostFound });
  if (wanted.length === 0) return [];
  const quoted = wanted.map(({ term }) => `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`);
  // a long text shares more with everything, and is no nearer for that
  const others = await on.$queryRaw<Row[]>`
    SELECT ${ofText} FROM (
      SELECT text.id, text.search FROM ${inQuestion} AND text.id <> ${textId} AND text.search @@ ${quoted.join(" | ")}::tsquery
      ORDER BY (SELECT sum(weight) FROM unnest(${quoted}::text[]::tsquery[], ${wanted.map(({ weight }) => weight)}::float8[]) AS sought(term, weight) WHERE text.search @@ sought.term) / sqrt(length(text.search)) DESC, text.id
      LIMIT ${mostCompared}) text ORDER BY text.id COLLATE "C"`;
  const read = others.map((other) => ({ id: other.id, terms: termsIn(other.terms ?? []) }));
  return nearestTo(terms, read, rarity, most).map(({ other, nearness }) => ({ textId: other.id, nearness }));
}
