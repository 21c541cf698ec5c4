// The responses that count: those not withdrawn and not left out by an officer, each with its current answers, read in runs however many there are.
import type { Pool, PoolClient } from "pg";
import type { Answers } from "#app/forms/answer.ts";
import type { ExportedResponse } from "./responses-export.ts";

const run = 250;
/** Runs asked for beyond the one that is used, so that the database is at work while one is received and made use of. */
const ahead = 2;

/** As it is read, its answers still as text. */
type Row = Omit<ExportedResponse, "answers"> & { answers: string };
/** Where a response stands among those of its consultation. */
type Place = Pick<Row, "receivedAt" | "id">;

/**
 * Runs of responses in the order they came in; while one is used the next are on their way, and no more are in memory. The
 * answers of each are opened when its turn comes, so that what was opened for those before can go. Answers that are held are
 * left out, except for counting.
 */
export async function* walkResponses(
  on: Pool | PoolClient,
  consultationId: string,
  { withHeld = false }: { withHeld?: boolean } = {},
): AsyncGenerator<Iterable<ExportedResponse>> {
  const held = withHeld ? new Map<string, string[]>() : await listHeld(on, consultationId);
  const coming: Promise<Row[]>[] = [];
  for (let from: Place | undefined = { receivedAt: new Date(0), id: "" }; from; ) {
    const to = await findEnd(on, consultationId, from);
    const found = listBetween(on, consultationId, from, to);
    found.catch(() => undefined); // because whoever stops in between never asks what became of it
    coming.push(found);
    if (coming.length > ahead) yield opened(await coming.shift()!, held);
    from = to;
  }
  for (const found of coming) yield opened(await found, held);
}

function* opened(rows: readonly Row[], held: ReadonlyMap<string, string[]>): Generator<ExportedResponse> {
  for (const row of rows) {
    const answers = JSON.parse(row.answers) as Answers;
    for (const questionId of held.get(row.id) ?? []) delete answers[questionId];
    yield { ...row, answers };
  }
}

/** The questions whose answers are held, by response: a few, where there are any. */
async function listHeld(on: Pool | PoolClient, consultationId: string): Promise<Map<string, string[]>> {
  const { rows } = await on.query<{ responseId: string; questions: string[] }>(
    `SELECT "responseId", array_agg("questionId") AS questions FROM "HeldAnswer" WHERE "consultationId" = $1 GROUP BY "responseId"`,
    [consultationId],
  );
  return new Map(rows.map(({ responseId, questions }) => [responseId, questions]));
}

/** The last of the run that begins after a place; undefined where fewer than a run are left. */
async function findEnd(on: Pool | PoolClient, consultationId: string, { receivedAt, id }: Place): Promise<Place | undefined> {
  const { rows } = await on.query<Place>(
    `SELECT "receivedAt", id FROM "Response"
     WHERE "consultationId" = $1 AND "withdrawnAt" IS NULL AND "excludedAt" IS NULL AND ("receivedAt", id) > ($2, $3)
     ORDER BY "receivedAt", id OFFSET ${run - 1} LIMIT 1`,
    [consultationId, receivedAt, id],
  );
  return rows[0];
}

/** After one place and up to the other. */
async function listBetween(on: Pool | PoolClient, consultationId: string, from: Place, to: Place | undefined): Promise<Row[]> {
  const { rows } = await on.query<Row>(
    `SELECT response.id, response."receivedAt", response.channel, response.language, response."respondentType",
       response.permission, response."confidentialityRequested", revision."formVersionId", revision.number AS revision,
       revision.answers::text
     FROM "Response" response JOIN "ResponseRevision" revision
       ON revision."responseId" = response.id AND revision.number = response."currentRevision"
     WHERE response."consultationId" = $1 AND response."withdrawnAt" IS NULL AND response."excludedAt" IS NULL
       AND (response."receivedAt", response.id) > ($2, $3) ${to ? 'AND (response."receivedAt", response.id) <= ($4, $5)' : ""}
     ORDER BY response."receivedAt", response.id LIMIT ${run + 1}`,
    [consultationId, from.receivedAt, from.id, ...(to ? [to.receivedAt, to.id] : [])],
  );
  // because what an import puts in between meanwhile may not push out what was there; without the limit the index goes unused
  const last = rows[run];
  return last ? [...rows, ...(await listBetween(on, consultationId, last, to))] : rows;
}
