// Who may read a partnership's audit log, and whether the installation's own as well.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { findPartnership } from "#app/partnerships/store.server.ts";
import { mayReadAuditLog, maySeeInstallation } from "#app/people/keeping-policy.ts";
import { requireRoles } from "#app/people/session.server.ts";
import { db } from "#app/shared/db.server.ts";
import { forbidden } from "#app/shared/responses.server.ts";

type Args = Pick<LoaderFunctionArgs & ActionFunctionArgs, "params" | "request" | "context">;

export type LogReader = { partnership: Partnership; personId: string; isOfAll: boolean };

/** A stranger is sent to sign in, anybody but an administrator refused. */
export async function requireLogReader({ params, request, context }: Args): Promise<LogReader> {
  const partnership = await findPartnership(db(), params.partnership);
  const { signedIn, roles } = await requireRoles(request, partnership, context.now);
  if (!mayReadAuditLog(roles)) throw forbidden();
  return { partnership, personId: signedIn.personId, isOfAll: maySeeInstallation(roles, partnership) };
}
