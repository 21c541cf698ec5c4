// The texts of a set as they are read, each with what is known of its response and what it was marked with. One that is held is never among them.
import type { Answers } from "#app/forms/answer.ts";
import type { Permission } from "#app/consultations/response.ts";
import type { Database } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { searched } from "./reading-order.store.server.ts";
import { wordsIn } from "./reading.ts";
import { stemming, withoutAccents } from "./sets.store.server.ts";
import type { TextMark } from "./text-mark.ts";

export type AnswerText = {
  id: string;
  responseId: string;
  questionId: string;
  text: string;
  language: string;
  receivedAt: Date;
  channel: string;
  respondentType: string;
  permission: Permission;
  confidentialityRequested: boolean;
  marks: TextMark[];
};

/** The texts with these ids that are in the set and can be shown, in their order. */
export async function listTexts(on: Database, setId: string, ids: readonly string[]): Promise<AnswerText[]> {
  if (ids.length === 0) return [];
  const [rows, marks] = await Promise.all([
    on.$queryRaw<Omit<AnswerText, "marks">[]>`
    SELECT text.id, text."responseId", text."questionId", text.text, text.language, one."receivedAt", one.channel, one."respondentType",
      response.permission, response."confidentialityRequested"
    FROM "AnswerText" text JOIN "SetResponse" one ON one."setId" = ${setId} AND one."responseId" = text."responseId" AND one.revision = text.revision AND one."isIncluded"
    JOIN "Response" response ON response.id = text."responseId"
    WHERE text.id = ANY (${ids}) AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")
    ORDER BY text.id COLLATE "C"`,
    on.textMark.findMany({ where: { textId: { in: [...ids] } }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
  ]);
  return rows.map((row) => ({ ...row, marks: marks.filter(({ textId }) => textId === row.id) as TextMark[] }));
}

/** The words of these texts that were searched for, in whatever form they stand there. */
export async function findWords(on: Database, texts: readonly Pick<AnswerText, "text" | "language">[], words: string): Promise<Set<string>> {
  if (words === "") return new Set();
  const inTexts = new Map(texts.flatMap(({ text, language }) => wordsIn(text).map((word) => [`${language} ${word}`, { word, language }])));
  const all = [...inTexts.values()];
  const rows = await on.$queryRaw<{ word: string }[]>`
    WITH wanted AS (
      SELECT config, NULLIF(regexp_replace(querytree(query), '<(-|[0-9]+)>|&', '|', 'g'), 'T') AS words
      FROM (VALUES ('english'::regconfig, ${searched(words, "english")}), ('simple'::regconfig, ${searched(words, "simple")})) AS both_ways(config, query))
    SELECT said.word FROM unnest(${all.map(({ word }) => word)}::text[], ${all.map(({ language }) => language)}::text[]) AS said(word, language)
    JOIN wanted ON wanted.config = ${stemming(Prisma.sql`said.language`)} AND wanted.words <> ''
    WHERE to_tsvector(wanted.config, ${withoutAccents(Prisma.sql`said.word`)}) @@ wanted.words::tsquery`;
  return new Set(rows.map(({ word }) => word));
}

export type RestOfResponse = { responseId: string; formVersionId: string; answers: Answers };

/** What else the response says, as the set has it and without what is held; what names or reaches the person is not in it. */
export async function findRest(on: Database, setId: string, { id, questionId }: { id: string | undefined; questionId: string }): Promise<RestOfResponse> {
  const [row] = await on.$queryRaw<RestOfResponse[]>`
    SELECT text."responseId", said."formVersionId",
      said.answers - ARRAY(SELECT "questionId" FROM "HeldAnswer" held WHERE held."responseId" = text."responseId") AS answers
    FROM "AnswerText" text JOIN "SetResponse" one ON one."setId" = ${setId} AND one."responseId" = text."responseId" AND one.revision = text.revision AND one."isIncluded"
    JOIN "ResponseRevision" said ON said."responseId" = text."responseId" AND said.number = text.revision
    WHERE text.id = ${id ?? ""} AND text."questionId" = ${questionId}
      AND NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
  if (!row) throw notFound();
  return row;
}
