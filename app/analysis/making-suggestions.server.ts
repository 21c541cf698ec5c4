// The job that looks through the texts of one question of a set for themes, or for texts that a codeframe's codes may belong to, and says how far it is.
import { setImmediate } from "node:timers/promises";
import { db, inTransaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import { learn, measure, suggestedFrom, type Decision } from "#app/text-mining/classifier.ts";
import { clustersOf } from "#app/text-mining/clusters.ts";
import { collocationsIn, frequenciesIn, keysOf, type Terms } from "#app/text-mining/keyness.ts";
import { countingIn } from "./coded-texts.store.server.ts";
import { termsIn, toldBy, type CodeMeasure } from "./suggestion.ts";
import { textsInSet } from "./suggestions.store.server.ts";

type Run = { id: string; partnershipId: string; setId: string; questionId: string; kind: string; codeframeId: string | null };
type Text = { id: string; text: string; terms: Terms };
type Tell = (done: number, of: number) => Promise<unknown>;

/** Does one run, once; begun again after it was broken off, it begins anew. */
export async function makeSuggestions({ runId }: { runId: string }, clock: () => Date): Promise<void> {
  const run = await db().suggestionRun.findFirst({ where: { id: runId, finishedAt: null } });
  if (!run) return;
  let toldAt = 0;
  const tell: Tell = async (done, of) => {
    await setImmediate(); // because others are served in between
    const now = clock();
    if (now.getTime() - toldAt < tellEveryMs) return;
    toldAt = now.getTime();
    await db().suggestionRun.updateMany({ where: { id: runId, finishedAt: null }, data: { done, of, toldAt: now } });
  };
  const texts = await readTexts(run);
  await tell(0, 1);
  if (run.kind === "themes") await findThemes(run, texts, tell, clock);
  else await findCodes(run, texts, tell, clock);
}

const tellEveryMs = 1000;

/** The texts of the question in the set with their stems, but what is held, which nobody looks at and this neither. */
async function readTexts({ setId, questionId }: Run): Promise<Text[]> {
  const rows = await db().$queryRaw<{ id: string; text: string; terms: [string, number[] | null][] | null }[]>`
    SELECT text.id, text.text, (SELECT jsonb_agg(jsonb_build_array(one.lexeme, one.positions)) FROM unnest(text.search) AS one) AS terms
    FROM ${textsInSet(setId)} AND text."questionId" = ${questionId} ORDER BY text.id COLLATE "C"`;
  return rows.map(({ id, text, terms }) => ({ id, text, terms: termsIn(terms ?? []) }));
}

const [keysTold, pairsTold, textsLookedAt] = [8, 5, 60];

async function findThemes(run: Run, texts: readonly Text[], tell: Tell, clock: () => Date): Promise<void> {
  const finding = clustersOf(texts.map(({ terms }) => terms));
  let step = finding.next();
  for (; !step.done; step = finding.next()) await tell(step.value.done, step.value.of);
  const rows: Prisma.ThemeSuggestionCreateManyInput[] = [];
  for (const [index, { members, closeness }] of step.value.entries()) {
    const inside = new Set(members);
    const part = members.map((member) => texts[member]!);
    const rest = texts.filter((_, at) => !inside.has(at));
    const keys = keysOf(frequenciesIn(part.map(({ terms }) => terms)), frequenciesIn(rest.map(({ terms }) => terms)), keysTold);
    const told = toldBy({ keys, collocations: collocationsIn(part.map(({ terms }) => terms), pairsTold) }, part.slice(0, textsLookedAt).map(({ text }) => text));
    rows.push({ id: newId(), partnershipId: run.partnershipId, runId: run.id, place: index + 1, ...told, closeness, textIds: part.map(({ id }) => id) });
    await tell(index + 1, step.value.length);
  }
  await inTransaction(async (transaction) => {
    const { count } = await transaction.suggestionRun.updateMany({ where: { id: run.id, finishedAt: null }, data: { done: 1, of: 1, toldAt: clock(), finishedAt: clock() } });
    if (count > 0) await transaction.themeSuggestion.createMany({ data: rows });
  });
}

/** More are not suggested for one text: who has to say no five times says no to all. */
const mostForText = 5;

async function findCodes(run: Run, texts: readonly Text[], tell: Tell, clock: () => Date): Promise<void> {
  const codeframeId = run.codeframeId ?? "";
  const codes = await db().code.findMany({ where: { codeframeId, partnershipId: run.partnershipId, retiredAt: null, kind: { not: "uncodable" } }, select: { id: true }, orderBy: { id: "asc" } });
  const given = await db().$queryRaw<{ textId: string; codeIds: string[]; isCarried: boolean }[]>`
    SELECT counting."textId", array_agg(DISTINCT counting."codeId") AS "codeIds", bool_and(counting."campaignId" IS NOT NULL) AS "isCarried"
    FROM (${countingIn(run.setId, [run.questionId])}) counting JOIN "Code" code ON code.id = counting."codeId" AND code."codeframeId" = ${codeframeId} GROUP BY 1
    UNION ALL
    SELECT settled."textId", '{}', false FROM "Settlement" settled
    WHERE settled."partnershipId" = ${run.partnershipId} AND settled."questionId" = ${run.questionId} AND NOT EXISTS (SELECT FROM "Coding" agreed WHERE agreed."textId" = settled."textId" AND agreed.pass = 'agreed')`;
  const givenTo = new Map(given.map(({ textId, codeIds }) => [textId, new Set(codeIds)]));
  // what only a campaign carries was decided once, and would be learnt many times over
  const carried = new Set(given.filter(({ isCarried }) => isCarried).map(({ textId }) => textId));
  const decided = texts.filter(({ id }) => givenTo.has(id) && !carried.has(id));
  const open = texts.filter(({ id }) => !givenTo.has(id));
  const measures: CodeMeasure[] = [];
  const found = new Map<string, { codeId: string; likelihood: number }[]>();
  for (const [index, { id: codeId }] of codes.entries()) {
    const decisions = decided.map(({ id, terms }): Decision => ({ text: terms, carries: givenTo.get(id)!.has(codeId) }));
    const measured = measure(decisions);
    await tell(index, codes.length);
    const classify = learn(decisions);
    measures.push(measured ? { codeId, measured } : { codeId, measured: null, decisions: decisions.length, carrying: decisions.filter(({ carries }) => carries).length });
    if (!classify) continue;
    for (const [at, { id, terms }] of open.entries()) {
      if (at % 1000 === 0) await tell(index, codes.length);
      const likelihood = classify(terms);
      if (likelihood >= suggestedFrom) found.set(id, [...(found.get(id) ?? []), { codeId, likelihood }]);
    }
  }
  const rows = [...found].flatMap(([textId, own]) => own.sort((one, other) => other.likelihood - one.likelihood).slice(0, mostForText).map((one) => ({ ...one, textId })));
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
