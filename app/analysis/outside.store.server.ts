// Every query about models outside: what goes out to them, what comes in and is only suggested, and how far it agrees with people. The caller has asked the policy.
import { createHash } from "node:crypto";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { languages } from "#app/shared/languages.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { line } from "#app/shared/typed.ts";
import { Prisma } from "#prisma/client/client.ts";
import { fullName, type PlacedCode } from "./code.ts";
import { countingIn, textsOf } from "./coded-texts.store.server.ts";
import { listCodes } from "./codeframes.store.server.ts";
import { measureModel, type ModelMeasured, type OutsideHelp, type OutsideTheme } from "./outside-model.ts";
import type { Given, Read, TextGiven } from "./theme-finder.ts";

type Of = { id: string; partnershipId: string };
export type Outside = { consultation: Of; set: { id: string; number: number }; questionId: string; frame: { id: string; partnershipId: string } };
type By = { personId: string; now: Date };

/** Texts that go out at once. */
const atOnce = 2000;

/** The texts of the question in the set but what is held, with the codes of the codeframe that count for them, a run at a time. */
export async function* listTextsGiven(on: Database, { consultation, set, questionId, frame }: Outside): AsyncGenerator<TextGiven[]> {
  const rows = await on.$queryRaw<{ textId: string; given: Given[] }[]>`
    SELECT one."textId", jsonb_agg(jsonb_build_object('codeId', one."codeId", 'stance', one.stance) ORDER BY one."codeId") AS given FROM (
      SELECT counting."textId", counting."codeId", max(counting.stance) AS stance FROM (${countingIn(set.id, [questionId])}) counting
      JOIN "Code" code ON code.id = counting."codeId" AND code."codeframeId" = ${frame.id} GROUP BY 1, 2) one GROUP BY 1`;
  const given = new Map(rows.map((row) => [row.textId, row.given]));
  for (let last = ""; ; ) {
    const texts = await on.$queryRaw<{ id: string; text: string }[]>`
      SELECT text.id, text.text FROM (${textsOf(set.id, [questionId])}) said JOIN "AnswerText" text ON text.id = said.id AND text."consultationId" = ${consultation.id}
      WHERE text.id > ${last} ORDER BY text.id LIMIT ${atOnce}`;
    yield texts.map(({ id, text }) => ({ id, text, given: given.get(id) ?? [] }));
    if (texts.length < atOnce) return;
    last = texts.at(-1)!.id;
  }
}

export async function listTextIds(on: Database, { set, questionId }: Pick<Outside, "set" | "questionId">): Promise<string[]> {
  return (await on.$queryRaw<{ id: string }[]>(textsOf(set.id, [questionId]))).map(({ id }) => id);
}

export async function recordTakenOut(on: Database, { consultation: { id: subjectId, partnershipId }, set, questionId }: Outside, personId: string): Promise<void> {
  await recordAudit(on, { partnershipId, personId, action: "suggestion.take-out", subjectKind: "consultation", subjectId, facts: { set: set.number, questionId } });
}

/** The code that a theme is: of that id, as in a file of ours, or of that name in any language, with those it stands under or without; null where it is none. */
export function codeOf({ topicId, label }: { topicId: string; label: string }, codes: readonly PlacedCode[]): string | null {
  const inUse = codes.filter(({ retiredAt }) => retiredAt === null);
  const same = (name: string) => line(name).toLowerCase() === line(label).toLowerCase();
  const named = inUse.filter(({ id, name }) => languages.some((language) => same(name[language] ?? "") || same(fullName(codes, id, language))));
  return inUse.find(({ id }) => id === topicId)?.id ?? (named.length === 1 ? named[0]!.id : null);
}

type Given2 = { model: string; version: string; source: string; read: Read };

/** Keeps what a model said, as suggestions; the id of the run. The same file of the same model sent again is the one that is there. */
export async function bringIn(transaction: Transaction, { consultation, set, questionId, frame }: Outside, { personId, now }: By, { model, version, source, read }: Given2): Promise<string> {
  const { id: consultationId, partnershipId } = consultation;
  const digest = createHash("sha256").update(source).digest("hex");
  await transaction.$queryRaw`SELECT id FROM "AnalysisSet" WHERE id = ${set.id} FOR NO KEY UPDATE`;
  const same = { setId: set.id, questionId, codeframeId: frame.id, kind: "outside", digest, model, modelVersion: version, withdrawnAt: null };
  const there = await transaction.suggestionRun.findFirst({ where: same, select: { id: true } });
  if (there) return there.id;
  const runId = newId();
  const askedFor = { askedById: personId, askedAt: now, toldAt: now, finishedAt: now, done: 1, of: 1 };
  await transaction.suggestionRun.create({ data: { id: runId, partnershipId, consultationId, ...same, ...askedFor, unknown: read.unknown } });
  for (let from = 0; from < read.readings.length; from += atOnce) {
    const part = read.readings.slice(from, from + atOnce);
    const data = part.map(({ textId, topics, isDetailed }) => ({ runId, textId, partnershipId, topicIds: topics.map(({ topicId }) => topicId), stances: topics.map(({ stance }) => stance ?? ""), isDetailed }));
    await transaction.outsideReading.createMany({ data });
  }
  const codes = await listCodes(transaction, frame);
  for (const [index, { topicId, label, description }] of read.themes.entries()) {
    const textIds = read.readings.filter(({ topics }) => topics.some((topic) => topic.topicId === topicId)).map(({ textId }) => textId);
    const codeId = codeOf({ topicId, label }, codes);
    const theme = { topicId, description, terms: [label], pairs: [], closeness: 0, textIds, place: index + 1 };
    await transaction.themeSuggestion.create({ data: { id: newId(), partnershipId, runId, ...theme, ...(codeId !== null && { state: "matched", codeId }) } });
    if (codeId !== null) await suggest(transaction, { setId: set.id, questionId, codeframeId: frame.id, partnershipId, runId, now }, topicId, codeId);
  }
  await recordAudit(transaction, { partnershipId, personId, action: "suggestion.bring-in", subjectKind: "consultation", subjectId: consultationId, facts: { questionId, model, count: read.readings.length } });
  return runId;
}

type Suggesting = { setId: string; questionId: string; codeframeId: string; partnershipId: string; runId: string; now: Date };

/** The texts that a theme is said of, for a code, where nobody has coded them by this codeframe; none of it is a code until a person says so. */
async function suggest(transaction: Transaction, { setId, questionId, codeframeId, partnershipId, runId, now }: Suggesting, topicId: string, codeId: string): Promise<number> {
  return transaction.$executeRaw`
    INSERT INTO "CodeSuggestion" (id, "partnershipId", "textId", "codeId", "runId", source, stance, "madeAt")
    SELECT replace(gen_random_uuid()::text, '-', ''), ${partnershipId}, said.id, ${codeId}, ${runId}, 'outside', NULLIF(reading.stances[array_position(reading."topicIds", ${topicId})], ''), ${now}
    FROM "OutsideReading" reading JOIN (${textsOf(setId, [questionId])}) said ON said.id = reading."textId"
    WHERE reading."runId" = ${runId} AND ${topicId} = ANY (reading."topicIds") AND said.id NOT IN (SELECT "textId" FROM (${decidedIn({ setId, questionId, codeframeId })}) decided)
    ON CONFLICT ("textId", "codeId", source) DO UPDATE SET state = 'open', "runId" = EXCLUDED."runId", stance = EXCLUDED.stance WHERE "CodeSuggestion".state = 'withdrawn'`;
}

/** Texts that people decided about by this codeframe, with the codes that count; none is a decision too, where whoever reads said that they are done. */
function decidedIn({ setId, questionId, codeframeId }: { setId: string; questionId: string; codeframeId: string }): Prisma.Sql {
  return Prisma.sql`
    SELECT said.id AS "textId", coalesce(array_agg(DISTINCT given."codeId") FILTER (WHERE given."codeId" IS NOT NULL), '{}') AS "codeIds", coalesce(bool_and(given."campaignId" IS NOT NULL), false) AS "isCarried"
    FROM (${textsOf(setId, [questionId])}) said
    LEFT JOIN (SELECT counting.* FROM (${countingIn(setId, [questionId])}) counting JOIN "Code" code ON code.id = counting."codeId" AND code."codeframeId" = ${codeframeId}) given ON given."textId" = said.id
    WHERE given."codeId" IS NOT NULL OR EXISTS (SELECT FROM "CodingTask" task WHERE task."textId" = said.id AND task.pass = 'first' AND task."doneAt" IS NOT NULL)
      OR EXISTS (SELECT FROM "Settlement" settled WHERE settled."textId" = said.id)
    GROUP BY said.id`;
}

export type OutsideRun = { id: string; model: string; version: string; askedAt: Date; askedById: string; unknown: number; withdrawnAt: Date | null; texts: number; detailed: number; suggested: number; accepted: number; rejected: number; open: number };

/** The models that were brought in for a question and a codeframe, the newest first; officers bring in few. */
export async function listOutside(on: Database, { set, questionId, frame }: Pick<Outside, "set"> & { questionId?: string; frame?: { id: string } }): Promise<(OutsideRun & { questionId: string; codeframeId: string })[]> {
  const where = { setId: set.id, kind: "outside", ...(questionId !== undefined && { questionId }), ...(frame && { codeframeId: frame.id }) };
  const runs = await on.suggestionRun.findMany({ where, orderBy: [{ askedAt: "desc" }, { id: "desc" }], take: 200 });
  if (runs.length === 0) return [];
  const ids = runs.map(({ id }) => id);
  const [states, readings, detailed] = await Promise.all([
    on.codeSuggestion.groupBy({ by: ["runId", "state"], where: { runId: { in: ids } }, _count: true }),
    on.outsideReading.groupBy({ by: ["runId"], where: { runId: { in: ids } }, _count: true }),
    on.outsideReading.groupBy({ by: ["runId"], where: { runId: { in: ids }, isDetailed: true }, _count: true }),
  ]);
  return runs.map(({ id, model, modelVersion, askedAt, askedById, unknown, withdrawnAt, questionId: of, codeframeId }) => {
    const own = states.filter(({ runId }) => runId === id);
    const count = (state: string) => own.find((one) => one.state === state)?._count ?? 0;
    return {
      ...{ id, model: model ?? "", version: modelVersion ?? "", askedAt, askedById, unknown, withdrawnAt, questionId: of, codeframeId: codeframeId ?? "" },
      ...{ texts: readings.find(({ runId }) => runId === id)?._count ?? 0, detailed: detailed.find(({ runId }) => runId === id)?._count ?? 0 },
      ...{ suggested: own.reduce((sum, one) => sum + one._count, 0), accepted: count("accepted"), rejected: count("rejected"), open: count("open") },
    };
  });
}

/** One of them; 404. */
export async function findOutside(on: Database, of: Outside, runId: string | undefined): Promise<OutsideRun> {
  const run = (await listOutside(on, of)).find(({ id }) => id === runId);
  if (!run) throw notFound();
  return run;
}

export async function listOutsideThemes(on: Database, runId: string): Promise<OutsideTheme[]> {
  const rows = await on.themeSuggestion.findMany({ where: { runId }, orderBy: { place: "asc" } });
  return rows.map(({ id, place, topicId, terms, description, state, codeId, textIds }) => ({ id, place, topicId: topicId ?? "", label: terms[0] ?? "", description: description ?? "", state: state as OutsideTheme["state"], codeId, texts: textIds.length }));
}

/** How far a model agrees with people, on texts that both read: those apart of which somebody saw its suggestion, and those that only a campaign carries. */
export async function measureOutside(on: Database, { set, questionId, frame }: Outside, runId: string): Promise<ModelMeasured & { codes: ModelMeasured["codes"]; placed: PlacedCode[] }> {
  const placed = await listCodes(on, frame);
  const themes = (await listOutsideThemes(on, runId)).flatMap(({ topicId, codeId, state }) => (codeId !== null && (state === "taken" || state === "matched") ? [{ topicId, codeId }] : []));
  const codeOfTopic = new Map(themes.map(({ topicId, codeId }) => [topicId, codeId]));
  const rows = await on.$queryRaw<{ textId: string; topicIds: string[]; codeIds: string[] }[]>`
    SELECT reading."textId", reading."topicIds", decided."codeIds" FROM "OutsideReading" reading
    JOIN (${decidedIn({ setId: set.id, questionId, codeframeId: frame.id })}) decided ON decided."textId" = reading."textId" AND NOT decided."isCarried"
    WHERE reading."runId" = ${runId} AND NOT EXISTS (
      SELECT FROM "CodeSuggestion" seen JOIN "Code" code ON code.id = seen."codeId" AND code."codeframeId" = ${frame.id}
      WHERE seen."textId" = reading."textId" AND seen.source = 'outside' AND seen.state IN ('accepted', 'rejected'))
    ORDER BY reading."textId"`;
  const readings = rows.map(({ textId, topicIds, codeIds }) => ({ textId, byModel: [...new Set(topicIds.flatMap((topicId) => codeOfTopic.get(topicId) ?? []))], byPeople: codeIds }));
  return { ...measureModel(readings, placed, new Set(codeOfTopic.values())), placed };
}

/** Says which code a theme is; false where somebody decided before, or the model was withdrawn. */
export async function takeOutside(transaction: Transaction, { consultation, set, questionId, frame }: Outside, { personId, now }: By, { runId, id, codeId }: { runId: string; id: string; codeId: string }): Promise<boolean> {
  const { id: subjectId, partnershipId } = consultation;
  const theme = await transaction.themeSuggestion.findFirst({ where: { id, runId, partnershipId, state: "open", run: { withdrawnAt: null } }, select: { topicId: true } });
  if (!theme) return false;
  const { count: taken } = await transaction.themeSuggestion.updateMany({ where: { id, state: "open" }, data: { state: "taken", codeId, decidedAt: now, decidedById: personId } });
  if (taken === 0) return false;
  const count = await suggest(transaction, { setId: set.id, questionId, codeframeId: frame.id, partnershipId, runId, now }, theme.topicId ?? "", codeId);
  await recordAudit(transaction, { partnershipId, personId, action: "suggestion.take-theme", subjectKind: "consultation", subjectId, facts: { codeId, count } });
  return true;
}

/** Takes back what a model said as far as nobody has decided about it; what people accepted is their own coding and stays. */
export async function withdrawOutside(transaction: Transaction, { id: subjectId, partnershipId }: Of, { personId, now }: By, runId: string): Promise<void> {
  const { count } = await transaction.suggestionRun.updateMany({ where: { id: runId, partnershipId, consultationId: subjectId, kind: "outside", withdrawnAt: null }, data: { withdrawnAt: now, withdrawnById: personId } });
  if (count === 0) return;
  await transaction.themeSuggestion.updateMany({ where: { runId, state: "open" }, data: { state: "withdrawn" } });
  const { count: open } = await transaction.codeSuggestion.updateMany({ where: { runId, state: "open" }, data: { state: "withdrawn" } });
  await recordAudit(transaction, { partnershipId, personId, action: "suggestion.withdraw-model", subjectKind: "consultation", subjectId, facts: { count: open } });
}

/** How models outside helped with a set, each by itself, for the note on method. */
export async function howOutsideHelped(on: Database, consultation: Of, set: { id: string; number: number }): Promise<OutsideHelp[]> {
  const told: OutsideHelp[] = [];
  for (const { id, model, version, withdrawnAt, questionId, codeframeId, suggested, accepted, rejected } of (await listOutside(on, { set })).reverse()) {
    const themes = await listOutsideThemes(on, id);
    const { all } = (await measureOutside(on, { consultation, set, questionId, frame: { id: codeframeId, partnershipId: consultation.partnershipId } }, id)).comparison;
    const taken = themes.filter(({ state }) => state === "taken" || state === "matched").length;
    told.push({ model, version, isWithdrawn: withdrawnAt !== null, themes: themes.length, taken, suggested, accepted, rejected, texts: all.texts, alpha: all.isEnough ? all.alpha : null, raw: all.isEnough ? all.raw : null });
  }
  return told;
}
