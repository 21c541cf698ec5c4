// The sheet of a declared election as JSON, with the version of the rules and the hash of the ballots.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { publishedSheet } from "#app/counting/sheet-json.ts";
import { requirePublishedCount } from "../published.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { election, sheet } = await requirePublishedCount(args);
  return new Response(publishedSheet(sheet, election.ballotHash ?? ""), { headers: { "Content-Type": "application/json; charset=utf-8", "Access-Control-Allow-Origin": "*" } });
}
