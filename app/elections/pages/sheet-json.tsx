// The sheet of a declared election as JSON, or no more than the order where only that is told, with the version of the rules and the hash of the ballots.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { publishedSheet } from "#app/counting/sheet-json.ts";
import { orderJson } from "../order-only.ts";
import { requirePublishedCount } from "../published.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { election, sheet, order } = await requirePublishedCount(args);
  const hash = election.ballotHash ?? "";
  return new Response(sheet ? publishedSheet(sheet, hash) : orderJson(order, hash), { headers: { "Content-Type": "application/json; charset=utf-8", "Access-Control-Allow-Origin": "*" } });
}
