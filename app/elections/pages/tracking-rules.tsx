// The rules of a sealed poll as the text of which the hash was published.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { rulesText } from "../ballot-file.ts";
import { placesOf } from "../box.store.server.ts";
import { findPublicElection } from "../elections.store.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  if (election.rulesHash === null) throw notFound();
  return new Response(rulesText({ ...election, seats: placesOf(election) }), { headers: { "Content-Type": "application/json" } });
}
