// What every page about requests for information starts from: who may come in, and the request of the address.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayAnswerRequests } from "#app/consultations/office-policy.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { findRequest } from "./requests.store.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The partnership of the address, and whoever answers requests there. */
export function requireAnswerer(args: Args) {
  return requireWhoMay(args, mayAnswerRequests);
}

/** The same with the request of the address, or 404. */
export async function requireRequest(args: Args) {
  const found = await requireAnswerer(args);
  return { ...found, request: await findRequest(db(), found.partnership, args.params.request) };
}
