// What every officers' page about one consultation starts from: whether whoever asks may see it, and the consultation.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { rolesInConsultation, type Role, type SignedIn } from "#app/people/role.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";
import type { Consultation } from "./consultation.ts";
import { findConsultationForOfficer } from "./store.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

export type ForOffice = { partnership: Partnership; consultation: Consultation; signedIn: SignedIn; roles: Role[] };

/**
 * The consultation of the address, published or not, for those whose roles the policy allows. A stranger is sent to sign in
 * and anybody else refused before it is looked for, so that the answer does not tell whether it is there.
 */
export async function findForOffice(
  { request, params, context }: Args,
  may: (roles: readonly Role[]) => boolean,
): Promise<ForOffice> {
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles: held } = await requireRoles(request, partnership, context.now);
  const roles = rolesInConsultation(held, signedIn, { partnershipId: partnership.id, consultationId: params.consultation });
  if (!may(roles)) throw forbidden();
  const consultation = await findConsultationForOfficer(db(), partnership.id, params.consultation);
  return { partnership, consultation, signedIn, roles };
}
