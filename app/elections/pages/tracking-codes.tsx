// The published list of tracking codes with its chain of hashes, as a text: anybody chains it again with no more than SHA-256.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { chainFile } from "../ballot-file.ts";
import { findPublicElection } from "../elections.store.server.ts";
import { tellsOrderOnly } from "../order-only.ts";
import { findChain } from "../sealing.store.server.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const partnership = await findPartnership(db(), params.partnership);
  const election = await findPublicElection(db(), partnership.id, params.election);
  const links = await findChain(db(), election);
  // because as many codes as voted online would be listed
  if (links === null || tellsOrderOnly(election)) throw notFound();
  return new Response(chainFile(election.ballotHash!, links), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
