// The job that looks through the texts of one question of a set for themes, or for texts that a codeframe's codes may belong to, and says how far it is.
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { countingIn } from "./coded-texts.store.server.ts";
import { textsInSet } from "./suggestions.store.server.ts";
import { workOn } from "./text-worker.server.ts";
import type { StemmedText } from "./text-work.ts";

type Run = { id: string; partnershipId: string; consultationId: string; setId: string; questionId: string; kind: string; codeframeId: string | null };
type Tell = (progress: { done: number; of: number }) => Promise<unknown>;

/** Does one run, once; begun again after it was broken off, it begins anew. */
export async function makeSuggestions({ runId }: { runId: string }, clock: () => Date): Promise<void> {
  const run = await db().suggestionRun.findFirst({ where: { id: runId, finishedAt: null } });
  if (!run) return;
  let toldAt = 0;
  const tell: Tell = async ({ done, of }) => {
    const now = clock();
    if (now.getTime() - toldAt < tellEveryMs) return;
    toldAt = now.getTime();
    await db().suggestionRun.updateMany({ where: { id: runId, finishedAt: null }, data: { done, of, toldAt: now } });
  };
  const texts = await readTexts(run);
  await tell({ done: 0, of: 1 });
  if (run.kind === "themes") await findThemes(run, texts, tell, clock);
  else await findCodes(run, texts, tell, clock);
}

const tellEveryMs = 1000;

/** Texts read at once. */
const readAtOnce = 2000;

/** The texts of the question in the set with their stems, but what is held, which nobody looks at and this neither. */
async function readTexts({ setId, consultationId, questionId }: Run): Promise<StemmedText[]> {
  const texts: StemmedText[] = [];
  for (let last = ""; ; last = texts.at(-1)!.id) {
    const rows = await db().$queryRaw<StemmedText[]>`
      SELECT text.id, text.text, coalesce((SELECT jsonb_agg(jsonb_build_array(one.lexeme, one.positions)) FROM unnest(text.search) AS one)::text, '[]') AS stems
      FROM ${textsInSet(setId)} AND text."consultationId" = ${consultationId} AND text."questionId" = ${questionId} AND text.id > ${last} ORDER BY text.id LIMIT ${readAtOnce}`;
    texts.push(...rows);
    if (rows.length < readAtOnce) return texts;
  }
}

async function findThemes(run: Run, texts: StemmedText[], tell: Tell, clock: () => Date): Promise<void> {
  const themes = await workOn("themes", { texts }, tell);
  const rows = themes.map((theme, index) => ({ id: newId(), partnershipId: run.partnershipId, runId: run.id, place: index + 1, ...theme }));
  await inTransaction(async (transaction) => {
    const { count } = await transaction.suggestionRun.updateMany({ where: { id: run.id, finishedAt: null }, data: { done: 1, of: 1, toldAt: clock(), finishedAt: clock() } });
    if (count > 0) await transaction.themeSuggestion.createMany({ data: rows });
  });
}

async function findCodes(run: Run, texts: readonly StemmedText[], tell: Tell, clock: () => Date): Promise<void> {
  const codeframeId = run.codeframeId ?? "";
  const codes = await db().code.findMany({ where: { codeframeId, partnershipId: run.partnershipId, retiredAt: null, kind: { not: "uncodable" } }, select: { id: true }, orderBy: { id: "asc" } });
  const given = await db().$queryRaw<{ textId: string; codeIds: string[]; isCarried: boolean }[]>`
    SELECT counting."textId", array_agg(DISTINCT counting."codeId") AS "codeIds", bool_and(counting."campaignId" IS NOT NULL) AS "isCarried"
    FROM (${countingIn(run.setId, [run.questionId])}) counting JOIN "Code" code ON code.id = counting."codeId" AND code."codeframeId" = ${codeframeId} GROUP BY 1
    UNION ALL
    SELECT settled."textId", '{}', false FROM "Settlement" settled
    WHERE settled."partnershipId" = ${run.partnershipId} AND settled."questionId" = ${run.questionId} AND NOT EXISTS (SELECT FROM "Coding" agreed WHERE agreed."textId" = settled."textId" AND agreed.pass = 'agreed')`;
  const givenTo = new Map(given.map(({ textId, codeIds }) => [textId, codeIds]));
  // what only a campaign carries was decided once, and would be learnt many times over
  const carried = new Set(given.filter(({ isCarried }) => isCarried).map(({ textId }) => textId));
  const toLearn = texts.filter(({ id }) => !carried.has(id)).map(({ id, stems }) => ({ id, stems, codeIds: givenTo.get(id) ?? null }));
  const { measures, suggested: rows } = await workOn("codes", { texts: toLearn, codeIds: codes.map(({ id }) => id) }, tell);
  await inTransaction(async (transaction) => {
    const now = clock();
    const { count } = await transaction.suggestionRun.updateMany({ where: { id: run.id, finishedAt: null }, data: { done: 1, of: 1, toldAt: now, finishedAt: now, measures } });
    if (count === 0) return;
    // what nobody has decided and is not suggested any more is withdrawn; what was decided stays decided
    await transaction.$executeRaw`
      UPDATE "CodeSuggestion" one SET state = 'withdrawn' FROM "Code" code, "AnswerText" text
      WHERE code.id = one."codeId" AND code."codeframeId" = ${codeframeId} AND text.id = one."textId" AND text."questionId" = ${run.questionId} AND one.source = 'classifier' AND one.state = 'open'`;
    for (let from = 0; from < rows.length; from += atOnce) {
      const part = rows.slice(from, from + atOnce);
      await transaction.$executeRaw`
        INSERT INTO "CodeSuggestion" (id, "partnershipId", "textId", "codeId", "runId", source, likelihood, "madeAt")
        SELECT id, ${run.partnershipId}, "textId", "codeId", ${run.id}, 'classifier', likelihood, ${now}
        FROM unnest(${part.map(() => newId())}::text[], ${part.map(({ textId }) => textId)}::text[], ${part.map(({ codeId }) => codeId)}::text[], ${part.map(({ likelihood }) => likelihood)}::float8[])
          AS new (id, "textId", "codeId", likelihood)
        ON CONFLICT ("textId", "codeId", source) DO UPDATE SET state = CASE WHEN "CodeSuggestion".state = 'withdrawn' THEN 'open' ELSE "CodeSuggestion".state END,
          likelihood = EXCLUDED.likelihood, "runId" = EXCLUDED."runId"`;
    }
  });
}

/** Rows put in at once. */
const atOnce = 5000;
