// The responses that count: those not withdrawn, each with its current answers, read in runs however many there are.
import type { Pool, PoolClient } from "pg";
import type { ExportedResponse } from "./responses-export.ts";

const run = 1000;

/** Runs of responses in the order they came in; never more than a thousand are in memory. */
export async function* walkResponses(on: Pool | PoolClient, consultationId: string): AsyncGenerator<ExportedResponse[]> {
  let after: [Date, string] = [new Date(0), ""];
  for (;;) {
    const { rows } = await on.query<ExportedResponse>(
      `SELECT response.id, response."receivedAt", response.channel, response.language, response."respondentType",
         response.permission, response."confidentialityRequested", revision."formVersionId", revision.number AS revision,
         revision.answers
       FROM "Response" response JOIN "ResponseRevision" revision
         ON revision."responseId" = response.id AND revision.number = response."currentRevision"
       WHERE response."consultationId" = $1 AND response."withdrawnAt" IS NULL
         AND (response."receivedAt", response.id) > ($2, $3)
       ORDER BY response."receivedAt", response.id LIMIT ${run}`,
      [consultationId, ...after],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = [last.receivedAt, last.id];
  }
}
