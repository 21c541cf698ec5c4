// What members' pages start from: whoever is signed in, and their seats in the partnership. No role is asked for.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { seatsOf, type OwnSeat } from "#app/bodies/appointments.store.server.ts";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import type { SignedIn } from "#app/people/role.ts";
import { requireSignedIn } from "#app/people/session.server.ts";
import { dayOf } from "#app/shared/dates.ts";
import { db } from "#app/shared/db.server.ts";
import { forMembers } from "#app/shared/responses.server.ts";

export type Seated = { partnership: Partnership; signedIn: SignedIn; seats: OwnSeat[] };

/** A stranger is sent to sign in; whoever sits nowhere in the partnership is refused. */
export async function requireSeated({ params, request, context }: LoaderFunctionArgs): Promise<Seated> {
  const partnership = await findPartnership(db(), params.partnership);
  const signedIn = await requireSignedIn(request, context.now);
  const seats = await seatsOf(db(), { partnershipId: partnership.id, personId: signedIn.personId }, dayOf(context.now));
  if (seats.length === 0) throw forMembers();
  return { partnership, signedIn, seats };
}

/** Their own seat on the body that meets, null where they come to watch; and the seat they come from, which is then one elsewhere. */
export function seatAt(seats: readonly OwnSeat[], bodyId: string): { own: OwnSeat | null; seat: OwnSeat } {
  const own = seats.find((seat) => seat.bodyId === bodyId) ?? null;
  return { own, seat: own ?? seats[0]! };
}
