// The responses that count: those not withdrawn, each with its current answers, read in runs however many there are.
import type { Pool, PoolClient } from "pg";
import type { ExportedResponse } from "./responses-export.ts";

const run = 500;

/** Runs of responses in the order they came in; while one is used the next is on its way, and no more are in memory. */
export async function* walkResponses(on: Pool | PoolClient, consultationId: string): AsyncGenerator<ExportedResponse[]> {
  const beyond = (last: Pick<ExportedResponse, "receivedAt" | "id">) => {
    const found = listBeyond(on, consultationId, last);
    found.catch(() => undefined); // because whoever stops in between never asks what became of it
    return found;
  };
  for (let next = beyond({ receivedAt: new Date(0), id: "" }); ; ) {
    const responses = await next;
    const last = responses.at(-1);
    if (!last) return;
    next = beyond(last);
    yield responses;
  }
}

async function listBeyond(
  on: Pool | PoolClient,
  consultationId: string,
  { receivedAt, id }: Pick<ExportedResponse, "receivedAt" | "id">,
): Promise<ExportedResponse[]> {
  const { rows } = await on.query<ExportedResponse>(
    `SELECT response.id, response."receivedAt", response.channel, response.language, response."respondentType",
       response.permission, response."confidentialityRequested", revision."formVersionId", revision.number AS revision,
       revision.answers
     FROM "Response" response JOIN "ResponseRevision" revision
       ON revision."responseId" = response.id AND revision.number = response."currentRevision"
     WHERE response."consultationId" = $1 AND response."withdrawnAt" IS NULL
       AND (response."receivedAt", response.id) > ($2, $3)
     ORDER BY response."receivedAt", response.id LIMIT ${run}`,
    [consultationId, receivedAt, id],
  );
  return rows;
}
