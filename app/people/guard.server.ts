// Who may come in to where a partnership's people and their roles are looked after.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership, listAbove } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { mayGrantBelow, mayGrantRoles, maySeePeople } from "./granting-policy.ts";
import type { SignedIn } from "./role.ts";
import { requireRoles } from "./session.server.ts";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

export type PeopleKeeper = {
  partnership: Partnership;
  /** Its id, followed by those of the partnerships above it. */
  partnershipAndAbove: string[];
  signedIn: SignedIn;
  /** Whether they give and take roles that hold below too. */
  reachesBelow: boolean;
};

/** The partnership of the address and the administrator who is asking; a stranger is sent to sign in, anybody else refused. */
export async function requirePeopleKeeper({ params, request, context }: Args): Promise<PeopleKeeper> {
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles } = await requireRoles(request, partnership, context.now);
  if (!(request.method === "POST" ? mayGrantRoles(roles) : maySeePeople(roles))) throw forbidden();
  const partnershipAndAbove = await listAbove(db(), partnership.id);
  return { partnership, partnershipAndAbove, signedIn, reachesBelow: mayGrantBelow(signedIn.grants, partnershipAndAbove) };
}
