// Who may take part: whoever is signed in and sits somewhere in the partnership. On the body that votes they may have a vote; on any
// other they watch and speak. [SG06]
import type { LoaderFunctionArgs } from "@remix-run/node";
import { seatsOf, type OwnSeat } from "#app/bodies/appointments.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { requireRoles } from "#app/people/session.server.ts";
import type { Role, SignedIn } from "#app/people/role.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";

type Args = Pick<LoaderFunctionArgs, "params" | "request" | "context">;

/** The partnership of the address, whoever is signed in, and the roles and seats they hold in it. A stranger is sent to sign in. */
export async function requireMember({ params, request, context }: Args): Promise<{ partnership: Partnership; signedIn: SignedIn; roles: Role[]; seats: OwnSeat[] }> {
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles } = await requireRoles(request, partnership, context.now);
  const seats = await seatsOf(db(), { partnershipId: partnership.id, personId: signedIn.personId }, dayOf(context.now));
  return { partnership, signedIn, roles, seats };
}
