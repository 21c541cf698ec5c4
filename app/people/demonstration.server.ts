// The demonstration's own pages exist on the embedded database alone.
import { isDemonstration } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";

/** 404 on a council's own database, where nobody is signed in as without a letter and nobody reads others' letters. */
export function requireDemonstration(): void {
  if (!isDemonstration()) throw notFound();
}
