// Published results for tests.
import { publishedResultsSchema, type PublishedResults } from "#app/publication/published-results.ts";
import { publishResults } from "#app/publication/store.server.ts";
import { inTransaction } from "#app/shared/db.server.ts";
import type { BuiltConsultation } from "./factories.ts";

/** Results as the public sees them; of nothing unless told otherwise. */
export function buildResults(wanted: Partial<PublishedResults> = {}): PublishedResults {
  return publishedResultsSchema.parse({ responses: 0, frozenAt: "2026-03-04T09:00:00.000Z", questions: [], groups: [], notPublished: 0, ...wanted });
}

/** Published as they are, past the gate: for tests of what stands around them. */
export function buildPublishedResults(consultation: BuiltConsultation, results = buildResults(), now = new Date()): Promise<number> {
  return inTransaction((transaction) =>
    publishResults(transaction, consultation, { results, counted: { tables: [], hidden: [] }, reason: null }, { personId: "somebody", now }),
  );
}
