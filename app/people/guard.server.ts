// Who may come in: to what a partnership's workers alone may see, and to where its people and their roles are looked after.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership, listAbove } from "#app/partnerships/store.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import { mayGrantBelow, mayGrantRoles, maySeePeople } from "./granting-policy.ts";
import type { Role, SignedIn } from "./role.ts";
import { requireRoles } from "./session.server.ts";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

/** The partnership of the address, for those whose roles the policy allows; a stranger is sent to sign in, anybody else refused. */
export async function requireWhoMay(
  { params, request, context }: Args,
  may: (roles: readonly Role[]) => boolean,
): Promise<{ partnership: Partnership; signedIn: SignedIn; roles: Role[] }> {
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles } = await requireRoles(request, partnership, context.now);
  if (!may(roles)) throw forbidden();
  return { partnership, signedIn, roles };
}

export type PeopleKeeper = {
  partnership: Partnership;
  /** Its id, followed by those of the partnerships above it. */
  partnershipAndAbove: string[];
  signedIn: SignedIn;
  /** Whether they give and take roles that hold below too. */
  reachesBelow: boolean;
};

/** The partnership of the address and the administrator who is asking. */
export async function requirePeopleKeeper(args: Args): Promise<PeopleKeeper> {
  const { partnership, signedIn } = await requireWhoMay(args, args.request.method === "POST" ? mayGrantRoles : maySeePeople);
  const partnershipAndAbove = await listAbove(db(), partnership.id);
  return { partnership, partnershipAndAbove, signedIn, reachesBelow: mayGrantBelow(signedIn.grants, partnershipAndAbove) };
}
