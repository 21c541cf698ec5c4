// Who may read a partnership's audit log, and whether the installation's own as well.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Partnership } from "#app/partnerships/partnership.ts";
import { requireWhoMay } from "#app/people/guard.server.ts";
import { mayReadAuditLog, maySeeInstallation } from "#app/people/keeping-policy.ts";

type Args = Pick<LoaderFunctionArgs & ActionFunctionArgs, "params" | "request" | "context">;

export type LogReader = { partnership: Partnership; personId: string; isOfAll: boolean };

/** The administrator who is asking. */
export async function requireLogReader(args: Args): Promise<LogReader> {
  const { partnership, signedIn, roles } = await requireWhoMay(args, mayReadAuditLog);
  return { partnership, personId: signedIn.personId, isOfAll: maySeeInstallation(roles, partnership) };
}
