// Who may come in to organisations: to all of them, or to those that belong to a network.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { db } from "#app/shared/db.server.ts";
import { notFound } from "#app/shared/responses.server.ts";
import { belongsToNetwork, findOrganisation } from "./organisations.store.server.ts";
import { mayKeepBodies, mayKeepOrganisations } from "./policy.ts";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

/** Whoever keeps all organisations of the partnership of the address, or those of its networks alone. */
export async function requireOrganisationsKeeper(args: Args) {
  const keeper = await requireWhoMay(args, mayKeepOrganisations);
  return { ...keeper, keepsAll: mayKeepBodies(keeper.roles) };
}

/** The same with the organisation of the address; one that whoever is asking does not keep is not there for them. */
export async function requireOrganisationKeeper(args: Args) {
  const keeper = await requireOrganisationsKeeper(args);
  const organisation = await findOrganisation(db(), keeper.partnership.id, args.params.organisation);
  if (!keeper.keepsAll && !(await belongsToNetwork(db(), organisation.id))) throw notFound();
  return { ...keeper, organisation };
}
