// The ballots of a declared election as a BLT file, as far as they are published; 404 where they are not.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/shared/responses.server.ts";
import { requirePublishedCount, textDownload } from "../published.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { election, ballots } = await requirePublishedCount(args);
  if (ballots === null) throw notFound();
  return textDownload(`ballots-${election.id}.blt`, "text/plain", ballots);
}
