// Every query about flags: listed, read with the responses they are about, and decided. A flagged response counts until
// somebody decides, and whatever is decided can be decided again.
import type { Consultation } from "#app/consultations/consultation.ts";
import type { ExclusionReason } from "#app/consultations/exclusion.ts";
import { excludeResponses, includeResponses } from "#app/consultations/exclusions.store.server.ts";
import type { Answers } from "#app/forms/answer.ts";
import { recordAudit } from "#app/shared/audit.server.ts";
import type { Database, Transaction } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Decision, FlagKind } from "./flags.ts";

type Of = Pick<Consultation, "id" | "partnershipId">;

export type Flag = {
  id: string;
  kind: FlagKind;
  key: string;
  raisedAt: Date;
  decidedAt: Date | null;
  decision: Decision | null;
  /** Responses it is about that were not withdrawn; of them, those that count; and those that came since it was decided. */
  responses: number;
  counted: number;
  since: number;
  firstAt: Date | null;
  lastAt: Date | null;
};

/** Flags with what they count, those of one page. */
function counted(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT flag.id, flag.kind, flag.key, flag."raisedAt", flag."decidedAt", flag.decision, about.* FROM (${which}) AS flag
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS responses, count(*) FILTER (WHERE response."excludedAt" IS NULL)::int AS counted,
        count(*) FILTER (WHERE flagged."addedAt" > flag."decidedAt")::int AS since,
        min(response."receivedAt") AS "firstAt", max(response."receivedAt") AS "lastAt"
      FROM "FlaggedResponse" flagged JOIN "Response" response ON response.id = flagged."responseId" AND response."withdrawnAt" IS NULL
      WHERE flagged."flagId" = flag.id) AS about
    ORDER BY flag."raisedAt" DESC, flag.id`;
}

/** Those that wait for a decision, or those decided; the latest first, a page at a time. `after` is the last of the page before. */
export async function listFlags(
  on: Database,
  { id: consultationId }: Of,
  { isOpen, after, most = 25 }: { isOpen: boolean; after?: string | null; most?: number },
): Promise<{ flags: Flag[]; nextAfter: string | null }> {
  const last = after ? await on.flag.findFirst({ where: { id: after, consultationId }, select: { raisedAt: true, id: true } }) : null;
  const beyond = last ? Prisma.sql`("raisedAt" < ${last.raisedAt} OR ("raisedAt" = ${last.raisedAt} AND id > ${last.id}))` : Prisma.sql`TRUE`;
  const rows = await on.$queryRaw<Flag[]>(counted(Prisma.sql`
    SELECT * FROM "Flag" WHERE "consultationId" = ${consultationId} AND "decidedAt" IS ${isOpen ? Prisma.sql`NULL` : Prisma.sql`NOT NULL`} AND ${beyond}
    ORDER BY "raisedAt" DESC, id LIMIT ${most + 1}`));
  const flags = rows.slice(0, most);
  return { flags, nextAfter: rows.length > most ? (flags.at(-1)?.id ?? null) : null };
}

/** How many flags wait for a decision, and how many were decided. */
export async function countFlags(on: Database, consultationId: string): Promise<{ open: number; decided: number }> {
  const open = await on.flag.count({ where: { consultationId, decidedAt: null } });
  return { open, decided: await on.flag.count({ where: { consultationId, decidedAt: { not: null } } }) };
}

export async function findFlag(on: Database, { id: consultationId }: Of, id: string | undefined): Promise<Flag> {
  const [flag] = await on.$queryRaw<Flag[]>(counted(Prisma.sql`SELECT * FROM "Flag" WHERE id = ${id ?? ""} AND "consultationId" = ${consultationId}`));
  if (!flag) throw notFound();
  return flag;
}

export type FlaggedResponse = {
  id: string;
  receivedAt: Date;
  channel: string;
  language: string;
  excludedAt: Date | null;
  excludedBecause: string | null;
  /** From its beginning to its sending, and how many questions were answered, as they were noted. */
  seconds: number | null;
  answered: number | null;
  formVersionId: string;
  /** Without those that are held. */
  answers: Answers;
};

/** The responses a flag is about in the order they came, those withdrawn left out, a page at a time. */
export async function listFlagged(
  on: Database,
  { id: flagId }: Pick<Flag, "id">,
  { after, most = 25 }: { after?: string | null; most?: number },
): Promise<{ responses: FlaggedResponse[]; nextAfter: string | null }> {
  const last = after ? await on.response.findFirst({ where: { id: after, flagged: { some: { flagId } } }, select: { id: true, receivedAt: true } }) : null;
  const beyond = last ? Prisma.sql`(response."receivedAt", response.id) > (${last.receivedAt}, ${last.id})` : Prisma.sql`TRUE`;
  const rows = await on.$queryRaw<FlaggedResponse[]>`
    SELECT shown.*, look.seconds, look.answered, revision."formVersionId",
      coalesce(revision.answers, '{}') - ARRAY(SELECT "questionId" FROM "HeldAnswer" held WHERE held."responseId" = shown.id) AS answers
    FROM (
      SELECT response.id, response."receivedAt", response.channel, response.language, response."excludedAt", response."excludedBecause", response."currentRevision"
      FROM "FlaggedResponse" flagged JOIN "Response" response ON response.id = flagged."responseId" AND response."withdrawnAt" IS NULL
      WHERE flagged."flagId" = ${flagId} AND ${beyond} ORDER BY response."receivedAt", response.id LIMIT ${most + 1}) AS shown
    JOIN "ResponseRevision" revision ON revision."responseId" = shown.id AND revision.number = shown."currentRevision"
    LEFT JOIN "ResponseLook" look ON look."responseId" = shown.id
    ORDER BY shown."receivedAt", shown.id`;
  const responses = rows.slice(0, most);
  return { responses, nextAfter: rows.length > most ? (responses.at(-1)?.id ?? null) : null };
}

export type FlagDecision = {
  id: string;
  at: Date;
  byId: string;
  decision: Decision;
  reason: ExclusionReason | null;
  note: string | null;
  responses: number;
  changed: number;
};

const mostDecisions = 50;

/** What was decided about a flag, the latest first; of very many the latest alone. */
export async function listDecisions(on: Database, { id: flagId }: Pick<Flag, "id">): Promise<FlagDecision[]> {
  const rows = await on.flagDecision.findMany({ where: { flagId }, orderBy: { id: "desc" }, take: mostDecisions });
  return rows.map(({ id, at, byId, decision, reason, note, responses, changed }) => ({
    ...{ id: String(id), at, byId, note, responses, changed },
    ...{ decision: decision as Decision, reason: reason as ExclusionReason | null },
  }));
}

/** Which of a flag's responses are meant. */
export type Chosen = "all" | readonly string[];

async function listChosen(on: Database, flagId: string, chosen: Chosen): Promise<string[]> {
  const rows = await on.flaggedResponse.findMany({ where: { flagId, ...(chosen !== "all" && { responseId: { in: [...chosen] } }) }, select: { responseId: true } });
  return rows.map(({ responseId }) => responseId);
}

type By = { personId: string; now: Date; note: string | null };

/** All of them count: those that decisions about this flag had left out count again. */
export async function keepFlagged(transaction: Transaction, consultation: Of, flag: Flag, by: By): Promise<void> {
  const left = await transaction.flaggedResponse.findMany({ where: { flagId: flag.id, leftOut: true }, select: { responseId: true } });
  const changed = left.length === 0 ? 0 : await includeResponses(transaction, consultation, left.map(({ responseId }) => responseId), by);
  await transaction.flaggedResponse.updateMany({ where: { flagId: flag.id, leftOut: true }, data: { leftOut: false } });
  await saveDecision(transaction, consultation, flag, { ...by, decision: "keep", reason: null, changed });
}

/** Leaves those chosen out; how many that counted until now. */
export async function leaveFlaggedOut(
  transaction: Transaction,
  consultation: Of,
  flag: Flag,
  { chosen, reason, ...by }: By & { chosen: Chosen; reason: ExclusionReason },
): Promise<number> {
  const ids = await listChosen(transaction, flag.id, chosen);
  await transaction.$executeRaw`
    UPDATE "FlaggedResponse" flagged SET "leftOut" = TRUE FROM "Response" response
    WHERE flagged."flagId" = ${flag.id} AND flagged."responseId" = ANY(${ids}) AND response.id = flagged."responseId"
      AND response."excludedAt" IS NULL AND response."withdrawnAt" IS NULL`;
  const changed = await excludeResponses(transaction, consultation, ids, { ...by, reason });
  await saveDecision(transaction, consultation, flag, { ...by, decision: "leave-out", reason, changed });
  return changed;
}

type Decided = By & { decision: Decision; reason: ExclusionReason | null; changed: number };

async function saveDecision(transaction: Transaction, { id: consultationId, partnershipId }: Of, flag: Flag, { personId, now, ...decided }: Decided): Promise<void> {
  const { decision, reason, changed } = decided;
  await transaction.flagDecision.create({ data: { partnershipId, flagId: flag.id, at: now, byId: personId, responses: flag.responses, ...decided } });
  await transaction.flag.update({ where: { id: flag.id }, data: { decidedAt: now, decidedById: personId, decision } });
  await recordAudit(transaction, {
    ...{ partnershipId, personId, action: "flag.decide", subjectKind: "flag", subjectId: flag.id },
    facts: { consultationId, flag: flag.kind, decision, count: changed, ...(reason !== null && { excluded: reason }) },
  });
}
