// The reserved places of a declared election as a CON file; 404 where there are none, or where the ballots are not published that it belongs to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/shared/responses.server.ts";
import { requirePublishedCount, textDownload } from "../published.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { election, reserves } = await requirePublishedCount(args);
  if (reserves === null) throw notFound();
  return textDownload(`reserves-${election.id}.con`, "text/plain", reserves);
}
