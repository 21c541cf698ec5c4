// Who may come in to a partnership's settings.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { mayChangeSettings } from "#app/partnerships/policy.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import type { SignedIn } from "#app/people/role.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";

type Args = Pick<LoaderFunctionArgs & ActionFunctionArgs, "params" | "request" | "context">;

/** The partnership of the address and the administrator who is asking; a stranger is sent to sign in, anybody else refused. */
export async function requireAdministrator({
  params,
  request,
  context,
}: Args): Promise<{ partnership: Partnership; signedIn: SignedIn; personId: string }> {
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles } = await requireRoles(request, partnership, context.now);
  if (!mayChangeSettings(roles)) throw forbidden();
  return { partnership, signedIn, personId: signedIn.personId };
}
