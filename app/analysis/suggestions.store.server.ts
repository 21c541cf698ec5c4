// Every query about suggestions: asked for, shown, taken up or not by a person, and counted. The caller has asked the policy.
import { z } from "zod";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { addJob } from "#app/shared/jobs.server.ts";
import { newId } from "#app/shared/keys.server.ts";
import { textSchema, type Text } from "#app/shared/languages.ts";
import { Prisma } from "#prisma/client/client.ts";
import { addCoding, type CodingProblem } from "./codings.store.server.ts";
import { isStance, stances, type Stance } from "./coding.ts";
import { isUnderWay, sources, type CodeMeasure, type Helped, type RunKind, type RunProgress, type Source } from "./suggestion.ts";

type Of = { id: string; partnershipId: string };
type By = { personId: string; now: Date };

/** The texts of a set but what is held, as `text` of a FROM that ends in a condition. */
export function textsInSet(setId: string): Prisma.Sql {
  return Prisma.sql`"AnswerText" text JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
    WHERE NOT EXISTS (SELECT FROM "HeldAnswer" held WHERE held."responseId" = text."responseId" AND held."questionId" = text."questionId")`;
}

type Wanted = { setId: string; questionId: string; kind: RunKind; codeframeId: string | null };
export type FoundRun = RunProgress & { id: string; measures: CodeMeasure[] };

/** The newest run of its sort; of codes that of one codeframe. */
export async function findRun(on: Database, wanted: Wanted, { isFinished = false } = {}): Promise<FoundRun | null> {
  const where = { ...wanted, ...(isFinished && { finishedAt: { not: null } }) };
  const row = await on.suggestionRun.findFirst({ where, orderBy: [{ askedAt: "desc" }, { id: "desc" }], select: { id: true, toldAt: true, done: true, of: true, finishedAt: true, measures: true } });
  return row && { ...row, measures: row.measures as CodeMeasure[] };
}

/** Puts a run down where none of its sort is under way. */
export async function askForRun(transaction: Transaction, consultation: Of, { personId, now }: By, wanted: Wanted): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "AnalysisSet" WHERE id = ${wanted.setId} FOR NO KEY UPDATE`;
  const last = await findRun(transaction, wanted);
  if (last && isUnderWay(last, now)) return;
  const { id: consultationId, partnershipId } = consultation;
  const id = newId();
  await transaction.suggestionRun.create({ data: { id, partnershipId, consultationId, ...wanted, askedById: personId, askedAt: now, toldAt: now } });
  await addJob(transaction, "make-suggestions", { runId: id });
  await recordAudit(transaction, { partnershipId, personId, action: "suggestion.ask", subjectKind: "consultation", subjectId: consultationId, facts: { questionId: wanted.questionId, kind: wanted.kind } });
}

const themeSchema = z.object({ id: z.string(), place: z.int(), terms: z.array(z.string()), pairs: z.array(z.string()), closeness: z.number(), textIds: z.array(z.string()) });
export type SuggestedTheme = z.infer<typeof themeSchema>;

/** The themes of a run that nobody has decided about, the largest first, a page at a time. */
export async function listThemes(on: Database, runId: string, { after, most = 5 }: { after: number; most?: number }): Promise<{ themes: SuggestedTheme[]; nextAfter: number | null }> {
  const rows = await on.themeSuggestion.findMany({ where: { runId, state: "open", place: { gt: after } }, orderBy: { place: "asc" }, take: most + 1 });
  const themes = z.array(themeSchema).parse(rows.slice(0, most));
  return { themes, nextAfter: rows.length > most ? (themes.at(-1)?.place ?? null) : null };
}

/** A theme that nobody has decided about yet, held until the transaction ends; null where there is none. */
export async function holdTheme(transaction: Transaction, partnershipId: string, runId: string, id: string): Promise<SuggestedTheme | null> {
  await transaction.$queryRaw`SELECT id FROM "ThemeSuggestion" WHERE id = ${id} AND "runId" = ${runId} FOR UPDATE`;
  const row = await transaction.themeSuggestion.findFirst({ where: { id, runId, partnershipId, state: "open" } });
  return row && themeSchema.parse(row);
}

type Deciding = By & { consultation: Of; runId: string };

/** A code was made of a theme: its texts are suggested for the code, and are none of its own until a person says so. */
export async function takeTheme(transaction: Transaction, { consultation, personId, now, runId }: Deciding, theme: SuggestedTheme, codeId: string): Promise<void> {
  const { id: subjectId, partnershipId } = consultation;
  await transaction.themeSuggestion.update({ where: { id: theme.id }, data: { state: "taken", codeId, decidedAt: now, decidedById: personId } });
  const there = await transaction.answerText.findMany({ where: { id: { in: theme.textIds }, partnershipId }, select: { id: true } });
  const rows = there.map(({ id: textId }) => ({ id: newId(), partnershipId, textId, codeId, runId, source: "theme", madeAt: now }));
  await transaction.codeSuggestion.createMany({ data: rows, skipDuplicates: true });
  await recordAudit(transaction, { partnershipId, personId, action: "suggestion.take-theme", subjectKind: "consultation", subjectId, facts: { codeId, count: rows.length } });
}

/** False where somebody decided about it before. */
export async function dismissTheme(transaction: Transaction, { consultation, personId, now, runId }: Deciding, id: string): Promise<boolean> {
  const { id: subjectId, partnershipId } = consultation;
  const { count } = await transaction.themeSuggestion.updateMany({ where: { id, runId, partnershipId, state: "open" }, data: { state: "dismissed", decidedAt: now, decidedById: personId } });
  if (count > 0) await recordAudit(transaction, { partnershipId, personId, action: "suggestion.dismiss-theme", subjectKind: "consultation", subjectId, facts: {} });
  return count > 0;
}

/** Where suggested codes are looked for: answers to one question in one set, for the codes of one codeframe. */
export type Where = { setId: string; questionId: string; codeframeId: string };

const ofWhere = ({ setId, questionId, codeframeId }: Where) => Prisma.sql`
  FROM "CodeSuggestion" one JOIN "Code" code ON code.id = one."codeId" AND code."codeframeId" = ${codeframeId} AND code."retiredAt" IS NULL
  JOIN (SELECT text.* FROM ${textsInSet(setId)} AND text."questionId" = ${questionId}) said ON said.id = one."textId"`;

export type SuggestedCode = { id: string; textId: string; codeId: string; name: Text; definition: Text; source: Source; likelihood: number | null; stance: Stance | null; model: string | null; text: string; language: string; responseId: string };

const suggestedSchema = z.object({
  ...{ id: z.string(), textId: z.string(), codeId: z.string(), name: textSchema, definition: textSchema, source: z.enum(sources), likelihood: z.number().nullable(), stance: z.enum(stances).nullable(), model: z.string().nullable() },
  ...{ text: z.string(), language: z.string(), responseId: z.string() },
});

/** The next that nobody has decided about, the likeliest first, those of one code where it is named; `after` was passed over. */
export async function findNext(on: Database, where: Where, { codeId, after }: { codeId: string | null; after: string | null }): Promise<SuggestedCode | null> {
  const last = after === null ? null : await on.codeSuggestion.findUnique({ where: { id: after }, select: { likelihood: true } });
  const rows = await on.$queryRaw<unknown[]>`
    SELECT one.id, one."textId", one."codeId", code.name, code.definition, one.source, one.likelihood, one.stance, run.model || ' ' || run."modelVersion" AS model, said.text, said.language, said."responseId" ${ofWhere(where)}
    JOIN "SuggestionRun" run ON run.id = one."runId" WHERE one.state = 'open' AND (${codeId}::text IS NULL OR one."codeId" = ${codeId})
      AND (${last === null} OR (-coalesce(one.likelihood, 0), one.id) > (${-(last?.likelihood ?? 0)}::float8, ${after ?? ""}))
    ORDER BY -coalesce(one.likelihood, 0), one.id LIMIT 1`;
  return rows.length === 0 ? null : suggestedSchema.parse(rows[0]);
}

export type Decided = { codeId: string; open: number; accepted: number; rejected: number };

/** Of each code how many wait, were accepted and were rejected. */
export async function countByCode(on: Database, where: Where): Promise<Decided[]> {
  return on.$queryRaw<Decided[]>`
    SELECT one."codeId", count(*) FILTER (WHERE one.state = 'open')::int AS open, count(*) FILTER (WHERE one.state = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE one.state = 'rejected')::int AS rejected ${ofWhere(where)} GROUP BY 1 ORDER BY 1`;
}

/** Why a suggestion was not accepted: somebody decided before, or the code can no longer be given. */
export type NotAccepted = "decided" | CodingProblem;

/** Gives the code, as the person who says so; null where it was done. Where it cannot be given the suggestion waits as before. */
export async function acceptSuggestion(transaction: Transaction, consultation: Of, by: By, id: string): Promise<NotAccepted | null> {
  const { id: consultationId, partnershipId } = consultation;
  const open = await holdSuggestion(transaction, consultation, id);
  if (!open) return "decided";
  const given = await addCoding(transaction, { partnershipId, consultationId, now: by.now }, { textId: open.textId, codeId: open.codeId, coderId: by.personId, stance: open.stance });
  if (!given.ok) return given.problem;
  await settle(transaction, consultation, by, { ...open, state: "accepted" });
  return null;
}

/** False where somebody decided before. */
export async function rejectSuggestion(transaction: Transaction, consultation: Of, by: By, id: string): Promise<boolean> {
  const open = await holdSuggestion(transaction, consultation, id);
  if (open) await settle(transaction, consultation, by, { ...open, state: "rejected" });
  return open !== null;
}

type Open = { id: string; textId: string; codeId: string; questionId: string; stance: Stance | null };

/** One that nobody has decided about yet, held until the transaction ends. */
async function holdSuggestion(transaction: Transaction, { id: consultationId, partnershipId }: Of, id: string): Promise<Open | null> {
  await transaction.$queryRaw`SELECT id FROM "CodeSuggestion" WHERE id = ${id} AND "partnershipId" = ${partnershipId} FOR UPDATE`;
  const where = { id, partnershipId, state: "open", text: { consultationId } };
  const row = await transaction.codeSuggestion.findFirst({ where, select: { textId: true, codeId: true, stance: true, text: { select: { questionId: true } } } });
  return row && { id, textId: row.textId, codeId: row.codeId, questionId: row.text.questionId, stance: isStance(row.stance) ? row.stance : null };
}

async function settle(transaction: Transaction, { id: subjectId, partnershipId }: Of, { personId, now }: By, { id, state, stance: _, ...facts }: Open & { state: "accepted" | "rejected" }): Promise<void> {
  await transaction.codeSuggestion.update({ where: { id }, data: { state, decidedAt: now, decidedById: personId } });
  await recordAudit(transaction, { partnershipId, personId, action: `suggestion.${state}`, subjectKind: "consultation", subjectId, facts });
}

/** How suggestions helped with a set: of how many a person made a code, and how many suggested codes were given or refused by a person. */
export async function howHelped(on: Database, { id: setId }: { id: string }): Promise<Helped> {
  const [themes, codes] = await Promise.all([
    on.themeSuggestion.groupBy({ by: ["state"], where: { run: { setId, kind: "themes" } }, _count: true }),
    on.$queryRaw<Helped["codes"]>`
      SELECT one.source, count(*)::int AS suggested, count(*) FILTER (WHERE one.state = 'accepted')::int AS accepted, count(*) FILTER (WHERE one.state = 'rejected')::int AS rejected
      FROM "CodeSuggestion" one JOIN "AnswerText" text ON text.id = one."textId"
      JOIN "SetResponse" pinned ON pinned."setId" = ${setId} AND pinned."responseId" = text."responseId" AND pinned.revision = text.revision AND pinned."isIncluded"
      GROUP BY 1 ORDER BY 1`,
  ]);
  const count = (state: string) => themes.find((one) => one.state === state)?._count ?? 0;
  return { themes: { suggested: themes.reduce((sum, { _count }) => sum + _count, 0), taken: count("taken"), dismissed: count("dismissed") }, codes };
}
